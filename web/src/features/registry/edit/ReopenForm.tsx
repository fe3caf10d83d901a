import { useNavigate } from '@tanstack/react-router'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useFacilityEditText } from '../../../locales/facility-edit.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { LinkButton } from '../../../ui/Link/Link.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const ReopenForm_facility = graphql(`
  fragment ReopenForm_facility on Facility {
    id
    version
  }
`)

const Reopen = graphql(`
  mutation ReopenForm_reopenFacility($input: ReopenFacilityInput!) {
    reopenFacility(input: $input) {
      __typename
      ... on ReopenFacilityPayload {
        facility {
          id
          status
          endedOn
          ...ReopenForm_facility
        }
      }
      ...Refusal
    }
  }
`)

/** 「もう一度開く」 */
export function ReopenForm({ facility: given }: { facility: FragmentType<typeof ReopenForm_facility> }) {
  const facility = readFragment(ReopenForm_facility, given)
  const edit = useFacilityEditText()
  const text = edit.reopen
  const send = useCommand(Reopen)
  const navigate = useNavigate()
  const form = useForm({ defaultValues: { reason: '' } })
  const page = { to: '/facilities/$facilityId', params: { facilityId: facility.id } } as const
  return (
    <Form
      form={form}
      submit={({ reason }) => send({ input: { facilityId: facility.id, version: facility.version, reason } })}
      onDone={() => {
        announce(text.done)
        void navigate(page)
      }}
    >
      <TextField
        name="reason"
        label={edit.close.reason}
        support={edit.close.reasonSupport}
        required
        maxLength={500}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton {...page} size="big">
          {edit.back}
        </LinkButton>
      </FormEnd>
    </Form>
  )
}
