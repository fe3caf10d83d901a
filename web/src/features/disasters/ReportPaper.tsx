import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { QUESTIONS, SIX, type Answers } from './six.ts'

interface ReportPaperProps {
  /** The event; null for a paper that is kept for one. */
  event: { name: string; drill: boolean; network: string; helpPhone: string | null } | null
  facility: { name: string; deadline: string } | null
  /** What was answered last; null for a paper to be written on. */
  report: (Answers & { note: string; reportedByName: string; reportedAt: string }) | null
}

/** The six questions on one sheet A4, in black and white: to be read out on the telephone or sent by fax. */
export function ReportPaper({ event, facility, report }: ReportPaperProps) {
  const words = useDisastersText()
  const text = words.paper
  const language = useLanguage()
  return (
    <article className="yui-dz-paper">
      <h2>
        {event?.drill && <b>{words.mark}</b>}
        {text.title}
      </h2>
      <dl className="yui-dz-paper__head">
        <Line label={text.event}>{event?.name ?? ''}</Line>
        <Line label={text.facility}>{facility?.name ?? ''}</Line>
        <Line label={text.reportedAt}>{report ? formatMoment(report.reportedAt, language) : text.when}</Line>
        <Line label={text.reportedBy}>{report?.reportedByName ?? ''}</Line>
      </dl>
      <ol>
        {QUESTIONS.map((question) => {
          const { ask, answers } = words.questions[question]
          return (
            <li key={question}>
              <b>{ask}</b>
              <ul>
                {SIX[question].map((answer) => {
                  const chosen = report?.[question] === answer
                  return (
                    <li key={answer} data-chosen={chosen || undefined}>
                      <span className="yui-dz-box" data-chosen={chosen || undefined} />
                      {(answers as Readonly<Record<string, string>>)[answer]}
                      {chosen && <span className="sr-only">{text.chosen}</span>}
                    </li>
                  )
                })}
              </ul>
            </li>
          )
        })}
      </ol>
      <section>
        <b>{text.note}</b>
        <p className="yui-dz-paper__note">{report?.note}</p>
      </section>
      <p>
        {text.sendTo(event?.network ?? '', event?.helpPhone ?? '')}
        {facility && text.until(formatMoment(facility.deadline, language))}
      </p>
      <p className="prose-note">{text.names}</p>
    </article>
  )
}

function Line({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
