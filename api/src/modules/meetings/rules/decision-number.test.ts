import { describe, expect, it } from 'vitest'
import { decisionLabel, fiscalYearLabel, minutesLabel } from './decision-number.ts'

describe('the number of a decision', () => {
  it.each([
    [{ fiscalYear: 2026, organ: 'GENERAL_MEETING', number: 7 }, '令和8年-総会-07'],
    [{ fiscalYear: 2019, organ: 'BOARD', number: 1 }, '令和元年-役員-01'],
    [{ fiscalYear: 2018, organ: 'COMMITTEE', number: 12 }, '平成30年-部会-12'],
    [{ fiscalYear: 2027, organ: 'EVALUATION_COUNCIL', number: 100 }, '令和9年-評議会-100'],
  ] as const)('%o is %s', (decision, label) => {
    expect(decisionLabel(decision)).toBe(label)
  })
})

describe('the number of minutes', () => {
  it.each([
    [{ fiscalYear: 2026, organ: 'GENERAL_MEETING', number: 2, day: '2026-11-26' }, '令和8年-総会-第2回'],
    [{ fiscalYear: 2026, organ: 'BOARD', number: null, day: '2026-06-05' }, '令和8年-役員-6月5日'],
  ] as const)('%o is %s', (minutes, label) => {
    expect(minutesLabel(minutes)).toBe(label)
  })
})

describe('a fiscal year', () => {
  it.each([
    [1989, '平成元年'],
    [2018, '平成30年'],
    [2019, '令和元年'],
    [2026, '令和8年'],
  ])('%i is %s', (year, label) => {
    expect(fiscalYearLabel(year)).toBe(label)
  })
})
