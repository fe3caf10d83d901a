import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const ObjectTo = graphql(`
  mutation ObjectForm_object($input: ObjectToOmissionInput!) {
    objectToOmission(input: $input) {
      ... on ObjectToOmissionPayload {
        meeting {
          id
          auditorObjection
        }
      }
      ...Refusal
    }
  }
`)

/** The auditor's objection to deciding without a meeting. */
export function ObjectForm({ meetingId }: { meetingId: string }) {
  const text = useMeetingsText().object
  const object = useCommand(ObjectTo)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => object({ input: { meetingId, reason } })}
      onDone={() => announce(text.done)}
    >
      <TextAreaField name="reason" label={text.reason} support={text.support} required maxLength={500} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
