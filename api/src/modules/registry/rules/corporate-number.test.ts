import { describe, expect, it } from 'vitest'
import { isCorporateNumber } from './checked-numbers.ts'
import { corporateNumberCheckDigit, examineCorporateNumber } from './corporate-number.ts'

// 国税庁 explains the check digit with 700110005901: 8 stands before it.
const RIGHT = '8700110005901'

describe('a 法人番号 as typed', () => {
  it.each([
    ['as it is', RIGHT, null],
    ['full-width, in groups', '８-7001-1000-5901', null],
    ['as the number of a qualified invoice issuer', `T${RIGHT}`, null],
    ['with spaces', ' 8700110 005901 ', null],
    ['one digit short', RIGHT.slice(0, 12), 'NOT_13_DIGITS'],
    ['a word', '不明', 'NOT_13_DIGITS'],
    ['nothing', '', 'NOT_13_DIGITS'],
    ['another digit', '8700110005902', 'CHECK_DIGIT_WRONG'],
  ])('%s', (_how, typed, problem) => {
    expect(examineCorporateNumber(typed).problem).toBe(problem)
  })

  it('is told the check digit that the other twelve ask for', () => {
    expect(corporateNumberCheckDigit('700110005901')).toBe('8')
    expect(examineCorporateNumber('1700110005901').expectedCheckDigit).toBe('8')
  })

  it('is proposed what it were without a swap of neighbours', () => {
    const slip = '8700110009501'
    const { problem, swapped } = examineCorporateNumber(slip)
    expect(problem).toBe('CHECK_DIGIT_WRONG')
    expect(swapped).toContain(RIGHT)
    expect(swapped.every(isCorporateNumber)).toBe(true)
  })

  it('finds every swap of unequal neighbours that the check digit notices', () => {
    for (let n = 1; n < 12; n++) {
      const slip = [RIGHT.slice(0, n), RIGHT[n + 1], RIGHT[n], RIGHT.slice(n + 2)].join('')
      if (slip === RIGHT || isCorporateNumber(slip)) continue
      expect([slip, examineCorporateNumber(slip).swapped.includes(RIGHT)]).toEqual([slip, true])
    }
  })
})
