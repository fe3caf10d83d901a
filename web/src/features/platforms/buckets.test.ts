import { expect, it } from 'vitest'
import { bucketOf, countBuckets } from './buckets.ts'

const today = '2026-11-23'

it.each([
  [null, 'never'],
  ['2026-11-23T01:00:00Z', 'quarter'],
  ['2026-08-24T01:00:00Z', 'quarter'],
  ['2026-08-23T01:00:00Z', 'year'],
  ['2025-11-24T01:00:00Z', 'year'],
  ['2025-11-23T01:00:00Z', 'older'],
])('%s belongs to %s', (confirmedAt, bucket) => expect(bucketOf(confirmedAt, today)).toBe(bucket))

it('counts every bucket, the empty ones too', () => {
  expect(countBuckets([null, null, '2026-11-01T00:00:00Z'], today)).toEqual({
    quarter: 1,
    year: 0,
    older: 0,
    never: 2,
  })
})
