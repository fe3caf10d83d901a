import { expect, it } from 'vitest'
import { inJapan, minuteOf, momentOf, timeOf } from './clock.ts'

it.each([
  ['9:00', 540],
  ['09:05', 545],
  ['１３：３０', 810],
  ['9時30分', 570],
  ['24:00', 1440],
  ['24:01', null],
  ['13', null],
  ['9:60', null],
  ['', null],
])('%s', (typed, minute) => expect(minuteOf(typed)).toBe(minute))

it('is written as it was read', () => expect(timeOf(minuteOf('09:05') ?? 0)).toBe('9:05'))
it('is a time of Japan', () => expect(momentOf('2026-11-24', 540)).toBe('2026-11-24T00:00:00.000Z'))
it.each([
  ['2026-11-24', 540],
  ['2026-01-01', 0],
  ['2026-12-31', 1439],
])('of %s, minute %i is found again', (day, minute) =>
  expect(inJapan(momentOf(day, minute))).toEqual({ day, minute }),
)
