import { graphql } from '../../generated/gql.ts'
import type { OutputForm } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { useOutputsText } from '../../locales/outputs.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Record = graphql(`
  mutation FilingForm_record($input: RecordOutputFilingInput!) {
    recordOutputFiling(input: $input) {
      ... on RecordOutputFilingPayload {
        outputFiling {
          id
          form
          filedAt
          note
        }
      }
      ...Refusal
    }
  }
`)

interface FilingFormProps {
  eventId: string
  /** The facility one acts for; without one, the whole event. */
  facilityId: string | undefined
  form: OutputForm
  onRecorded: () => void
}

/** 「いま提出・入力したと記録する」: the portal sends nothing itself. */
export function FilingForm({ eventId, facilityId, form: which, onRecorded }: FilingFormProps) {
  const text = useOutputsText().filing
  const record = useCommand(Record)
  const form = useForm({ defaultValues: { note: '' } })
  return (
    <Form
      form={form}
      submit={({ note }) =>
        record({ input: { eventId, facilityId, form: which, filedAt: new Date().toISOString(), note } })
      }
      onDone={() => {
        announce(text.done)
        onRecorded()
      }}
      onConflict={onRecorded}
    >
      <TextField name="note" label={text.note} maxLength={300} />
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
