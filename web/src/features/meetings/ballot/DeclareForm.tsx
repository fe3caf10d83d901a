import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Disclosure } from '../../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'

const Declare = graphql(`
  mutation DeclareForm_declare($input: DeclareConflictInput!) {
    declareConflict(input: $input) {
      ... on DeclareConflictPayload {
        agendaItem {
          id
          ...Ballot_item
        }
      }
      ...Refusal
    }
  }
`)

interface DeclareFormProps {
  itemId: string
  voterId: string
  name: string
  clause: string
}

/** 利害関係を申し出る: instead of a vote. */
export function DeclareForm({ itemId, voterId, name, clause }: DeclareFormProps) {
  const text = useMeetingsText().ballot
  const declare = useCommand(Declare)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <>
      <p className="prose-sub mt-6">{text.conflictLead(clause)}</p>
      <Disclosure summary={text.declare}>
        <Form
          form={form}
          submit={({ reason }) =>
            declare({ input: { agendaItemId: itemId, meetingVoterId: voterId, reason } })
          }
          onDone={() => announce(text.declared)}
        >
          <TextAreaField
            name="reason"
            label={text.conflictReason}
            support={text.conflictReasonSupport}
            required
            maxLength={300}
            rows={3}
          />
          <FormEnd submit={text.declareSubmit(name)} />
        </Form>
      </Disclosure>
    </>
  )
}
