import { monthsBetween } from '../../lib/dates.ts'

/** How long ago the facts of a facility were confirmed. */
export const BUCKETS = ['quarter', 'year', 'older', 'never'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Where a facility belongs that was last confirmed at that moment; null = never. */
export function bucketOf(confirmedAt: string | null, today: string): Bucket {
  if (confirmedAt === null) return 'never'
  const months = monthsBetween(confirmedAt, today)
  if (months < 3) return 'quarter'
  return months < 12 ? 'year' : 'older'
}

/** How many facilities there are in each bucket. */
export function countBuckets(
  confirmations: readonly (string | null)[],
  today: string,
): Record<Bucket, number> {
  const counts = { quarter: 0, year: 0, older: 0, never: 0 }
  for (const confirmedAt of confirmations) counts[bucketOf(confirmedAt, today)]++
  return counts
}
