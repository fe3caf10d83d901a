import { expect, it } from 'vitest'
import { inForceOn } from './in-force.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const versions = [
  { number: 4, effectiveOn: day('2026-04-01') },
  { number: 1, effectiveOn: day('2014-07-01') },
  { number: 5, effectiveOn: null },
  { number: 2, effectiveOn: day('2019-04-01') },
  { number: 3, effectiveOn: day('2019-04-01') },
]

it.each([
  ['before the first', '2014-06-30', null],
  ['the first day of the first', '2014-07-01', 1],
  ['the last day of the first', '2019-03-31', 1],
  ['two from the same day: the later number', '2019-04-01', 3],
  ['the day before a new one', '2026-03-31', 3],
  ['the day of a new one', '2026-04-01', 4],
  ['a draft is never in force', '2099-01-01', 4],
])('%s', (_what, on, number) => {
  expect(inForceOn(versions, day(on))?.number ?? null).toBe(number)
})

it('a network without a rulebook has none in force', () => {
  expect(inForceOn([], day('2026-04-01'))).toBeNull()
})
