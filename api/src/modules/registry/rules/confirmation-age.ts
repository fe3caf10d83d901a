import { monthsFrom, staleBefore } from './freshness.ts'

/** How long ago a facility, or one block of it, was confirmed. */
export const AGES = ['QUARTER', 'YEAR', 'OLDER', 'NEVER'] as const
export type Age = (typeof AGES)[number]

/** Confirmed before these moments is older than three and than twelve months. */
export interface AgeLimits {
  readonly quarter: Date
  readonly year: Date
}

const QUARTER_MONTHS = 3

export const ageLimits = (now: Date): AgeLimits => ({
  quarter: monthsFrom(now, -QUARTER_MONTHS),
  year: staleBefore(now),
})

/** The age of something that was last confirmed at that moment; null = never. */
export function ageOf(confirmedAt: Date | null, { quarter, year }: AgeLimits): Age {
  if (confirmedAt === null) return 'NEVER'
  if (confirmedAt < year) return 'OLDER'
  return confirmedAt < quarter ? 'YEAR' : 'QUARTER'
}
