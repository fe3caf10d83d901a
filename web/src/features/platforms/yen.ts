import { toDigits } from '../../lib/digits.ts'

/** Whether an amount of yen was typed: 1 to 100,000,000, with or without commas. */
export const isYen = (typed: string): boolean => {
  const yen = yenOf(typed)
  return yen >= 1 && yen <= 100_000_000
}

/** The amount that was typed; NaN if it is none. */
export const yenOf = (typed: string): number => {
  const digits = toDigits(typed).replaceAll(',', '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}
