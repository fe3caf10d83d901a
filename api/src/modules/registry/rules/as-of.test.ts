import { expect, it } from 'vitest'
import { beginningOfNextDay } from './as-of.ts'

it('a day in Japan ends at 15:00 of universal time', () => {
  expect(beginningOfNextDay(new Date('2026-04-01'))).toEqual(new Date('2026-04-01T15:00:00Z'))
  expect(beginningOfNextDay(new Date('2026-12-31'))).toEqual(new Date('2026-12-31T15:00:00Z'))
})
