import { isoOf, toEntry, type DateEntry } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useChangesText } from '../../locales/changes.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'

interface Period {
  since: string
  until: string
}

interface PeriodFormProps extends Period {
  today: string
  onChosen: (period: Period) => void
}

interface Values {
  since: DateEntry
  until: DateEntry
}

/** Two days that a list is narrowed to; the earlier one is the first, whichever box it was typed into. */
export function PeriodForm({ since, until, today, onChosen }: PeriodFormProps) {
  const text = useChangesText()
  const form = useForm<Values>({ defaultValues: { since: toEntry(since), until: toEntry(until) } })
  const submit = async (values: Values): Promise<Outcome<Period>> => {
    const [first, last] = [isoOf(values.since) ?? since, isoOf(values.until) ?? today].toSorted()
    return { kind: 'done', payload: { since: first ?? since, until: last ?? today } }
  }
  return (
    <Form form={form} submit={submit} onDone={onChosen}>
      <DateFields name="since" label={text.since} required />
      <DateFields name="until" label={text.until} required />
      <FormEnd submit={text.show} />
    </Form>
  )
}
