import { describe, expect, it } from 'vitest'
import { isConfidential, numberOf, STAGES, stateOn } from './stages.ts'

describe('a stage', () => {
  it('has its number, and is confidential from the fifth on', () => {
    expect(STAGES.map((stage) => [numberOf(stage), isConfidential(stage)])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
      [6, true],
      [7, true],
    ])
  })
})

describe('a tie on 23 November', () => {
  it.each([
    ['holds', 'STANDING', '2026-04-01', null, 'STANDING'],
    ['holds on its last day', 'STANDING', '2026-04-01', '2026-11-23', 'STANDING'],
    ['is over the day after', 'STANDING', '2026-04-01', '2026-11-22', 'OVER'],
    ['is yet to begin', 'STANDING', '2026-11-24', null, 'TO_COME'],
    ['waits, whatever its days', 'PROPOSED', '2020-04-01', '2021-03-31', 'PROPOSED'],
  ] as const)('%s', (_how, status, validFrom, validTo, state) => {
    expect(stateOn({ status, validFrom, validTo }, '2026-11-23')).toBe(state)
  })
})
