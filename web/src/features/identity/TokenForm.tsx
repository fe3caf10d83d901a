import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, readDate, type DateEntry } from '../../lib/dates.ts'
import { useAccountText } from '../../locales/account.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from './ActingStatement.tsx'

const Create = graphql(`
  mutation TokenForm_create($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      ... on CreateApiTokenPayload {
        token
      }
      ...Refusal
    }
  }
`)

interface Values {
  name: string
  scopes: string[]
  lastDay: DateEntry
}

interface TokenFormProps {
  scopes: readonly string[]
  /** With the token, which is shown this once. */
  onDone: (token: string) => void
}

/** Makes a token that acts for the body the person acts for now. */
export function TokenForm({ scopes, onDone }: TokenFormProps) {
  const text = useAccountText().tokens
  const scopeNames: Readonly<Record<string, string>> = text.scopeNames
  const create = useCommand(Create)
  const form = useForm<Values>({
    defaultValues: { name: '', scopes: [], lastDay: emptyDate },
  })
  const submit = ({ lastDay, ...values }: Values) => {
    const read = readDate(lastDay)
    return create({ input: { ...values, lastDay: 'iso' in read ? read.iso : '' } })
  }
  return (
    <Form
      form={form}
      submit={submit}
      onDone={({ token }) => {
        form.hookForm.reset()
        onDone(token ?? '')
      }}
    >
      <TextField
        name="name"
        label={text.name}
        support={text.nameSupport}
        required
        maxLength={60}
        width="name"
      />
      <CheckboxGroup
        name="scopes"
        label={text.scopes}
        required
        options={scopes.map((value) => ({ value, label: scopeNames[value] ?? value }))}
      />
      <DateFields name="lastDay" label={text.lastDay} support={text.lastDaySupport} required />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
