import { describe, expect, it } from 'vitest'
import { conditionsOf, readRegisterSearch } from './register-search.ts'

describe('the address of the register', () => {
  it.each([
    [{}, {}],
    [
      { id: 'x', text: '会費', year: 2026, organ: 'BOARD', outcome: 'HOLDING' },
      { id: 'x', text: '会費', year: 2026, organ: 'BOARD', outcome: 'HOLDING' },
    ],
    [{ year: 'x', organ: 'CLUB', outcome: 'MAYBE', after: 3 }, {}],
    [{ text: 88, year: 3 }, { text: '88' }],
  ])('%o is read as %o', (given, read) => {
    expect(readRegisterSearch(given)).toEqual(read)
  })

  it('asks the API for what holds', () => {
    expect(conditionsOf({ outcome: 'HOLDING', year: 2026 })).toEqual({
      text: null,
      fiscalYear: 2026,
      organ: null,
      holding: true,
      outcome: null,
    })
  })
})
