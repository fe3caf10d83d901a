import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

const digitsOf = (text: string): number[] => Array.from(text, Number)

// Spreadsheets hand back whole numbers as "62014.0".
const asTyped = (cell: string): string => unspaced(cell).replace(/\.0+$/, '').toUpperCase()

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
): Reading<string, 'CORPORATE_NUMBER_MISSING' | 'CORPORATE_NUMBER_WRONG'> {
  const text = asTyped(cell)
  if (text === '') return unreadable('CORPORATE_NUMBER_MISSING')
  return isCorporateNumber(text) ? given(text) : unreadable('CORPORATE_NUMBER_WRONG')
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

/** Reads 事業所番号 from a cell, giving back the leading zero a spreadsheet took. Null if it is none. */
export function readOfficeNumber(cell: string): string | null {
  const text = asTyped(cell)
  const whole = /^[0-9]{9}$/.test(text) ? `0${text}` : text
  return isOfficeNumber(whole) ? whole : null
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
 * Reads a municipality code in any of its forms: six digits; JIS five digits; JIS with "00" (seven digits); each of
 * them also without the leading zero a spreadsheet took. Five digits can be read in two ways, therefore the known
 * municipalities decide; null if none or more than one of them fits.
 */
export function readMunicipalityCode(cell: string, known: ReadonlySet<string>): string | null {
  const text = asTyped(cell)
  if (!/^[0-9]{4,7}$/.test(text)) return null
  const candidates = [text, `0${text}`].flatMap((digits) => {
    if (digits.length === 6) return isMunicipalityCode(digits) ? [digits] : []
    const five = digits.length === 7 && digits.endsWith('00') ? digits.slice(0, 5) : digits
    return five.length === 5 ? [five + municipalityCheckDigit(five)] : []
  })
  const [code, ...others] = new Set(candidates.filter((candidate) => known.has(candidate)))
  return code !== undefined && others.length === 0 ? code : null
}

/** Reads a capacity in persons. Blank and 0 both mean that none was given. */
export function readCapacity(cell: string): Reading<number, 'CAPACITY_UNREADABLE'> {
  const text = unspaced(cell)
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\.0+$/, '')
  if (/^0*$/.test(text)) return blank
  const persons = /^([0-9]{1,5})(?:人|名)?$/.exec(text)?.[1]
  if (persons === undefined) return unreadable('CAPACITY_UNREADABLE')
  return Number(persons) > 0 ? given(Number(persons)) : blank
}
