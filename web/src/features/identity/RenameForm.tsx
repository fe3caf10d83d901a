import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useAccountText } from '../../locales/account.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'

const Rename = graphql(`
  mutation RenameForm_rename($input: RenameMyselfInput!) {
    renameMyself(input: $input) {
      ... on RenameMyselfPayload {
        user {
          id
          name
        }
      }
      ...Refusal
    }
  }
`)

/** Corrects the own name. */
export function RenameForm({ name }: { name: string }) {
  const text = useAccountText()
  const rename = useCommand(Rename)
  const form = useForm({ defaultValues: { name } })
  return (
    <Form form={form} submit={(input) => rename({ input })} onDone={() => announce(text.saved)}>
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={60}
        width="name"
        autoComplete="name"
      />
      <FormEnd submit={text.saveName} />
    </Form>
  )
}
