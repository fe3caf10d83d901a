import { expect, it } from 'vitest'
import { momentOf, typedMoment } from './moments.ts'

it('a moment in a box for date and time is one of Japan', () => {
  expect(typedMoment(new Date('2026-11-23T15:30:00Z'))).toBe('2026-11-24T00:30')
  expect(momentOf('2026-11-24T00:30')).toBe('2026-11-24T00:30:00+09:00')
  expect(momentOf('')).toBeNull()
})
