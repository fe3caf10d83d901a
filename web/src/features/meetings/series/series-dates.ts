/** How the day of the next meeting follows from that of the first. */
export type Repeat = 'WEEKDAY' | 'DAY'

const DAY = 86_400_000
const at = (iso: string) => new Date(`${iso}T00:00:00Z`)
const isoOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/** Which weekday of which week of its month a day is: the 2 and the 3 of 第2水曜日. */
export function weekdayOf(iso: string): { nth: number; weekday: number } {
  const day = at(iso)
  return { nth: Math.ceil(day.getUTCDate() / 7), weekday: day.getUTCDay() }
}

/**
 * The days of so many meetings from the first one on. A month that is too short for the 31st or a fifth Wednesday has
 * its last one instead, so that no meeting is left out.
 */
export function seriesDates(first: string, everyMonths: number, count: number, repeat: Repeat): string[] {
  const begun = at(first)
  const { nth, weekday } = weekdayOf(first)
  return Array.from({ length: count }, (_, n) => {
    const month = begun.getUTCMonth() + n * everyMonths
    const year = begun.getUTCFullYear() + Math.floor(month / 12)
    const inYear = month % 12
    const last = daysIn(year, inYear)
    if (repeat === 'DAY') return isoOf(year, inYear, Math.min(begun.getUTCDate(), last))
    const firstOfKind = 1 + ((weekday - new Date(Date.UTC(year, inYear, 1)).getUTCDay() + 7) % 7)
    const wanted = firstOfKind + (nth - 1) * 7
    return isoOf(year, inYear, wanted > last ? wanted - 7 : wanted)
  })
}

/** A day so many days before another one. */
export const daysBefore = (iso: string, days: number): string =>
  new Date(at(iso).getTime() - days * DAY).toISOString().slice(0, 10)
