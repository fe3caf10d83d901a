import { isCorporateNumber } from './checked-numbers.ts'
import { unspaced } from './text.ts'

/** What can be said of a 法人番号 that somebody typed. */
export interface ExaminedNumber {
  /** Digits as understood: full-width made narrow, spaces, hyphens and a leading T taken out. */
  readonly digits: string
  readonly problem: 'NOT_13_DIGITS' | 'CHECK_DIGIT_WRONG' | null
  /** The first digit that the other twelve ask for; null unless there are 13 digits. */
  readonly expectedCheckDigit: string | null
  /** Numbers that would be right if two neighbouring digits had changed places. */
  readonly swapped: readonly string[]
}

/** The check digit of a 法人番号 for its other twelve digits (法人番号の指定等に関する省令2条). */
export function corporateNumberCheckDigit(twelve: string): string {
  const sum = Array.from(twelve, Number)
    .toReversed()
    .reduce((total, digit, n) => total + digit * (n % 2 === 0 ? 1 : 2), 0)
  return String(9 - (sum % 9))
}

/**
 * Examines a 法人番号 as typed. Which of 13 digits is wrong cannot be known; but what the check digit ought to be can,
 * and so can what the number were if two neighbours had been swapped, the slip that hands make most.
 */
export function examineCorporateNumber(typed: string): ExaminedNumber {
  const digits = unspaced(typed)
    .replace(/[-‐‒–—―−ー]/g, '')
    .replace(/^T/i, '')
  if (!/^[0-9]{13}$/.test(digits))
    return { digits, problem: 'NOT_13_DIGITS', expectedCheckDigit: null, swapped: [] }
  const expectedCheckDigit = corporateNumberCheckDigit(digits.slice(1))
  if (isCorporateNumber(digits)) return { digits, problem: null, expectedCheckDigit, swapped: [] }
  return { digits, problem: 'CHECK_DIGIT_WRONG', expectedCheckDigit, swapped: neighbourSwaps(digits) }
}

function neighbourSwaps(digits: string): string[] {
  const candidates = Array.from({ length: digits.length - 1 }, (_, n) =>
    [digits.slice(0, n), digits[n + 1], digits[n], digits.slice(n + 2)].join(''),
  )
  return [...new Set(candidates)].filter((candidate) => isCorporateNumber(candidate))
}
