import { useEffect, useEffectEvent, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { FacilityDevicePageQuery } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import { toDigits } from '../../lib/digits.ts'
import { formatTime } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { Input } from '../../ui/TextField/Input.tsx'
import { keptOfDevice } from './kept-of-device.ts'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'
import { answersOf, makeReport, type MadeReport } from './send-report.ts'
import { isComplete, type Answers } from './six.ts'
import { SixQuestions } from './SixQuestions.tsx'
import { useKeptAnswers } from './use-kept-answers.ts'

const SendByDevice = graphql(`
  mutation Disaster_byDevice($input: SendReportByDeviceInput!) {
    sendReportByDevice(input: $input) {
      ... on SendReportByDevicePayload {
        outcome
        lockedUntil
      }
      ...Refusal
    }
  }
`)

interface DeviceReportProps {
  secret: string
  event: NonNullable<FacilityDevicePageQuery['deviceDesk']>['events'][number]
}

type Refused = 'WRONG_PIN' | 'LOCKED' | 'REVOKED'

/**
 * Name, PIN, six taps. What was answered stays on the device until it has arrived; name and PIN stay on the screen only,
 * so after a reload they are asked for again.
 */
export function DeviceReport({ secret, event }: DeviceReportProps) {
  const words = useDisastersText()
  const text = words.device
  const send = useCommand(SendByDevice)
  const [name, setName] = useState('')
  const [pin, setPin] = useState('')
  const { kept, loaded, keep, forget } = useKeptAnswers(keptOfDevice(event))
  const [sentAnswers, setSentAnswers] = useState<Answers>({})
  const [sentAt, setSentAt] = useState<Date>()
  const [refused, setRefused] = useState<Refused>()
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [busy, setBusy] = useState(false)

  const made = kept?.report
  const known = name.trim() !== '' && pin !== ''
  const deliver = async (report: MadeReport) => {
    keep({ answers: answersOf(report), report })
    setBusy(true)
    const result = await send({
      input: {
        deviceSecret: secret,
        pin: toDigits(pin),
        reportKey: report.reportKey,
        calledFacilityId: report.calledFacilityId,
        ...answersOf(report),
        note: report.note,
        reportedAt: report.reportedAt,
        reportedByName: name.trim(),
      },
    })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    const answer = result.payload.outcome
    if (answer === 'RECEIVED') {
      setRefused(undefined)
      setSentAt(new Date())
      setSentAnswers(answersOf(report))
      forget()
    } else setRefused(answer as Refused)
  }
  const answered = (answers: Answers) => {
    setSentAt(undefined)
    if (isComplete(answers)) void deliver(makeReport(event.calledFacilityId, answers))
    else keep({ answers })
  }
  // The line is back: it goes without anybody pressing.
  const online = useEffectEvent(() => {
    if (made && known && outcome?.kind === 'failed') void deliver(made)
  })
  useEffect(() => {
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
  }, [])
  if (!loaded) return null
  return (
    <>
      <Field label={text.who} required>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={60}
            width="name"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={text.pin} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            width="tel"
            value={pin}
            onChange={({ target }) => setPin(target.value)}
          />
        )}
      </Field>
      <RefusedNotice outcome={outcome} />
      {refused && (
        <Notice kind="bad">
          <p>{text.outcomes[refused]}</p>
        </Notice>
      )}
      {sentAt && (
        <Notice kind="done">
          <p>
            {words.report.sentTitle}　{words.report.sentBody(formatTime(sentAt))}
          </p>
        </Notice>
      )}
      {known ? (
        <SixQuestions answers={kept?.answers ?? sentAnswers} onAnswer={answered} />
      ) : (
        <p>{text.whoFirst}</p>
      )}
      {made && !sentAt && (
        <div className="yui-dz-stack">
          <p>
            <b>{words.report.hurry}</b>
          </p>
          {event.helpPhone && (
            <a className="yui-button" href={`tel:${event.helpPhone}`}>
              {words.report.phone(event.helpPhone)}
            </a>
          )}
          <Button kind="main" busy={busy} onClick={() => void deliver(made)}>
            {words.report.tryNow}
          </Button>
        </div>
      )}
    </>
  )
}
