import { expect, test } from 'vitest'
import { chargesOf, duesState, fiscalYearDays } from './dues.ts'

const day = (text: string) => new Date(text)

test.each([
  ['OPEN', { dueOn: '2026-11-23' }],
  ['OVERDUE', { dueOn: '2026-11-22' }],
  ['PAID', { dueOn: '2026-06-30', paidOn: '2026-07-02' }],
  ['WAIVED', { dueOn: '2026-06-30', waivedOn: '2026-07-02' }],
] as const)('%s on 23 November', (state, { dueOn, ...settled }) => {
  const { paidOn, waivedOn }: { paidOn?: string; waivedOn?: string } = settled
  const row = {
    dueOn: day(dueOn),
    paidOn: paidOn ? day(paidOn) : null,
    waivedOn: waivedOn ? day(waivedOn) : null,
  }
  expect(duesState(row, day('2026-11-23'))).toBe(state)
})

test('a fiscal year is April to March', () => {
  expect(fiscalYearDays(2026)).toEqual({ first: day('2026-04-01'), last: day('2027-03-31') })
})

test('each member is charged once, by its kind; kinds without an amount and those charged already are left out', () => {
  const member = (corporationId: string, memberClass: string, startsOn = '2020-04-01') => ({
    corporationId,
    memberClass,
    startsOn: day(startsOn),
  })
  const members = [
    member('a', 'SUPPORTING', '2026-07-01'),
    member('a', 'FULL'),
    member('b', 'FULL'),
    member('c', 'FULL'),
    member('d', 'OBSERVER'),
  ]
  const amounts = [
    { memberClass: 'FULL', amountYen: 30_000 },
    { memberClass: 'SUPPORTING', amountYen: 10_000 },
  ]
  expect(chargesOf(members, amounts, new Set(['c']))).toEqual([
    { corporationId: 'a', memberClass: 'SUPPORTING', amountYen: 10_000 },
    { corporationId: 'b', memberClass: 'FULL', amountYen: 30_000 },
  ])
})
