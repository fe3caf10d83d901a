import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { DRILL_MARK } from '../../locales/drill-mark.ts'
import './Disasters.css'

interface EventBandProps {
  event: { name: string; drill: boolean; startedAt?: string }
  /** It is one thing among others on a page that is not the event’s. */
  inPage?: boolean
}

/**
 * Says above everything which event this is, and that a drill is one: in words, with stripes, on paper too. It cannot be
 * put away. Every screen of an event begins with it.
 */
export function EventBand({ event: { name, drill, startedAt }, inPage }: EventBandProps) {
  const text = useDisastersText()
  const language = useLanguage()
  return (
    <div
      className="yui-event-band"
      data-drill={drill || undefined}
      data-in-page={inPage || undefined}
      role="note"
    >
      {drill && <div className="yui-event-band__stripe" aria-hidden="true" />}
      <p>
        {drill && (
          <>
            <b>{text.mark}</b>
            <span>{text.thisIsADrill}</span>
          </>
        )}
        <span className={drill ? 'yui-event-band__name' : undefined}>
          {drill ? plainName(name) : <b>{name}</b>}
          {startedAt && `　${text.started(formatMoment(startedAt, language))}`}
        </span>
      </p>
    </div>
  )
}

/** The name without the mark, where the mark stands beside it already. */
export const plainName = (name: string): string =>
  name.startsWith(DRILL_MARK) ? name.slice(DRILL_MARK.length) : name

/** A heading or title of an event's screen; of a drill it says so. */
export const headingOf = ({ drill }: { drill: boolean }, title: string): string =>
  drill ? `${DRILL_MARK}${title}` : title
