import { useState } from 'react'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatTime } from '../../lib/dates.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import type { DisasterReportPageQuery } from '../../generated/graphql.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Filed } from './acts.ts'
import { Glyph } from './Glyph.tsx'
import { OpeningSteps } from './OpeningSteps.tsx'
import { ReportNote } from './ReportNote.tsx'
import { answersOf, makeReport, useReports, type MadeReport } from './send-report.ts'
import { isComplete, nextOf, QUESTIONS, type Answers } from './six.ts'
import { SixQuestions } from './SixQuestions.tsx'
import { useKeptAnswers } from './use-kept-answers.ts'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'

export type Desk = NonNullable<DisasterReportPageQuery['reportDesk']>
export type OwnFacility = Desk['facilities'][number]

interface ReportTapsProps {
  desk: Desk
  facility: OwnFacility
  /** Who said it and how, when somebody else types it in; null = nobody has written that yet. */
  told: Pick<MadeReport, 'told' | 'reportedByName'> | null
}

/** Six taps, each kept on the device; the sixth sends. What has arrived and what has not is said in the heading. */
export function ReportTaps({ desk, facility, told }: ReportTapsProps) {
  const words = useDisastersText()
  const text = words.report
  const place = {
    title: `${desk.name}　${facility.name}　${text.title}`,
    path: `/disasters/${desk.eventId}/report?facility=${facility.calledFacilityId}`,
  }
  const { kept, loaded, keep, forget } = useKeptAnswers({
    key: `report:${facility.calledFacilityId}`,
    ...place,
  })
  const reports = useReports({ calledFacilityId: facility.calledFacilityId, ...place })
  const file = useCommand(Filed)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const [sending, setSending] = useState(false)
  const [made, setMade] = useState<MadeReport>()
  const [again, setAgain] = useState(false)
  const [noting, setNoting] = useState(false)
  const waiting = reports.entries.findLast(({ state }) => state === 'WAITING' || state === 'SENDING')?.input
  // Found waiting after a reload, it is this screen's to say that it has arrived.
  if (waiting && waiting.reportKey !== made?.reportKey) setMade(waiting)
  if (!loaded) return null

  const deliver = async (report: MadeReport) => {
    setMade(report)
    setAgain(false)
    setNoting(false)
    setSending(true)
    const result = await reports.send(report, { replaces: reports.refused?.id })
    setSending(false)
    if (result.kind === 'done') forget()
    if (result.kind === 'done' && result.payload.__typename !== 'Waiting') announce(text.sentTitle)
    // Its answers are still there to be sent again.
    else if (result.kind !== 'done') keep({ answers: answersOf(report) })
    setOutcome(result)
  }
  const answered = (answers: Answers) => {
    setOutcome(undefined)
    keep({ answers })
    if (isComplete(answers)) void deliver(makeReport(facility.calledFacilityId, answers, told ?? {}))
  }

  const refused = reports.refused
  const unsent = waiting ?? (sending ? made : undefined)
  const sent = made && !unsent && !refused && outcome?.kind !== 'failed' ? made : undefined
  const last = sent ?? (facility.report && reportOf(facility))
  const begun = again ? (kept?.answers ?? {}) : kept?.answers
  const shown: Answers = begun ?? (unsent ? answersOf(unsent) : undefined) ?? (last ? answersOf(last) : {})
  const left = QUESTIONS.filter((question) => shown[question] === undefined).length
  const unknown = QUESTIONS.filter((question) => shown[question] === 'UNKNOWN').map(
    (question) => words.questions[question].label,
  )
  const complete = nextOf(shown) === undefined
  return (
    <>
      {!complete && <output className="prose-sub">{text.left(left)}</output>}
      <RefusedNotice outcome={refused?.outcome ?? (outcome?.kind === 'done' ? undefined : outcome)} />
      {unsent && (
        <Came glyph="clock" title={sending ? text.sending : text.savedTitle}>
          {text.savedBody(formatTime(unsent.reportedAt))}
        </Came>
      )}
      {sent && (
        <Came glyph="check" title={text.sentTitle}>
          {text.sentBody(formatTime(sent.reportedAt))}
        </Came>
      )}
      {!begun && !unsent && !sent && facility.report && (
        <Came glyph="check" title={text.lastTitle}>
          {text.lastBody(formatTime(facility.report.reportedAt), facility.report.reportedByName)}
        </Came>
      )}
      <SixQuestions key={again ? 'again' : 'first'} answers={shown} onAnswer={answered} />
      {unsent && !sending && (
        <div className="yui-dz-stack">
          <p>
            <b>{text.hurry}</b>
            <br />
            {text.hurryBody}
          </p>
          {desk.helpPhone && (
            <a className="yui-button" data-kind="main" href={`tel:${desk.helpPhone}`}>
              {text.phone(desk.helpPhone)}
            </a>
          )}
          <Button onClick={() => void reports.sendNow()}>{text.tryNow}</Button>
        </div>
      )}
      {!begun && !unsent && last && (
        <>
          <h2 className="mt-8">{text.after}</h2>
          <ul>
            <li>{text.next(formatTime(facility.deadline))}</li>
            {unknown.length > 0 && facility.buddyName && (
              <li>{text.buddyAsks(facility.buddyName, unknown.join('・'))}</li>
            )}
            <li>{facility.filedAt ? text.filedAt(formatTime(facility.filedAt)) : text.alsoState}</li>
          </ul>
          <div className="yui-dz-stack">
            {noting ? (
              <ReportNote
                note={last.note}
                busy={sending}
                onSend={(note) =>
                  void deliver(makeReport(facility.calledFacilityId, answersOf(last), { ...told, note }))
                }
              />
            ) : (
              <Button kind="main" onClick={() => setNoting(true)}>
                {text.note}
              </Button>
            )}
            <Button
              busy={sending}
              onClick={() =>
                void deliver(
                  makeReport(facility.calledFacilityId, answersOf(last), { ...told, note: last.note }),
                )
              }
            >
              {text.same}
            </Button>
            <Button onClick={() => setAgain(true)}>{text.again}</Button>
            <Button
              onClick={() =>
                void file({
                  input: {
                    eventId: desk.eventId,
                    facilityId: facility.facilityId,
                    form: 'MINISTRY_SYSTEM',
                    filedAt: new Date().toISOString(),
                  },
                }).then(setOutcome)
              }
            >
              {text.filed}
            </Button>
            <OpeningSteps eventId={desk.eventId} facility={facility} />
            <LinkButton to="/disasters/$eventId" params={{ eventId: desk.eventId }}>
              {text.toBoard}
            </LinkButton>
          </div>
        </>
      )}
    </>
  )
}

interface CameProps {
  glyph: 'clock' | 'check'
  title: string
  children: string
}

function Came({ glyph, title, children }: CameProps) {
  return (
    <output className="yui-dz-came">
      <Glyph name={glyph} />
      <span>
        <b>{title}</b>
        <span className="prose-sub">{children}</span>
      </span>
    </output>
  )
}

const reportOf = ({ calledFacilityId, report }: OwnFacility): MadeReport | null =>
  report && {
    ...answersOf({ ...report, reportKey: report.id, calledFacilityId }),
    note: report.note,
    reportedAt: report.reportedAt,
    reportKey: report.id,
    calledFacilityId,
  }
