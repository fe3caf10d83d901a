import { isOfficeNumber, readOfficeNumber } from './checked-numbers.ts'
import { unspaced } from './text.ts'

export type OfficeNumberFault =
  | 'OFFICE_NUMBER_LENGTH'
  | 'OFFICE_NUMBER_CHARACTER'
  | 'OFFICE_NUMBER_CHECK_DIGIT'

/** Why what was typed is no 事業所番号, as a person can mend it; null if it is one. */
export function officeNumberFault(typed: string): OfficeNumberFault | null {
  if (readOfficeNumber(typed) !== null) return null
  const text = unspaced(typed).toUpperCase()
  if (/[^0-9A-Z]/.test(text)) return 'OFFICE_NUMBER_CHARACTER'
  if (text.length !== 10) return 'OFFICE_NUMBER_LENGTH'
  if (!/^[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}$/.test(text)) return 'OFFICE_NUMBER_CHARACTER'
  return isOfficeNumber(text) ? null : 'OFFICE_NUMBER_CHECK_DIGIT'
}
