import { isoOf, today, toEntry } from '../../lib/dates.ts'
import { useMembersText } from '../../locales/members.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { useForm } from '../../ui/Form/use-form.ts'

/** Chooses the day whose members are listed. */
export function MembersOn({ day, onChoose }: { day: string; onChoose: (day: string) => void }) {
  const text = useMembersText().list
  const form = useForm({ defaultValues: { day: toEntry(day) } })
  return (
    <div className="yui-no-print mb-4">
      <Disclosure summary={text.chooseDay}>
        <Form
          form={form}
          submit={({ day: entry }) =>
            Promise.resolve({ kind: 'done', payload: { day: isoOf(entry) ?? today() } } as const)
          }
          onDone={({ day: chosen }) => onChoose(chosen)}
        >
          <DateFields name="day" label={text.day} required />
          <div className="mt-6">
            <Button type="submit">{text.show}</Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}
