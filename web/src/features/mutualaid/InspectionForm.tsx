import { graphql } from '../../generated/gql.ts'
import type { InspectionSubject } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const Record = graphql(`
  mutation InspectionForm_record($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      ... on RecordInspectionPayload {
        inspection {
          id
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  subject: InspectionSubject | ''
  inspectedOn: DateEntry
  inspectedBy: string
  result: string
  defects: { what: string; dueOn: DateEntry }[]
}

const ROWS = [0, 1, 2] as const

/** Writes down an inspection, with up to three defects at once. */
export function InspectionForm({ facilityId }: { facilityId: string }) {
  const texts = useMutualaidText().inspections
  const text = texts.add
  const send = useCommand(Record)
  const defaultValues: Values = {
    subject: '',
    inspectedOn: toEntry(today()),
    inspectedBy: '',
    result: '',
    defects: ROWS.map(() => ({ what: '', dueOn: emptyDate })),
  }
  const form = useForm<Values>({ defaultValues })
  return (
    <Form
      form={form}
      submit={({ subject, inspectedOn, inspectedBy, result, defects }) =>
        send({
          input: {
            facilityId,
            subject: subject || 'OTHER',
            inspectedOn: isoOf(inspectedOn) ?? '',
            inspectedBy,
            result,
            defects: defects
              .filter(({ what }) => what.trim() !== '')
              .map(({ what, dueOn }) => ({ what, dueOn: isoOf(dueOn) ?? isoOf(inspectedOn) ?? '' })),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        form.hookForm.reset(defaultValues)
        announce(text.done)
      }}
    >
      <SelectField
        name="subject"
        label={text.subject}
        required
        options={Object.entries(texts.subjects).map(([value, label]) => ({ value, label }))}
      />
      <DateFields name="inspectedOn" label={text.inspectedOn} required />
      <TextField
        name="inspectedBy"
        label={text.inspectedBy}
        support={text.bySupport}
        required
        maxLength={60}
      />
      <TextAreaField name="result" label={text.result} maxLength={300} rows={3} />
      {ROWS.map((n) => (
        <div key={n}>
          <TextField name={`defects.${n}.what`} label={text.defect(n + 1)} maxLength={120} />
          <DateFields name={`defects.${n}.dueOn`} label={text.defectDue(n + 1)} />
        </div>
      ))}
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>} />
    </Form>
  )
}
