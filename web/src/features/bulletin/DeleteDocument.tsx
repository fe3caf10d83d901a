import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Delete = graphql(`
  mutation DeleteDocument_delete($input: DeleteDocumentInput!) {
    deleteDocument(input: $input) {
      ... on DeleteDocumentPayload {
        document {
          id
          deletedAt
          deletionReason
          due
          version
          viewerCan {
            edit {
              allowed
            }
            remove {
              allowed
              reason
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface DeleteDocumentProps {
  documentId: string
  version: number
  onConflict: () => void
}

/** Deletes a document's files for good, with a reason that stays. */
export function DeleteDocument({ documentId, version, onConflict }: DeleteDocumentProps) {
  const text = useBulletinText().documents.remove
  const remove = useCommand(Delete)
  const form = useForm({ defaultValues: { reason: '' } })
  return (
    <Form
      form={form}
      submit={({ reason }) => remove({ input: { documentId, version, reason } })}
      onDone={() => announce(text.done)}
      onConflict={onConflict}
    >
      <TextField name="reason" label={text.reason} support={text.reasonSupport} required maxLength={500} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
