import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { EquipmentState } from '../../../generated/graphql.ts'
import { useCommand } from '../../../lib/command.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { BlockForm } from './BlockForm.tsx'
import { orNull, typedOf } from './entries.ts'
import { RowsField } from './RowsField.tsx'

const EquipmentForm_facility = graphql(`
  fragment EquipmentForm_facility on Facility {
    id
    version
    ...BlockForm_facility
    equipment(first: 50) {
      nodes {
        id
        item
        state
        note
      }
    }
  }
`)

const Edit = graphql(`
  mutation EquipmentForm_editFacilityEquipment($input: EditFacilityEquipmentInput!) {
    editFacilityEquipment(input: $input) {
      __typename
      ... on EditFacilityEquipmentPayload {
        facility {
          id
          ...EquipmentForm_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

const STATES: readonly EquipmentState[] = ['YES', 'NO', 'UNKNOWN']

const row = (item = '') => ({ id: null as string | null, item, state: 'UNKNOWN' as EquipmentState, note: '' })

/** 「設備・備えを直す」: yes, no or unknown for the standard items and for the own ones. */
export function EquipmentForm({
  facility: given,
}: {
  facility: FragmentType<typeof EquipmentForm_facility>
}) {
  const facility = readFragment(EquipmentForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.equipment
  const send = useCommand(Edit)
  const there = facility.equipment.nodes.map(({ id, item, state, note }) => ({
    id: id as string | null,
    item,
    state,
    note: typedOf(note),
  }))
  const known = new Set(there.map(({ item }) => item))
  const form = useForm({
    defaultValues: {
      version: facility.version,
      equipment: [...there, ...text.standard.filter((item) => !known.has(item)).map((name) => row(name))],
    },
    draft: {
      key: `facility-equipment:${facility.id}`,
      title: edit.titles.EQUIPMENT,
      path: `/facilities/${facility.id}/edit/equipment`,
    },
  })
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="EQUIPMENT"
      submit={({ version, equipment }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            equipment: equipment.map(({ id, item, state, note }) => ({
              id,
              item,
              state,
              note: orNull(note),
            })),
          },
        })
      }
    >
      <RowsField name="equipment" nameField="item" empty={row} addLabel={text.add} most={50}>
        {(path) => (
          <>
            <TextField name={`${path}.item`} label={text.item} required maxLength={100} width="name" />
            <RadioGroup
              name={`${path}.state`}
              label={text.state}
              required
              options={STATES.map((value) => ({ value, label: text.states[value] }))}
            />
            <TextField name={`${path}.note`} label={text.note} support={text.noteSupport} maxLength={200} />
          </>
        )}
      </RowsField>
    </BlockForm>
  )
}
