import { plusDays, weekdayOf, weekOfMonth, type Series } from './calendar.ts'

// RFC 5545, as far as a network's calendar needs it.

const OCTETS = 75

/** A content line in pieces of at most 75 octets; a character is never cut in two. */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS) {
      pieces.push(piece)
      piece = ''
      // The blank that begins the next line counts.
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

/** A TEXT value. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    // A content line knows no control characters but the tab.
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')

/** An entry as other calendars read it. */
export interface FeedEntry extends Series {
  readonly id: string
  readonly title: string
  readonly place: string | null
  readonly note: string | null
  /** Full address of its page. */
  readonly url: string | null
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly sequence: number
  readonly cancelled: boolean
  readonly updatedAt: Date
}

const compact = (day: string): string => day.replaceAll('-', '')
const two = (number: number): string => String(number).padStart(2, '0')
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}${two(minute % 60)}00`
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** A time in Japan; midnight at the end of a day is the beginning of the next. */
const local = (day: string, minute: number): string =>
  minute === 1440 ? `${compact(plusDays(day, 1))}T000000` : `${compact(day)}T${clock(minute)}`

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
const ZONE = 'TZID=Asia/Tokyo'

function ruleOf({ startsOn, repeat, repeatUntil, startMinute }: FeedEntry): string | null {
  if (repeat === 'NONE') return null
  // As precise as DTSTART: a day, or the last second of the day in Japan.
  const end =
    repeatUntil === null
      ? ''
      : `;UNTIL=${startMinute === null ? compact(repeatUntil) : utc(new Date(`${repeatUntil}T23:59:59+09:00`))}`
  switch (repeat) {
    case 'WEEKLY':
      return `FREQ=WEEKLY${end}`
    case 'MONTHLY':
      return `FREQ=MONTHLY${end};BYMONTHDAY=${Number(startsOn.slice(8))}`
    case 'MONTHLY_WEEKDAY':
      return `FREQ=MONTHLY${end};BYDAY=${weekOfMonth(startsOn)}${WEEKDAYS[weekdayOf(startsOn)] ?? ''}`
    case 'YEARLY':
      return `FREQ=YEARLY${end}`
  }
}

function eventLines(entry: FeedEntry): string[] {
  const { id, startsOn, endsOn, startMinute, endMinute, skippedDays, updatedAt } = entry
  const rule = ruleOf(entry)
  const timed = startMinute !== null && endMinute !== null
  return [
    'BEGIN:VEVENT',
    `UID:${id}@yui`,
    `DTSTAMP:${utc(updatedAt)}`,
    `LAST-MODIFIED:${utc(updatedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...(timed
      ? [`DTSTART;${ZONE}:${local(startsOn, startMinute)}`, `DTEND;${ZONE}:${local(endsOn, endMinute)}`]
      : [
          `DTSTART;VALUE=DATE:${compact(startsOn)}`,
          // The end of a day is not part of it.
          `DTEND;VALUE=DATE:${compact(plusDays(endsOn, 1))}`,
        ]),
    ...(rule ? [`RRULE:${rule}`] : []),
    ...skippedDays.map((day) =>
      timed ? `EXDATE;${ZONE}:${local(day, startMinute)}` : `EXDATE;VALUE=DATE:${compact(day)}`,
    ),
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(entry.note ? [`DESCRIPTION:${escaped(entry.note)}`] : []),
    ...(entry.url ? [`URL:${entry.url}`] : []),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(timed ? [] : ['TRANSP:TRANSPARENT']),
    'END:VEVENT',
  ]
}

/** A whole calendar. Japan has had no summer time since 1951. */
export function calendarText(name: string, entries: readonly FeedEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yui//Yui//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Tokyo',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0900',
    'TZOFFSETTO:+0900',
    'TZNAME:JST',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
