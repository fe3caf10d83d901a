import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { useCommand } from '../../../lib/command.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { BlockForm } from './BlockForm.tsx'
import { numberOf, typedOf, wholeNumber } from './entries.ts'
import { RowsField } from './RowsField.tsx'

const StaffForm_facility = graphql(`
  fragment StaffForm_facility on Facility {
    id
    version
    ...BlockForm_facility
    qualifications(first: 50) {
      nodes {
        id
        qualification
        count
      }
    }
  }
`)

const Edit = graphql(`
  mutation StaffForm_editFacilityStaff($input: EditFacilityStaffInput!) {
    editFacilityStaff(input: $input) {
      __typename
      ... on EditFacilityStaffPayload {
        facility {
          id
          ...StaffForm_facility
          ...ConfirmBlock_facility
          ...ConfirmationHistory_facility
        }
      }
      ...Refusal
    }
  }
`)

const row = (qualification = '') => ({ id: null as string | null, qualification, count: '' })

/** 「職員の資格を直す」: counts, never names; a blank is nobody's answer, 0 is none. */
export function StaffForm({ facility: given }: { facility: FragmentType<typeof StaffForm_facility> }) {
  const facility = readFragment(StaffForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.staff
  const send = useCommand(Edit)
  const there = facility.qualifications.nodes.map(({ id, qualification, count }) => ({
    id: id as string | null,
    qualification,
    count: typedOf(count),
  }))
  const known = new Set(there.map(({ qualification }) => qualification))
  const form = useForm({
    defaultValues: {
      version: facility.version,
      qualifications: [
        ...there,
        ...text.standard.filter((name) => !known.has(name)).map((name) => row(name)),
      ],
    },
    draft: {
      key: `facility-staff:${facility.id}`,
      title: edit.titles.STAFF,
      path: `/facilities/${facility.id}/edit/staff`,
    },
  })
  return (
    <BlockForm
      form={form}
      facility={facility}
      block="STAFF"
      submit={({ version, qualifications }) =>
        send({
          input: {
            facilityId: facility.id,
            version,
            qualifications: qualifications.map(({ id, qualification, count }) => ({
              id,
              qualification,
              count: numberOf(count),
            })),
          },
        })
      }
    >
      <RowsField name="qualifications" nameField="qualification" empty={row} addLabel={text.add} most={50}>
        {(path) => (
          <>
            <TextField
              name={`${path}.qualification`}
              label={text.qualification}
              required
              maxLength={100}
              width="name"
            />
            <TextField
              name={`${path}.count`}
              label={text.count}
              support={text.countSupport}
              inputMode="numeric"
              clean={toDigits}
              checks={wholeNumber}
              width="code"
            />
          </>
        )}
      </RowsField>
    </BlockForm>
  )
}
