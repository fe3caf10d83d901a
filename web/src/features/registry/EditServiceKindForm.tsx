import { graphql } from '../../generated/gql.ts'
import type { ServiceKindTable_ServiceKindFragment } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { isoOf, toEntry } from '../../lib/dates.ts'
import { useServicesText } from '../../locales/services.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'

const Edit = graphql(`
  mutation EditServiceKindForm_editServiceKind($input: EditServiceKindInput!) {
    editServiceKind(input: $input) {
      __typename
      ... on EditServiceKindPayload {
        serviceKind {
          id
          ...ServiceKindTable_serviceKind
        }
      }
      ...Refusal
    }
  }
`)

export interface ServiceKindFormProps {
  row: Pick<
    ServiceKindTable_ServiceKindFragment,
    'id' | 'version' | 'name' | 'shortName' | 'source' | 'validFrom' | 'validTo'
  >
  onDone: () => void
  onCancel: () => void
}

/** Corrects the master data of a service. */
export function EditServiceKindForm({ row, onDone, onCancel }: ServiceKindFormProps) {
  const text = useServicesText()
  const send = useCommand(Edit)
  const form = useForm({
    defaultValues: {
      name: row.name,
      shortName: row.shortName,
      validFrom: toEntry(row.validFrom),
      validTo: toEntry(row.validTo),
    },
  })
  return (
    <Form
      form={form}
      submit={({ name, shortName, validFrom, validTo }) =>
        send({
          input: {
            serviceKindId: row.id,
            version: row.version,
            name,
            shortName,
            validFrom: isoOf(validFrom) ?? row.validFrom,
            validTo: isoOf(validTo),
          },
        })
      }
      onDone={onDone}
    >
      <TextField name="name" label={text.name} required maxLength={100} />
      <TextField name="shortName" label={text.shortName} required maxLength={40} />
      <DateFields name="validFrom" label={text.validFrom} required />
      <DateFields name="validTo" label={text.validTo} support={text.validToSupport} />
      <FormEnd submit={text.save} statement={<p>{text.editNote}</p>}>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </FormEnd>
    </Form>
  )
}
