import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { TextAreaField } from '../../../ui/TextArea/TextAreaField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'

const Ask = graphql(`
  mutation AskForm_ask($input: AskAboutItemInput!) {
    askAboutItem(input: $input) {
      ... on AskAboutItemPayload {
        agendaItem {
          id
          ...NoticeAgenda_item
        }
      }
      ...Refusal
    }
  }
`)

/** Asks about an item before the meeting. */
export function AskForm({ itemId }: { itemId: string }) {
  const text = useMeetingsText().questions
  const ask = useCommand(Ask)
  const form = useForm({ defaultValues: { text: '' } })
  return (
    <Form
      form={form}
      submit={(values) =>
        ask({ input: { agendaItemId: itemId, text: values.text, idempotencyKey: crypto.randomUUID() } })
      }
      onDone={() => {
        form.hookForm.reset()
        announce(text.asked)
      }}
    >
      <TextAreaField
        name="text"
        label={text.question}
        support={text.questionSupport}
        required
        maxLength={1_000}
      />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
