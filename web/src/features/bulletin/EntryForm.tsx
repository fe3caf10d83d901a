import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { CalendarKind, CalendarRepeat } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf, toEntry } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'
import { isTime, minuteOf, timeOf } from './clock.ts'
import { CALENDAR_KINDS, REPEATS } from './kinds.ts'

const Facts = graphql(`
  fragment EntryForm_entry on CalendarEntry {
    id
    kind
    title
    place
    note
    audience
    startsOn
    endsOn
    startMinute
    endMinute
    repeat
    repeatUntil
    version
  }
`)

const Add = graphql(`
  mutation EntryForm_add($input: AddCalendarEntryInput!) {
    addCalendarEntry(input: $input) {
      ... on AddCalendarEntryPayload {
        calendarEntry {
          id
        }
      }
      ...Refusal
    }
  }
`)

const Edit = graphql(`
  mutation EntryForm_edit($input: EditCalendarEntryInput!) {
    editCalendarEntry(input: $input) {
      ... on EditCalendarEntryPayload {
        calendarEntry {
          id
          skippedDays
          ...EntryForm_entry
        }
      }
      ...Refusal
    }
  }
`)

interface EntryFormProps {
  platformId: string
  /** The one to correct; without it a new one is put in. */
  entry?: FragmentType<typeof Facts>
  onDone: () => void
  onConflict?: () => void
}

interface Values {
  kind: CalendarKind
  title: string
  place: string
  note: string
  audience: 'MEMBERS' | 'OFFICERS'
  startsOn: ReturnType<typeof toEntry>
  endsOn: ReturnType<typeof toEntry>
  startMinute: string
  endMinute: string
  repeat: CalendarRepeat
  repeatUntil: ReturnType<typeof toEntry>
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
const typedTime = (minute: number | null | undefined): string =>
  minute === null || minute === undefined ? '' : timeOf(minute)

/** What, when, where, and how it comes again. */
export function EntryForm({ platformId, entry: shown, onDone, onConflict }: EntryFormProps) {
  const whole = useBulletinText()
  const text = whole.calendar.form
  const entry = readFragment(Facts, shown)
  const add = useCommand(Add)
  const edit = useCommand(Edit)
  const form = useForm<Values>({
    defaultValues: {
      kind: entry?.kind ?? 'MEETING',
      title: entry?.title ?? '',
      place: entry?.place ?? '',
      note: entry?.note ?? '',
      audience: entry?.audience ?? 'MEMBERS',
      startsOn: entry ? toEntry(entry.startsOn) : emptyDate,
      endsOn: entry && entry.endsOn !== entry.startsOn ? toEntry(entry.endsOn) : emptyDate,
      startMinute: typedTime(entry?.startMinute),
      endMinute: typedTime(entry?.endMinute),
      repeat: entry?.repeat ?? 'NONE',
      repeatUntil: toEntry(entry?.repeatUntil),
    },
    follows: entry !== undefined,
  })
  const repeat = form.hookForm.watch('repeat')
  const factsOf = (values: Values) => {
    const startsOn = isoOf(values.startsOn) ?? ''
    return {
      kind: values.kind,
      title: values.title,
      place: orNull(values.place),
      note: orNull(values.note),
      audience: values.audience,
      startsOn,
      endsOn: isoOf(values.endsOn) ?? startsOn,
      startMinute: minuteOf(values.startMinute),
      endMinute: minuteOf(values.endMinute),
      repeat: values.repeat,
      repeatUntil: values.repeat === 'NONE' ? null : isoOf(values.repeatUntil),
    }
  }
  return (
    <Form
      form={form}
      submit={async (values): Promise<Outcome<object>> =>
        entry
          ? edit({ input: { calendarEntryId: entry.id, version: entry.version, ...factsOf(values) } })
          : add({ input: { platformId, ...factsOf(values), idempotencyKey: crypto.randomUUID() } })
      }
      onDone={onDone}
      onConflict={onConflict}
    >
      <TextField name="title" label={text.title} required maxLength={120} />
      <SelectField
        name="kind"
        label={text.kind}
        required
        options={CALENDAR_KINDS.map((value) => ({ value, label: whole.calendar.kinds[value] }))}
      />
      <DateFields name="startsOn" label={text.startsOn} required />
      <DateFields name="endsOn" label={text.endsOn} support={text.endsOnSupport} />
      <TextField
        name="startMinute"
        label={text.startTime}
        support={text.timeSupport}
        width="code"
        checks={isTime}
        errors={{ NOT_A_TIME: text.timeWrong }}
      />
      <TextField
        name="endMinute"
        label={text.endTime}
        width="code"
        checks={isTime}
        errors={{ NOT_A_TIME: text.timeWrong }}
      />
      <TextField name="place" label={text.place} maxLength={200} />
      <TextField name="note" label={text.note} maxLength={1000} />
      <RadioGroup
        name="audience"
        label={text.audience}
        required
        options={[
          {
            value: 'MEMBERS',
            label: whole.documents.audiences.MEMBERS,
            support: whole.documents.audienceSupport.MEMBERS,
          },
          {
            value: 'OFFICERS',
            label: whole.documents.audiences.OFFICERS,
            support: whole.documents.audienceSupport.OFFICERS,
          },
        ]}
      />
      <SelectField
        name="repeat"
        label={text.repeat}
        required
        options={REPEATS.map((value) => ({ value, label: whole.calendar.repeats[value] }))}
      />
      {repeat !== 'NONE' && (
        <DateFields name="repeatUntil" label={text.repeatUntil} support={text.repeatUntilSupport} />
      )}
      <FormEnd
        submit={entry ? text.save : text.add}
        statement={<ActingStatement>{entry ? text.saves : text.adds}</ActingStatement>}
      />
    </Form>
  )
}
