const DAY = 86_400_000

/** The day that is so many days later; days are midnights in UTC, as Prisma keeps them. */
export const daysAfter = (day: Date, count: number): Date => new Date(day.getTime() + count * DAY)

/** Days from one to another; `endsOn` null = until further notice. */
export interface Term {
  readonly startsOn: Date
  readonly endsOn: Date | null
}

/** Whether a day lies in a term. */
export const coversDay = ({ startsOn, endsOn }: Term, day: Date): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day)
