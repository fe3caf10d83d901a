const DAY = 86_400_000

/** The day that is so many days later; days are midnights in UTC, as Prisma keeps them. */
export const daysAfter = (day: Date, count: number): Date => new Date(day.getTime() + count * DAY)

/** The last day of the year that begins on a day: 1 April → 31 March. */
export function lastDayOfYearFrom(day: Date): Date {
  const next = new Date(Date.UTC(day.getUTCFullYear() + 1, day.getUTCMonth(), day.getUTCDate()))
  return daysAfter(next, -1)
}

/** Whether a span of days, open at the end when `endsOn` is null, holds a day. */
export const coversDay = (
  { startsOn, endsOn }: { readonly startsOn: Date; readonly endsOn: Date | null },
  day: Date,
): boolean => startsOn <= day && (endsOn === null || endsOn >= day)
