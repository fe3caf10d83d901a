import { useQuery } from 'urql'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import { emptyDate, isoOf, toEntry } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { BlockForm } from './BlockForm.tsx'
import { numberOf, orNull, typedOf, wholeNumber } from './entries.ts'
import { RowsField } from './RowsField.tsx'

const ServicesForm_facility = graphql(`
  fragment ServicesForm_facility on Facility {
    id
    name
    version
    sample
    ...BlockForm_facility
    offices(first: 50) {
      nodes {
        id
        name
        officeNumber
        capacity
        designatedTo
        endedOn
        serviceKind {
          id
        }
      }
    }
  }
`)

const Kinds = graphql(`
  query ServicesFormKinds {
    serviceKinds(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`)

const Edit = graphql(`
  mutation ServicesForm_editFacilityServices($input: EditFacilityServicesInput!) {
    editFacilityServices(input: $input) {
      __typename
      ... on EditFacilityServicesPayload {
        facility {
          id
          ...ServicesForm_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

/** 「サービスを直す」: offices are added and closed, never taken away: what was designated stays on record. */
export function ServicesForm({ facility: given }: { facility: FragmentType<typeof ServicesForm_facility> }) {
  const facility = readFragment(ServicesForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.services
  const send = useCommand(Edit)
  const [{ data }] = useQuery({ query: Kinds })
  const kinds = data?.serviceKinds.nodes ?? []
  const empty = () => ({
    id: null as string | null,
    serviceKindId: '',
    officeNumber: '',
    name: facility.name,
    capacity: '',
    designatedTo: emptyDate,
    endedOn: emptyDate,
  })
  const form = useForm({
    defaultValues: {
      version: facility.version,
      offices: facility.offices.nodes.map((row) => ({
        id: row.id as string | null,
        serviceKindId: row.serviceKind.id,
        officeNumber: typedOf(row.officeNumber),
        name: row.name,
        capacity: typedOf(row.capacity),
        designatedTo: toEntry(row.designatedTo),
        endedOn: toEntry(row.endedOn),
      })),
    },
    draft: {
      key: `facility-services:${facility.id}`,
      title: edit.titles.SERVICES,
      path: `/facilities/${facility.id}/edit/services`,
    },
  })
  // The kinds are options of a select: without them the row would seem to have none.
  if (!data) return null
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="SERVICES"
      submit={({ version, offices }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            offices: offices.map((row) => ({
              id: row.id,
              serviceKindId: row.serviceKindId,
              officeNumber: orNull(row.officeNumber),
              name: row.name,
              capacity: numberOf(row.capacity),
              designatedTo: isoOf(row.designatedTo),
              endedOn: isoOf(row.endedOn),
            })),
          },
        })
      }
    >
      <RowsField
        name="offices"
        nameField="serviceKindId"
        nameOfValue={(kindId) => kinds.find(({ id }) => id === kindId)?.name}
        empty={empty}
        addLabel={text.add}
        most={50}
        keeps={(position) => position < facility.offices.nodes.length}
      >
        {(path) => (
          <>
            <SelectField
              name={`${path}.serviceKindId`}
              label={text.service}
              required
              options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              name={`${path}.officeNumber`}
              label={text.number}
              support={facility.sample ? text.numberSample : text.numberSupport}
              required={!facility.sample}
              inputMode="numeric"
              clean={toDigits}
              width="tel"
            />
            <TextField name={`${path}.name`} label={text.name} required maxLength={200} />
            <TextField
              name={`${path}.capacity`}
              label={text.capacity}
              support={text.capacitySupport}
              inputMode="numeric"
              clean={toDigits}
              checks={wholeNumber}
              width="code"
            />
            <DateFields
              name={`${path}.designatedTo`}
              label={text.designatedTo}
              support={text.designatedSupport}
            />
            <DateFields name={`${path}.endedOn`} label={text.endedOn} support={text.endedSupport} />
          </>
        )}
      </RowsField>
    </BlockForm>
  )
}
