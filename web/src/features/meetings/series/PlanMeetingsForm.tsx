import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { COMING_ERAS, emptyDate, formatDate, isoOf, toEntry, type DateEntry } from '../../../lib/dates.ts'
import { toDigits } from '../../../lib/digits.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { DateFields } from '../../../ui/DateFields/DateFields.tsx'
import { Form } from '../../../ui/Form/Form.tsx'
import { FormEnd } from '../../../ui/Form/FormEnd.tsx'
import { useForm } from '../../../ui/Form/use-form.ts'
import { RadioGroup } from '../../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../../ui/Select/SelectField.tsx'
import { TextField } from '../../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../../identity/ActingStatement.tsx'
import { HeldFields } from '../plan/HeldFields.tsx'
import { cleanTime, isTime, momentOf } from '../times.ts'
import { daysBefore, seriesDates, weekdayOf, type Repeat } from './series-dates.ts'

const PlanMeetingsForm_series = graphql(`
  fragment PlanMeetingsForm_series on MeetingSeries {
    id
    title
    everyMonths
    latest: meetings(first: 1) {
      nodes {
        id
        place
        onlineUrl
      }
    }
  }
`)

const Plan = graphql(`
  mutation PlanMeetingsForm_plan($input: PlanSeriesMeetingsInput!) {
    planSeriesMeetings(input: $input) {
      ... on PlanSeriesMeetingsPayload {
        meetingSeries {
          id
          meetings(first: 30) {
            totalCount
            nodes {
              id
              state
              ...MeetingTable_meeting
            }
          }
          backlog(first: 30) {
            nodes {
              id
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

interface Values {
  repeat: Repeat
  first: DateEntry
  count: string
  starts: string
  ends: string
  place: string
  onlineUrl: string
  answerDays: string
}

const MOST = 24
const isCount = (typed: string) => /^(?:[1-9]|1\d|2[0-4])$/.test(toDigits(typed))

interface PlanMeetingsFormProps {
  series: FragmentType<typeof PlanMeetingsForm_series>
  onDone: () => void
}

/** Prepares the next meetings of a series at once: 毎月 第2水曜日 14時、6回. */
export function PlanMeetingsForm({ series: given, onDone }: PlanMeetingsFormProps) {
  const { plan: planText, series: text } = useMeetingsText()
  const language = useLanguage()
  const series = readFragment(PlanMeetingsForm_series, given)
  const plan = useCommand(Plan)
  const last = series.latest.nodes[0]
  const form = useForm<Values>({
    defaultValues: {
      repeat: 'WEEKDAY',
      first: emptyDate,
      count: '6',
      starts: '14:00',
      ends: '16:00',
      place: last?.place ?? '',
      onlineUrl: last?.onlineUrl ?? '',
      answerDays: '1',
    },
  })
  const values = form.hookForm.watch()
  const first = isoOf(values.first)
  const days =
    first && isCount(values.count) && isTime(values.starts)
      ? seriesDates(first, series.everyMonths, Math.min(MOST, Number(toDigits(values.count))), values.repeat)
      : []
  const titleOf = (day: string) =>
    // A month of the calendar: January to March are of the year after the fiscal one.
    text.titleOf(series.title, Number(day.slice(0, 4)), Number(day.slice(5, 7)))
  const times = { TIME: planText.timeWrong }
  const nth = first ? weekdayOf(first) : null
  return (
    <Form
      form={form}
      submit={({ starts, ends, place, onlineUrl, answerDays }) =>
        plan({
          input: {
            meetingSeriesId: series.id,
            meetings: days.map((day) => ({
              title: titleOf(day),
              number: null,
              startsAt: momentOf(toEntry(day), starts) ?? '',
              endsAt: momentOf(toEntry(day), ends),
              place,
              onlineUrl: onlineUrl === '' ? null : onlineUrl,
              answerBy: momentOf(toEntry(daysBefore(day, Number(answerDays))), '17:00') ?? '',
            })),
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={() => {
        announce(text.done(days.length))
        form.hookForm.reset()
        onDone()
      }}
    >
      <DateFields name="first" label={text.first} required eras={COMING_ERAS} />
      <RadioGroup
        name="repeat"
        label={text.repeat}
        required
        options={(['WEEKDAY', 'DAY'] as const).map((value) => ({
          value,
          label: text.repeats[value],
          support:
            value === 'WEEKDAY' && nth ? text.weekdayOf(nth.nth, nth.weekday) : text.repeatSupport[value],
        }))}
      />
      <TextField
        name="count"
        label={text.count}
        support={text.countSupport}
        required
        inputMode="numeric"
        width="code"
        clean={toDigits}
        checks={{ NUMBER: isCount }}
        errors={{ NUMBER: text.countWrong }}
      />
      <TextField
        name="starts"
        label={planText.starts}
        support={planText.timeSupport}
        required
        clean={cleanTime}
        inputMode="numeric"
        width="code"
        checks={{ TIME: isTime }}
        errors={times}
      />
      <HeldFields />
      <SelectField
        name="answerDays"
        label={text.answerDays}
        support={text.answerDaysSupport}
        required
        options={[1, 2, 3, 7].map((count) => ({ value: String(count), label: text.daysBefore(count) }))}
      />
      <section className="mt-8" aria-label={text.dates} aria-live="polite">
        <h3 className="prose-strong">{text.dates}</h3>
        {days.length === 0 ? (
          <p className="prose-sub">{text.noDates}</p>
        ) : (
          <ol className="list-decimal pl-8">
            {days.map((day) => (
              <li key={day}>
                {formatDate(day, language, { weekday: true })}
                <span className="yui-row-note">{titleOf(day)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <FormEnd
        submit={days.length === 0 ? text.submitNone : text.submit(days.length)}
        statement={<ActingStatement>{text.statement}</ActingStatement>}
      />
    </Form>
  )
}
