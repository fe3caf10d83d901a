import { isoOf, toEntry, today, type DateEntry } from '../../lib/dates.ts'
import { tidyTime } from '../../lib/clock.ts'

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** Tidies a time that was typed: 「１４：００」「1400」「14時30分」 become 14:00, 14:00 and 14:30. */
export function cleanTime(typed: string): string {
  const plain = tidyTime(typed)
  const bare = /^(\d{1,2})(\d{2})$/.exec(plain)
  const written = bare ? `${bare[1]}:${bare[2]}` : plain
  const match = CLOCK.exec(written)
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : plain
}

/** Whether a time was typed as 24 hours know it. */
export const isTime = (typed: string): boolean => CLOCK.test(typed)

/** The moment of a day and a time of day in Japan, ISO; null while one of them is missing. */
export function momentOf(day: DateEntry, time: string): string | null {
  const iso = isoOf(day)
  return iso && isTime(time) ? `${iso}T${cleanTime(time)}:00+09:00` : null
}

/** A moment taken apart again for the fields of a form. */
export function entryOf(moment: string | null): { day: DateEntry; time: string } {
  if (!moment) return { day: toEntry(null), time: '' }
  const at = new Date(moment)
  return { day: toEntry(today(at)), time: clock.format(at) }
}

/** The day before another one, as the usual last day for answers. */
export function dayBefore(day: DateEntry): DateEntry {
  const iso = isoOf(day)
  if (!iso) return toEntry(null)
  return toEntry(new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10))
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
})
