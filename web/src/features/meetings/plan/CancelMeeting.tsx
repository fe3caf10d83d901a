import { useNavigate } from '@tanstack/react-router'
import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Cancel = graphql(`
  mutation CancelMeeting_cancel($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      ... on CancelMeetingPayload {
        meeting {
          id
          state
          cancelReason
          cancelledAt
          version
        }
      }
      ...Refusal
    }
  }
`)

interface CancelMeetingProps {
  meetingId: string
  version: number
  onConflict: () => void
}

/** Calls a meeting off, with the reason everybody is told. */
export function CancelMeeting({ meetingId, version, onConflict }: CancelMeetingProps) {
  const text = useMeetingsText().cancel
  const navigate = useNavigate()
  const cancel = useCommand(Cancel)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => cancel({ input: { meetingId, version, reason } })}
      onDone={() => {
        announce(text.done)
        void navigate({ to: '/network/meetings/$meetingId', params: { meetingId } })
      }}
      onConflict={onConflict}
    >
      <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={300} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
