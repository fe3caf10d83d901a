import { describe, expect, it } from 'vitest'
import { daysFor, freshness, loanState, usable } from './stock.ts'

describe('what can be used', () => {
  it('is there, not promised and not out of date', () => {
    const lots = [
      { quantity: 10, reserved: 3, expiresOn: null },
      { quantity: 5, reserved: 0, expiresOn: '2026-11-23' },
      { quantity: 7, reserved: 0, expiresOn: '2026-11-22' },
    ]
    expect(usable(lots, '2026-11-23')).toBe(12)
  })

  it.each([
    [90, 3, 10, 3],
    [89, 3, 10, 2],
    [0, 3, 10, 0],
    [90, null, 10, null],
    [90, 3, 0, null],
  ])('%d units at %s per person and day last %d persons %s days', (quantity, need, persons, days) => {
    expect(daysFor(quantity, need, persons)).toBe(days)
  })
})

it.each([
  [null, 'KEEPS'],
  ['2026-11-22', 'EXPIRED'],
  ['2026-11-23', 'SOON'],
  ['2027-01-22', 'SOON'],
  ['2027-01-23', 'FRESH'],
] as const)('a lot of %s is %s on 23 November 2026', (expiresOn, state) => {
  expect(freshness(expiresOn, '2026-11-23')).toBe(state)
})

it.each([
  [10, 10, '2026-11-01', 'RETURNED'],
  [10, 9, '2026-11-22', 'OVERDUE'],
  [10, 9, '2026-11-23', 'LENT'],
] as const)('of %d lent, %d back, due on %s: %s', (quantity, returned, dueOn, state) => {
  expect(loanState({ quantity, returned, dueOn }, '2026-11-23')).toBe(state)
})
