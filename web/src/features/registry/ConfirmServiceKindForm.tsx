import { graphql } from '../../generated/gql.ts'
import { useCommand } from '../../lib/command.ts'
import { useServicesText } from '../../locales/services.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import type { ServiceKindFormProps } from './EditServiceKindForm.tsx'

const Confirm = graphql(`
  mutation ConfirmServiceKindForm_confirmServiceKind($input: ConfirmServiceKindInput!) {
    confirmServiceKind(input: $input) {
      __typename
      ... on ConfirmServiceKindPayload {
        serviceKind {
          id
          ...ServiceKindTable_serviceKind
        }
      }
      ...Refusal
    }
  }
`)

/** Records where the master data of a service was checked. */
export function ConfirmServiceKindForm({ row, onDone, onCancel }: ServiceKindFormProps) {
  const text = useServicesText()
  const send = useCommand(Confirm)
  const form = useForm({ defaultValues: { source: row.source } })
  return (
    <Form
      form={form}
      submit={({ source }) => send({ input: { serviceKindId: row.id, version: row.version, source } })}
      onDone={onDone}
    >
      <TextField name="source" label={text.source} support={text.sourceSupport} required maxLength={200} />
      <FormEnd submit={text.saveConfirmed}>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
