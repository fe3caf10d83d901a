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

/** The days that two terms have in common; null if none. */
export function overlap(one: Term, other: Term): Term | null {
  const startsOn = one.startsOn > other.startsOn ? one.startsOn : other.startsOn
  const ends = [one.endsOn, other.endsOn].filter((day) => day !== null)
  const endsOn = ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : null
  return endsOn !== null && endsOn < startsOn ? null : { startsOn, endsOn }
}
