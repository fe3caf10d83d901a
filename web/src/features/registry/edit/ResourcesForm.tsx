import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { EquipmentState, ResourceKind } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { BlockForm } from './BlockForm.tsx'
import { numberOf, orNull, typedOf, wholeNumber } from './entries.ts'
import { RowsField } from './RowsField.tsx'

const ResourcesForm_facility = graphql(`
  fragment ResourcesForm_facility on Facility {
    id
    version
    ...BlockForm_facility
    resources(first: 50) {
      nodes {
        id
        kind
        name
        persons
        wheelchairs
        lendable
        lendingRules
        note
      }
    }
  }
`)

const Edit = graphql(`
  mutation ResourcesForm_editFacilityResources($input: EditFacilityResourcesInput!) {
    editFacilityResources(input: $input) {
      __typename
      ... on EditFacilityResourcesPayload {
        facility {
          id
          ...ResourcesForm_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

const KINDS: readonly ResourceKind[] = ['ROOM', 'VEHICLE']
const STATES: readonly EquipmentState[] = ['YES', 'NO', 'UNKNOWN']

const empty = () => ({
  id: null as string | null,
  kind: 'ROOM' as ResourceKind,
  name: '',
  persons: '',
  wheelchairs: '',
  lendable: 'UNKNOWN' as EquipmentState,
  lendingRules: '',
  note: '',
})

/** 「部屋・車を直す」 */
export function ResourcesForm({
  facility: given,
}: {
  facility: FragmentType<typeof ResourcesForm_facility>
}) {
  const facility = readFragment(ResourcesForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.resources
  const send = useCommand(Edit)
  const form = useForm({
    defaultValues: {
      version: facility.version,
      resources: facility.resources.nodes.map((row) => ({
        id: row.id as string | null,
        kind: row.kind,
        name: row.name,
        persons: typedOf(row.persons),
        wheelchairs: typedOf(row.wheelchairs),
        lendable: row.lendable,
        lendingRules: typedOf(row.lendingRules),
        note: typedOf(row.note),
      })),
    },
    draft: {
      key: `facility-resources:${facility.id}`,
      title: edit.titles.RESOURCES,
      path: `/facilities/${facility.id}/edit/resources`,
    },
  })
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="RESOURCES"
      submit={({ version, resources }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            resources: resources.map(
              ({ id, kind, name, persons, wheelchairs, lendable, lendingRules, note }) => ({
                id,
                kind,
                name,
                persons: numberOf(persons),
                wheelchairs: numberOf(wheelchairs),
                lendable,
                lendingRules: orNull(lendingRules),
                note: orNull(note),
              }),
            ),
          },
        })
      }
    >
      <RowsField name="resources" nameField="name" empty={empty} addLabel={text.add} most={50} ordered>
        {(path) => (
          <>
            <RadioGroup
              name={`${path}.kind`}
              label={text.kind}
              required
              options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
            />
            <TextField
              name={`${path}.name`}
              label={text.name}
              support={text.nameSupport}
              required
              maxLength={100}
              width="name"
            />
            <TextField
              name={`${path}.persons`}
              label={text.persons}
              support={text.personsSupport}
              inputMode="numeric"
              clean={toDigits}
              checks={wholeNumber}
              width="code"
            />
            <TextField
              name={`${path}.wheelchairs`}
              label={text.wheelchairs}
              support={text.wheelchairsSupport}
              inputMode="numeric"
              clean={toDigits}
              checks={wholeNumber}
              width="code"
            />
            <RadioGroup
              name={`${path}.lendable`}
              label={text.lendable}
              required
              options={STATES.map((value) => ({ value, label: text.lendables[value] }))}
            />
            <TextField
              name={`${path}.lendingRules`}
              label={text.rules}
              support={text.rulesSupport}
              maxLength={500}
            />
            <TextField name={`${path}.note`} label={text.note} maxLength={200} />
          </>
        )}
      </RowsField>
    </BlockForm>
  )
}
