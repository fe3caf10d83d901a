import { PREFECTURES } from './prefectures.ts'
import { given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

const digitsOf = (text: string): number[] => Array.from(text, Number)

const DASHES = /[-‐‒–—―−ー─]/g

/** A number as a spreadsheet hands it back: a text with its digits, whether its decimals or last digits were lost. */
interface TypedNumber {
  readonly text: string
  /** "62014.0": a whole number that was stored as a decimal one. */
  readonly decimals: boolean
  /** "6.70E+08": the last digits are lost. */
  readonly rounded: boolean
}

function asTyped(cell: string): TypedNumber {
  const text = unspaced(cell).replace(DASHES, '-').replace(/-/g, '').toUpperCase()
  const power = /^([0-9])(?:\.([0-9]+))?E([0-9]+)$/.exec(text.replace('E+', 'E'))
  if (power) {
    const digits = `${power[1]}${power[2] ?? ''}`
    // As many digits as the power says: nothing was lost, it is only another way of writing.
    const whole = digits.length === Number(power[3]) + 1
    return { text: whole ? digits : text, decimals: whole, rounded: !whole }
  }
  const whole = text.replace(/(\d)\.0+$/, '$1')
  return { text: whole, decimals: whole !== text, rounded: false }
}

/** Whether the first of 13 digits checks the other twelve (法人番号の指定等に関する省令2条). */
export function isCorporateNumber(text: string): boolean {
  if (!/^[1-9][0-9]{12}$/.test(text)) return false
  const [check, ...base] = digitsOf(text)
  const sum = base.toReversed().reduce((total, digit, n) => total + digit * (n % 2 === 0 ? 1 : 2), 0)
  return check === 9 - (sum % 9)
}

/** Reads 法人番号 from a cell; a number that fails its check digit is no number. */
export function readCorporateNumber(
  cell: string,
): Reading<string, 'CORPORATE_NUMBER_MISSING' | 'CORPORATE_NUMBER_WRONG' | 'CORPORATE_NUMBER_ROUNDED'> {
  const { text, decimals, rounded } = asTyped(cell)
  if (text === '') return unreadable('CORPORATE_NUMBER_MISSING')
  if (rounded) return unreadable('CORPORATE_NUMBER_ROUNDED')
  // 適格請求書発行事業者 writes its 法人番号 with a T in front.
  const number = text.replace(/^T/, '')
  if (!isCorporateNumber(number)) return unreadable('CORPORATE_NUMBER_WRONG')
  return given(number, decimals ? 'DECIMALS_REMOVED' : undefined)
}

// 事業所番号 knows the letters without I, O and Q, which look like digits; A counts 10, B 11, … Z 32.
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const officeDigit = (character: string): number => {
  const letter = LETTERS.indexOf(character)
  return letter < 0 ? Number(character) : 10 + letter
}

/** Whether the last of 10 characters checks the other nine (modulus 10, weights 2 and 1 from the right, split). */
export function isOfficeNumber(text: string): boolean {
  if (!/^[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}$/.test(text)) return false
  const sum = Array.from(text.slice(0, 9), officeDigit)
    .toReversed()
    .map((value, n) => value * (n % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + digitsOf(String(product)).reduce((a, b) => a + b, 0), 0)
  return Number(text[9]) === (10 - (sum % 10)) % 10
}

/**
 * Reads 事業所番号 from a cell. A leading zero that a spreadsheet took is given back if the check digit agrees and, where
 * the place is known, the number then begins with its prefecture: one wrong number in ten passes the check digit alone.
 */
export function readOfficeNumber(
  cell: string,
  prefecture: string | null = null,
): Reading<string, 'OFFICE_NUMBER_MISSING' | 'OFFICE_NUMBER_WRONG' | 'OFFICE_NUMBER_ROUNDED'> {
  const { text, decimals, rounded } = asTyped(cell)
  if (text === '') return unreadable('OFFICE_NUMBER_MISSING')
  if (rounded) return unreadable('OFFICE_NUMBER_ROUNDED')
  if (isOfficeNumber(text)) return given(text, decimals ? 'DECIMALS_REMOVED' : undefined)
  const whole = /^[1-9][0-9]{8}$/.test(text) ? `0${text}` : null
  if (whole === null || !isOfficeNumber(whole)) return unreadable('OFFICE_NUMBER_WRONG')
  return prefecture === null || whole.startsWith(prefecture)
    ? given(whole, 'ZERO_RESTORED')
    : unreadable('OFFICE_NUMBER_WRONG', whole)
}

/** The check digit of 全国地方公共団体コード for its first five digits. */
export const municipalityCheckDigit = (five: string): string => {
  const sum = digitsOf(five).reduce((total, digit, n) => total + digit * (6 - n), 0)
  return String((11 - (sum % 11)) % 10)
}

/** Whether the sixth digit checks the other five. */
export const isMunicipalityCode = (text: string): boolean =>
  /^[0-9]{6}$/.test(text) && municipalityCheckDigit(text.slice(0, 5)) === text[5]

/**
 * What a municipality code in any of its forms can mean: six digits; JIS five digits; JIS with "00" (seven digits);
 * each of them also without the leading zero a spreadsheet took. Five digits can be read in two ways.
 */
export function municipalityCodes(cell: string): string[] {
  const { text } = asTyped(cell)
  if (!/^[0-9]{4,7}$/.test(text)) return []
  const candidates = [text, `0${text}`].flatMap((digits) => {
    if (digits.length === 6) return isMunicipalityCode(digits) ? [digits] : []
    const five = digits.length === 7 && digits.endsWith('00') ? digits.slice(0, 5) : digits
    return five.length === 5 ? [five + municipalityCheckDigit(five)] : []
  })
  return [...new Set(candidates)].filter((code) => PREFECTURES.has(code.slice(0, 2)))
}

/** Reads a municipality code; the known municipalities decide, null if none or more than one of them fits. */
export function readMunicipalityCode(cell: string, known: ReadonlySet<string>): string | null {
  const [code, ...others] = municipalityCodes(cell).filter((candidate) => known.has(candidate))
  return code !== undefined && others.length === 0 ? code : null
}
