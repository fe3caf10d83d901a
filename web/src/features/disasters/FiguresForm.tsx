import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { toDigits } from '../../lib/digits.ts'
import { useOutbox } from '../../lib/outbox.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import type { CareNeed, ReportFiguresInput } from '../../generated/graphql.ts'
import type { Outcome } from '../../lib/problems.ts'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { Figures } from './acts.ts'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'

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
  const text = useDisastersText().shelter
  const outbox = useOutbox(Figures, {
    kind: 'disasters.figures',
    title: `${facility}　${text.figuresTitle}`,
    path,
    lane: `figures:${openingId}`,
    passes: true,
    ownKeys: true,
  })
  const waiting = outbox.entries.filter(({ state }) => state === 'WAITING' || state === 'SENDING').length
  const { refused } = outbox
  const [tried, setTried] = useState(false)
  const [mended, setMended] = useState<typeof refused>()
  // Refused while nobody looked: what was entered then is there again. What is refused now the form says itself.
  if (refused && !mended && !tried) setMended(refused)
  const send = (input: FiguresInput) => {
    setTried(true)
    return outbox.send(input, { replaces: refused?.id })
  }
  return (
    <Section title={text.figuresTitle}>
      <p className="prose-sub">{text.figuresLead}</p>
      {waiting > 0 && (
        <Notice kind="offline">
          <p>{text.figuresWaiting(waiting)}</p>
        </Notice>
      )}
      {!tried && <RefusedNotice outcome={mended?.outcome} />}
      <Fields
        key={mended?.id}
        openingId={openingId}
        asked={needs.slice(0, ASKED) as CareNeed[]}
        given={mended?.input}
        send={send}
      />
    </Section>
  )
}

type FiguresInput = Omit<ReportFiguresInput, 'idempotencyKey'>

interface FieldsProps {
  openingId: string
  asked: readonly CareNeed[]
  given: FiguresInput | undefined
  send: (input: FiguresInput) => Promise<Outcome<{ __typename: string }>>
}

const typed = (count: number | null | undefined) =>
  count === null || count === undefined ? '' : String(count)

function Fields({ openingId, asked, given, send }: FieldsProps) {
  const words = useDisastersText()
  const text = words.shelter
  const form = useForm<Record<string, string>>({
    defaultValues: {
      day: typed(given?.day),
      night: typed(given?.night),
      ...Object.fromEntries(
        asked.map((need) => [need, typed(given?.free.find((one) => one.need === need)?.free)]),
      ),
    },
  })
  const count = (entered: string | undefined) => (entered ? Number(toDigits(entered)) : null)
  return (
    <Form
      form={form}
      submit={(values) =>
        send({
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
        form.hookForm.reset(Object.fromEntries(['day', 'night', ...asked].map((name) => [name, ''])))
      }}
    >
      <div className="yui-dz-counts">
        <Count name="day" label={text.day} />
        <Count name="night" label={text.night} />
      </div>
      <div className="yui-dz-counts">
        {asked.map((need) => (
          <Count key={need} name={need} label={text.free(words.board.needs[need])} />
        ))}
      </div>
      <FormEnd submit={text.sendFigures} />
    </Form>
  )
}

function Count({ name, label }: { name: string; label: string }) {
  return (
    <TextField
      name={name}
      label={label}
      inputMode="numeric"
      width="tel"
      clean={toDigits}
      checks={{ WRONG_FORMAT: isCount }}
    />
  )
}
