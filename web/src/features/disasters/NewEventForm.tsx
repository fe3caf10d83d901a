import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { DisasterHazard } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { emptyDate, isoOf } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { CheckboxGroup } from '../../ui/Checkbox/CheckboxGroup.tsx'
import { DateFields } from '../../ui/DateFields/DateFields.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Form } from '../../ui/Form/Form.tsx'
import { FormEnd } from '../../ui/Form/FormEnd.tsx'
import { useForm } from '../../ui/Form/use-form.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { RadioGroup } from '../../ui/Radio/RadioGroup.tsx'
import { SelectField } from '../../ui/Select/SelectField.tsx'
import { TextAreaField } from '../../ui/TextArea/TextAreaField.tsx'
import { TextField } from '../../ui/TextField/TextField.tsx'
import { ActingStatement } from '../identity/ActingStatement.tsx'

const NewEventForm_minutes = graphql(`
  fragment NewEventForm_minutes on ProposedMinutes {
    source
    firstReportMinutes
    reportEveryMinutes
    presumedSeriousMinutes
    buddyMinutes
    councilMinutes
  }
`)

const NewEventForm_areas = graphql(`
  query NewEventForm_areas($platformId: ID!) {
    callableAreas(platformId: $platformId) {
      code
      name
      facilities
    }
  }
`)

const OpenEvent = graphql(`
  mutation NewEventForm_open($input: OpenEventInput!) {
    openEvent(input: $input) {
      ... on OpenEventPayload {
        disasterEvent {
          id
        }
      }
      ...Refusal
    }
  }
`)

const HAZARDS: readonly DisasterHazard[] = [
  'EARTHQUAKE',
  'TSUNAMI',
  'FLOOD',
  'LANDSLIDE',
  'STORM',
  'SNOW',
  'VOLCANO',
  'FIRE',
  'OTHER',
]
const KINDS = ['DRILL', 'REAL'] as const
const RATES = ['1', '4', '12', '60'] as const
const STARTS = ['NOW', 'EARLIER'] as const
/** Hours and minutes as people type them: 5:30, 05：30, 0530. */
const clockIn = (typed: string): string | null => {
  const [, hours = '', minutes = ''] =
    /^([01]?\d|2[0-3]):?([0-5]\d)$/.exec(toDigits(typed).replace('：', ':')) ?? []
  return hours === '' ? null : `${hours.padStart(2, '0')}:${minutes}`
}
const isMinutes = (typed: string) => /^[1-9]\d{0,3}$/.test(toDigits(typed))

interface NewEventFormProps {
  platformId: string
  minutes: FragmentType<typeof NewEventForm_minutes>
  /** What is asked because of a message; the person may change its words, not whether it is a drill. */
  asked?: {
    readonly drill: boolean
    readonly hazard: DisasterHazard
    readonly name: string
    readonly reason: string
  }
  /** What is to be done once it is open, before its board is shown. */
  onOpened?: (eventId: string) => Promise<unknown>
}

/** Opens a disaster or a drill. A drill is what is chosen first: the other one is a step of its own. */
export function NewEventForm({ platformId, minutes: given, asked, onOpened }: NewEventFormProps) {
  const words = useDisastersText()
  const text = words.newEvent
  const proposed = readFragment(NewEventForm_minutes, given)
  const navigate = useNavigate()
  const open = useCommand(OpenEvent)
  const [{ data }] = useQuery({ query: NewEventForm_areas, variables: { platformId } })
  const areas = data?.callableAreas ?? []
  const form = useForm({
    defaultValues: {
      areas: [] as string[],
      start: 'NOW',
      day: emptyDate,
      time: '',
      kind: asked && !asked.drill ? 'REAL' : 'DRILL',
      name: asked?.name ?? '',
      hazard: asked?.hazard ?? 'EARTHQUAKE',
      rate: '1',
      reason: asked?.reason ?? '',
      first: String(proposed.firstReportMinutes),
      every: String(proposed.reportEveryMinutes),
      serious: String(proposed.presumedSeriousMinutes),
      buddy: String(proposed.buddyMinutes),
      council: String(proposed.councilMinutes),
    },
  })
  const drill = form.hookForm.watch('kind') === 'DRILL'
  const earlier = form.hookForm.watch('start') === 'EARLIER'
  const chosen = form.hookForm.watch('areas')
  const called = areas
    .filter(({ code }) => chosen.length === 0 || chosen.includes(code))
    .reduce((sum, { facilities }) => sum + facilities, 0)
  const goOn = async (eventId: string) => {
    await onOpened?.(eventId)
    void navigate({ to: '/disasters/$eventId', params: { eventId } })
  }
  const minute = (typed: string) => Number(toDigits(typed))
  return (
    <Form
      form={form}
      submit={(values) =>
        open({
          input: {
            platformId,
            name: values.name,
            hazard: values.hazard,
            drill: values.kind === 'DRILL',
            clockRate: values.kind === 'DRILL' ? Number(values.rate) : 1,
            areas: values.areas,
            startedAt:
              values.start === 'EARLIER'
                ? new Date(`${isoOf(values.day)}T${clockIn(values.time)}:00+09:00`).toISOString()
                : undefined,
            firstReportMinutes: minute(values.first),
            reportEveryMinutes: minute(values.every),
            presumedSeriousMinutes: minute(values.serious),
            buddyMinutes: minute(values.buddy),
            councilMinutes: minute(values.council),
            reason: values.reason,
            idempotencyKey: crypto.randomUUID(),
          },
        })
      }
      onDone={({ disasterEvent }) => {
        if (disasterEvent) void goOn(disasterEvent.id)
      }}
    >
      <RadioGroup
        name="kind"
        label={text.kind}
        required
        options={KINDS.filter((value) => !asked || (value === 'DRILL') === asked.drill).map((value) => ({
          value,
          label: text.kinds[value],
          support: text.kindSupport[value],
        }))}
      />
      <TextField name="name" label={text.name} required support={text.nameSupport} maxLength={80} />
      <SelectField
        name="hazard"
        label={text.hazard}
        required
        options={HAZARDS.map((value) => ({ value, label: words.hazards[value] }))}
      />
      <RadioGroup
        name="start"
        label={text.start}
        required
        options={STARTS.map((value) => ({ value, label: text.starts[value] }))}
      />
      {earlier && (
        <>
          <DateFields name="day" label={text.day} required />
          <TextField
            name="time"
            label={text.time}
            required
            support={text.timeSupport}
            width="tel"
            inputMode="numeric"
            checks={{ WRONG_FORMAT: (typed) => clockIn(typed) !== null }}
          />
        </>
      )}
      {areas.length > 1 && (
        <CheckboxGroup
          name="areas"
          label={text.areas}
          support={text.areasSupport}
          options={areas.map(({ code, name, facilities }) => ({
            value: code,
            label: text.area(name, facilities),
          }))}
        />
      )}
      {areas.length > 0 && (
        <p className="prose-strong">
          <output>{text.willCall(called)}</output>
        </p>
      )}
      {drill && (
        <SelectField
          name="rate"
          label={text.rate}
          required
          support={text.rateSupport}
          options={RATES.map((value) => ({ value, label: text.rates[value] }))}
        />
      )}
      <TextAreaField name="reason" label={text.reason} maxLength={500} rows={2} />
      <Disclosure summary={text.minutesTitle}>
        <p className="prose-note">{text.source(proposed.source)}</p>
        {(['first', 'every', 'serious', 'buddy', 'council'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={text[name]}
            required
            inputMode="numeric"
            width="tel"
            clean={toDigits}
            checks={{ WRONG_FORMAT: isMinutes }}
          />
        ))}
      </Disclosure>
      <FormEnd submit={text.submit} statement={<ActingStatement>{text.statement}</ActingStatement>}>
        <LinkButton to="/disasters">{text.leave}</LinkButton>
      </FormEnd>
    </Form>
  )
}
