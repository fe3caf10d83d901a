/** A last day is spoken of so many days before it. */
const AHEAD_DAYS = 60

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whether a last day (`YYYY-MM-DD`) is near: today or within the days ahead. What is over is no longer spoken of. */
export const endsSoon = (endsOn: string | null, today: string): boolean =>
  endsOn !== null && endsOn >= today && endsOn <= addDays(today, AHEAD_DAYS)

/** Whether something that is due on a day is asked for: it is near, or late. */
export const isAskedFor = (dueOn: string, today: string): boolean => dueOn <= addDays(today, AHEAD_DAYS)
