import { today, isoOf, toEntry } from '../../lib/dates.ts'
import { useHistoryText } from '../../locales/history.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { useForm } from '../../ui/Form/use-form.ts'

interface AsOfFormProps {
  /** The day that is shown; none when it is today's registry. */
  asOf?: string | undefined
  /** Goes to the page as of the day. */
  onChoose: (asOf: string) => void
  /** Stands open. */
  open?: boolean
}

/** Chooses the day as of which the registry is shown. */
export function AsOfForm({ asOf, onChoose, open = false }: AsOfFormProps) {
  const text = useHistoryText().asOf
  const form = useForm({ defaultValues: { asOf: toEntry(asOf ?? today()) } })
  return (
    <div className="yui-no-print">
      <Disclosure summary={text.choose} open={open}>
        <Form
          form={form}
          submit={({ asOf: entry }) => {
            const day = isoOf(entry)
            if (day !== null && day <= today())
              return Promise.resolve({ kind: 'done', payload: { day } } as const)
            form.hookForm.setError('asOf', { type: 'future', message: text.future })
            return Promise.resolve({
              kind: 'refused',
              problem: { __typename: 'ValidationProblem', code: 'VALIDATION', message: '', issues: [] },
            } as const)
          }}
          onDone={({ day }) => onChoose(day)}
        >
          <DateFields name="asOf" label={text.day} required errors={{ future: text.future }} />
          <div className="mt-6">
            <Button type="submit">{text.show}</Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}
