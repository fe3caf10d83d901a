const DASHES = /[ー―‐‑‒–—−－ｰ]/g

/**
 * Half-width form of what was meant as a number, a telephone number, a postal code, an e-mail address, a date or
 * a code. Never for names, addresses or free text: NFKC changes people's names (U+FA19 becomes U+795E).
 */
export function toDigits(typed: string): string {
  return typed.replace(DASHES, '-').normalize('NFKC').replace(DASHES, '-').trim()
}

/** Digits only, for numbers that are compared or counted. */
export function digitsOnly(typed: string): string {
  return toDigits(typed).replace(/\D/g, '')
}

/** ひらがな as カタカナ; readings are kept in カタカナ whichever was typed. */
export function toKatakana(typed: string): string {
  return typed.replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
}

/** Groups the digits of a whole number by thousands, as yen are written in both languages: 30000 → 30,000. */
export const grouped = (digits: number | string | undefined): string =>
  String(digits ?? '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')
