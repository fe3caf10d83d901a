import { tidyTime } from '../../lib/clock.ts'

const TIME = /^([01]?[0-9]|2[0-4]):([0-5][0-9])$/

/** Minutes after midnight of a time as people write it, 「9:00」 or 「９時００分」; null if it is none. */
export function minuteOf(typed: string): number | null {
  const [, hours, minutes] = TIME.exec(tidyTime(typed)) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return hours === undefined || minute > 1440 ? null : minute
}

/** 「13:30」 of the minutes after midnight. */
export const timeOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** Check for a `TextField`. */
export const isTime = { NOT_A_TIME: (typed: string) => minuteOf(typed) !== null }

/** The moment of a day and a time in Japan. */
export const momentOf = (day: string, minute: number): string =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + minute * 60_000).toISOString()

/** The day and the minute after midnight of a moment in Japan. */
export function inJapan(moment: string): { readonly day: string; readonly minute: number } {
  const shifted = new Date(Date.parse(moment) + 9 * 3_600_000)
  return {
    day: shifted.toISOString().slice(0, 10),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  }
}
