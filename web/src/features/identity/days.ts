import { today } from '../../lib/dates.ts'

const DAY = 86_400_000

/** The day before, ISO. */
export const dayBefore = (iso: string): string =>
  new Date(new Date(`${iso}T00:00:00Z`).getTime() - DAY).toISOString().slice(0, 10)

/** The last day that ends with an instant: a token that closes at midnight opens on the day before. */
export const lastDayBefore = (instant: string): string => today(new Date(new Date(instant).getTime() - 1))
