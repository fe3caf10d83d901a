import { expect, it } from 'vitest'
import { ageLimits, ageOf } from './confirmation-age.ts'

const limits = ageLimits(new Date('2026-11-23T03:00:00Z'))

it.each([
  [null, 'NEVER'],
  ['2026-11-23T01:00:00Z', 'QUARTER'],
  ['2026-08-23T03:00:00Z', 'QUARTER'],
  ['2026-08-23T02:59:59Z', 'YEAR'],
  ['2025-11-23T03:00:00Z', 'YEAR'],
  ['2025-11-23T02:59:59Z', 'OLDER'],
])('%s belongs to %s', (confirmedAt, age) =>
  expect(ageOf(confirmedAt === null ? null : new Date(confirmedAt), limits)).toBe(age),
)
