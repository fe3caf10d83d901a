import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { YearCalendar_DayFragment } from '../../generated/graphql.ts'
import { formatDay } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { timeOf } from './clock.ts'
import { byMonth } from './year.ts'
import './YearCalendar.css'

const Day = graphql(`
  fragment YearCalendar_day on CalendarDay {
    entryId
    kind
    title
    place
    audience
    startsOn
    endsOn
    startMinute
    endMinute
    cancelled
  }
`)

interface YearCalendarProps {
  /** The fiscal year. */
  year: number
  days: readonly FragmentType<typeof Day>[]
}

/** A fiscal year, month by month; the same list on a phone and on paper. */
export function YearCalendar({ year, days }: YearCalendarProps) {
  const text = useBulletinText().calendar
  return (
    <div className="yui-year">
      {byMonth(year, readFragment(Day, days)).map(({ month, entries }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`}>{text.month(Number(month.slice(5)))}</h2>
          {entries.length === 0 ? (
            <p className="prose-note">{text.nothing}</p>
          ) : (
            <ul>
              {entries.map((entry) => (
                <Entry key={`${entry.entryId} ${entry.startsOn}`} entry={entry} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

function Entry({ entry }: { entry: YearCalendar_DayFragment }) {
  const text = useBulletinText().calendar
  const language = useLanguage()
  const { entryId, title, kind, place, startsOn, endsOn, startMinute, endMinute, cancelled, audience } = entry
  return (
    <li data-cancelled={cancelled || undefined}>
      <time dateTime={startsOn}>
        {formatDay(startsOn, language)}
        {startMinute !== null && endMinute !== null && (
          <span className="block">{`${timeOf(startMinute)}–${timeOf(endMinute)}`}</span>
        )}
      </time>
      <div>
        <Link to="/network/calendar/$entryId" params={{ entryId }}>
          {title}
        </Link>
        <span className="yui-row-note">
          {[
            cancelled && text.cancelled,
            text.kinds[kind],
            endsOn !== startsOn && text.until(formatDay(endsOn, language)),
            place,
            audience === 'OFFICERS' && text.officersOnly,
          ]
            .filter(Boolean)
            .join('　')}
        </span>
      </div>
    </li>
  )
}
