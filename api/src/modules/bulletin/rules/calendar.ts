import type { CalendarRepeat } from '../../../generated/prisma/enums.ts'

/** The days of an entry and how they come again; days as `YYYY-MM-DD`. */
export interface Series {
  readonly startsOn: string
  /** Last day, the first included. */
  readonly endsOn: string
  readonly repeat: CalendarRepeat
  /** Last day on which one of the series may begin. */
  readonly repeatUntil: string | null
  /** First days that do not take place. */
  readonly skippedDays: readonly string[]
}

/** One time that an entry takes place. */
export interface Occurrence {
  readonly startsOn: string
  readonly endsOn: string
}

const DAY = 86_400_000

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayOfNumber = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
export const plusDays = (day: string, days: number): string => dayOfNumber(numberOf(day) + days)

/** Which weekday of its month a day is: the first, …, the fifth. */
export const weekOfMonth = (day: string): number => Math.ceil(Number(day.slice(8)) / 7)
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The first days of a series that lie up to a day, from the beginning. A month without the day is left out. */
function* beginnings({ startsOn, repeat, repeatUntil }: Series, until: string): Generator<string> {
  const last = repeatUntil !== null && repeatUntil < until ? repeatUntil : until
  if (repeat === 'NONE') {
    if (startsOn <= until) yield startsOn
    return
  }
  const [year = 0, month = 0, day = 0] = startsOn.split('-').map(Number)
  for (let step = 0; ; step++) {
    if (repeat === 'WEEKLY') {
      const next = plusDays(startsOn, 7 * step)
      if (next > last) return
      yield next
      continue
    }
    const months = repeat === 'YEARLY' ? 12 * step : step
    const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
    if (first > last) return
    const next = repeat === 'MONTHLY_WEEKDAY' ? sameWeekday(first, startsOn) : plusDays(first, day - 1)
    if (next.slice(0, 7) === first.slice(0, 7) && next <= last) yield next
  }
}

/** The same weekday of the same week as `model`, in the month that begins with `first`. */
function sameWeekday(first: string, model: string): string {
  const ahead = (weekdayOf(model) - weekdayOf(first) + 7) % 7
  return plusDays(first, ahead + 7 * (weekOfMonth(model) - 1))
}

/** When an entry takes place between two days, both included. */
export function occurrencesOf(series: Series, from: string, until: string): Occurrence[] {
  const length = numberOf(series.endsOn) - numberOf(series.startsOn)
  const found: Occurrence[] = []
  for (const startsOn of beginnings(series, until)) {
    const endsOn = plusDays(startsOn, length)
    if (endsOn >= from && !series.skippedDays.includes(startsOn)) found.push({ startsOn, endsOn })
  }
  return found
}

/** Whether a series takes place on a first day, skipped or not. */
export const beginsOn = (series: Series, day: string): boolean => [...beginnings(series, day)].includes(day)

interface Times {
  readonly startsOn: string
  readonly endsOn: string
  readonly startMinute: number | null
  readonly endMinute: number | null
}

/** Whether days and times of an entry follow each other. */
export const followEachOther = ({ startsOn, endsOn, startMinute, endMinute }: Times): boolean =>
  endsOn >= startsOn &&
  (startMinute === null) === (endMinute === null) &&
  (endsOn > startsOn || startMinute === null || endMinute === null || endMinute > startMinute)
