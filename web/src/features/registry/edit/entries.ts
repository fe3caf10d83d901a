import { digitsOnly, toDigits } from '../../../lib/digits.ts'

// Between what stands in boxes and what the API takes: a blank box is null, never zero and never an empty text.

export const typedOf = (value: string | number | null): string => (value === null ? '' : String(value))

export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

/** A number of a box that was judged already; null for a blank one. */
export const numberOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Number(toDigits(typed))

/** Checks for `TextField`. */
export const wholeNumber = { NOT_A_NUMBER: (typed: string) => /^\d{1,6}$/.test(toDigits(typed)) }
export const decimalNumber = {
  NOT_A_NUMBER: (typed: string) => /^-?\d{1,3}(?:\.\d{1,15})?$/.test(toDigits(typed)),
}
/** The API reads telephone numbers in the same way; told here too, all mistakes of a form are told at once. */
export const phoneNumber = { PHONE_UNREADABLE: (typed: string) => /^0\d{9,10}$/.test(digitsOnly(typed)) }
export const emailAddress = { EMAIL_WITHOUT_AT: (typed: string) => toDigits(typed).includes('@') }
