import { announce } from '../../lib/announce.ts'
import { toDigits } from '../../lib/digits.ts'
import { useOutbox } from '../../lib/outbox.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import type { CareNeed } from '../../generated/graphql.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Figures } from './acts.ts'

interface FiguresFormProps {
  openingId: string
  facility: string
  path: string
  needs: readonly string[]
}

/** Kinds of need that are asked for; the rest is counted with them on paper. */
const ASKED = 5
const isCount = (typed: string) => /^\d{1,4}$/.test(toDigits(typed))

/** How many are there and how many more can come; what is left blank keeps its last figure. */
export function FiguresForm({ openingId, facility, path, needs }: FiguresFormProps) {
  const words = useDisastersText()
  const text = words.shelter
  const outbox = useOutbox(Figures, {
    kind: 'disasters.figures',
    title: `${facility}　${text.figuresTitle}`,
    path,
    lane: `figures:${openingId}`,
    passes: true,
    ownKeys: true,
  })
  const waiting = outbox.entries.filter(({ state }) => state === 'WAITING' || state === 'SENDING').length
  const asked = needs.slice(0, ASKED) as CareNeed[]
  const form = useForm<Record<string, string>>({
    defaultValues: { day: '', night: '', ...Object.fromEntries(asked.map((need) => [need, ''])) },
  })
  const count = (typed: string | undefined) => (typed ? Number(toDigits(typed)) : null)
  return (
    <Section title={text.figuresTitle}>
      <p className="prose-sub">{text.figuresLead}</p>
      {waiting > 0 && (
        <Notice kind="offline">
          <p>{text.figuresWaiting(waiting)}</p>
        </Notice>
      )}
      <Form
        form={form}
        submit={(values) =>
          outbox.send({
            entryKey: crypto.randomUUID(),
            shelterOpeningId: openingId,
            at: new Date().toISOString(),
            day: count(values.day),
            night: count(values.night),
            free: asked.flatMap((need) => {
              const free = count(values[need])
              return free === null ? [] : [{ need, free }]
            }),
          })
        }
        onDone={({ __typename }) => {
          announce(__typename === 'Waiting' ? text.figuresWait : text.figuresSent)
          form.hookForm.reset()
        }}
      >
        {[
          { name: 'day', label: text.day },
          { name: 'night', label: text.night },
          ...asked.map((need) => ({ name: need, label: text.free(words.board.needs[need]) })),
        ].map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            inputMode="numeric"
            width="tel"
            clean={toDigits}
            checks={{ WRONG_FORMAT: isCount }}
          />
        ))}
        <FormEnd submit={text.sendFigures} />
      </Form>
    </Section>
  )
}
