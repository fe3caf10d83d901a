import { describe, expect, it } from 'vitest'
import { issuesOfLimits, procurementRuleFor, type ProcurementRule } from './procurement.ts'

const direct: ProcurementRule = { upToYen: 1_000_000n, method: 'DIRECT', quotes: null, approver: '施設長' }
const quotes: ProcurementRule = { upToYen: 10_000_000n, method: 'QUOTES', quotes: 3, approver: '理事長' }
const tender: ProcurementRule = { upToYen: null, method: 'TENDER', quotes: null, approver: '理事会' }
const lines = [direct, quotes, tender]

describe('the line that counts for an amount', () => {
  it.each([
    [0n, direct],
    [1n, direct],
    [1_000_000n, direct],
    [1_000_001n, quotes],
    [10_000_000n, quotes],
    [10_000_001n, tender],
    [9_000_000_000_000n, tender],
    [-1n, null],
  ])('%s yen', (amount, expected) => {
    expect(procurementRuleFor(lines, amount)).toBe(expected)
  })

  it('is none where the rule says nothing', () => {
    expect(procurementRuleFor([], 1n)).toBeNull()
    expect(procurementRuleFor([direct], 1_000_001n)).toBeNull()
  })
})

describe('lines as they were typed', () => {
  it.each<[string, ProcurementRule[], string[]]>([
    ['rising, the last one open', lines, []],
    ['one open line', [tender], []],
    ['no line', [], []],
    ['the last one with a limit', [direct, quotes], ['limits.1.upToYen LAST_LIMIT_NOT_OPEN']],
    ['an open line in between', [direct, tender, tender], ['limits.1.upToYen LIMIT_MISSING']],
    ['the same limit twice', [direct, direct, tender], ['limits.1.upToYen LIMIT_NOT_RISING']],
    ['a falling limit', [quotes, direct, tender], ['limits.1.upToYen LIMIT_NOT_RISING']],
    ['quotes without a number', [{ ...quotes, quotes: null }, tender], ['limits.0.quotes REQUIRED']],
  ])('%s', (_what, given, expected) => {
    expect(issuesOfLimits(given).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
  })
})
