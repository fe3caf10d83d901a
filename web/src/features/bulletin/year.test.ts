import { expect, it } from 'vitest'
import { boundsOf, byMonth, monthsOf } from './year.ts'

it('a fiscal year begins in April and ends in March', () => {
  expect(monthsOf(2026)).toHaveLength(12)
  expect(monthsOf(2026)[0]).toBe('2026-04')
  expect(monthsOf(2026)[11]).toBe('2027-03')
  expect(boundsOf(2026)).toEqual({ from: '2026-04-01', until: '2027-03-31' })
})

it('every month is there, and what began before the year stands in its first', () => {
  const months = byMonth(2026, [{ startsOn: '2026-03-30' }, { startsOn: '2027-03-31' }])
  expect(months).toHaveLength(12)
  expect(months[0]?.entries).toEqual([{ startsOn: '2026-03-30' }])
  expect(months[11]?.entries).toEqual([{ startsOn: '2027-03-31' }])
})
