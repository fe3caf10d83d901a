import { formatTime } from '../../lib/dates.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { isLate, letterOf, type Board } from './board-data.ts'
import { SilenceText } from './StateText.tsx'

/** Who is silent, since when, who finds out until when, and whom to telephone: one line each. */
export function LateSection({ board }: { board: Board }) {
  const words = useDisastersText()
  const text = words.board
  const late = board.rows.filter(isLate)
  return (
    <section className="yui-dz-section" aria-labelledby="late">
      <h2 id="late">{late.length > 0 ? text.lateTitle(late.length) : text.nobodyLate}</h2>
      {late.length > 0 && (
        <ol className="yui-dz-late">
          {late.map((line, place) => {
            // Whoever is asked next telephones the facility; the municipality is telephoned itself.
            const who = line.asked === 'MUNICIPALITY' ? (line.askedName ?? '') : line.name
            const phone = line.asked === 'MUNICIPALITY' ? (line.askedPhone ?? line.phone) : line.phone
            return (
              <li key={line.calledFacilityId}>
                <div>
                  <p className="yui-dz-late__name">
                    <b>{letterOf(place)}</b>
                    <b>{line.name}</b>
                    <span>{line.municipality}</span>
                  </p>
                  <p>
                    <SilenceText line={line} />
                  </p>
                </div>
                <p>{text.lateFor(words.minutes(line.lateMinutes))}</p>
                <div>
                  <p>
                    {text.askedNext}　<b>{text.askedUntil(formatTime(line.askedUntil))}</b>
                  </p>
                  <p>
                    {text.asked[line.asked]}
                    {line.askedName && line.asked !== 'COUNCIL' && `　${line.askedName}`}
                  </p>
                </div>
                <div className="yui-dz-late__acts">
                  {phone ? (
                    <a className="yui-button yui-no-print" data-size="big" href={`tel:${phone}`}>
                      {text.phoneTo(who)}
                    </a>
                  ) : (
                    <span className="yui-no-print">{text.noPhone}</span>
                  )}
                  {phone && <span className="yui-print-only">{phone}</span>}
                  {line.can.includes('FIND_OUT') && (
                    <LinkButton
                      kind="text"
                      to="/disasters/$eventId/shelters/$calledId"
                      params={{ eventId: board.eventId, calledId: line.calledFacilityId }}
                    >
                      {text.findOut}
                      <span className="sr-only">（{line.name}）</span>
                    </LinkButton>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
