import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

const DASHES = /[‐‒–—―−ー─~]/g

/**
 * A telephone number in the groups of Japan's numbering plan, or null if it is none: 10 or 11 digits. Digits are never
 * changed; only a leading zero is given back, with which every number begins. Numbers outside the plan keep the groups
 * in which they were written.
 */
export function readPhone(cell: string): Reading<string, 'PHONE_UNREADABLE'> {
  const text = unspaced(cell)
    .replace(DASHES, '-')
    .replace(/\.0$/, '')
    .replace(/^(?:TEL|FAX|電話)[:.]?/i, '')
  if (text === '') return blank
  const national = text.replace(/^\+81-?(?:\(0\))?/, '0')
  if (!/^[0-9()-]+$/.test(national)) return unreadable('PHONE_UNREADABLE')
  const written = national.replace(/[()-]/g, '')
  const digits = withLeadingZero(written)
  if (!/^0[0-9]{9,10}$/.test(digits)) return unreadable('PHONE_UNREADABLE')
  const groups = national.split(/[()-]+/).filter(Boolean)
  const phone = inPlan(digits) ?? (groups.length === 3 && written === digits ? groups.join('-') : digits)
  if (written !== digits) return given(phone, 'ZERO_RESTORED')
  return given(phone, groups.length === 3 && groups.join('-') !== phone ? 'PHONE_REGROUPED' : undefined)
}

// A spreadsheet takes the zero every number begins with.
const withLeadingZero = (digits: string): string =>
  /^[1-9][0-9]{8}$/.test(digits) || /^[5789]0[0-9]{8}$/.test(digits) ? `0${digits}` : digits

const known = new Map<string, readonly number[]>()
const MOST_KNOWN = 20_000

/** The number in its groups; null where the plan knows no such number. */
function inPlan(digits: string): string | null {
  // The first seven digits decide the groups of a number of that length; to look them up once is a hundred times faster.
  const key = `${digits.slice(0, 7)} ${digits.length}`
  let lengths = known.get(key)
  if (!lengths) {
    const number = parsePhoneNumberFromString(digits, 'JP')
    const groups = number?.isValid() ? number.formatNational().split('-') : []
    lengths = groups.join('') === digits ? groups.map(({ length }) => length) : []
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, lengths)
  }
  if (lengths.length === 0) return null
  let start = 0
  return lengths.map((length) => digits.slice(start, (start += length))).join('-')
}

const EMAIL = /^[^@/:]+@[^@/]+\.[^@/]+$/

/** A web address that a browser can open. An e-mail address or a mistyped scheme is not one and is left out. */
export function readWebAddress(cell: string): Reading<string, 'URL_UNREADABLE' | 'EMAIL_IN_URL'> {
  const text = unspaced(cell)
  if (text === '') return blank
  if (EMAIL.test(text.replace(/^mailto:/i, ''))) return unreadable('EMAIL_IN_URL')
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`
  const host = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})\.?(?:[:/?#].*)?$/i.exec(address)?.[1]
  return host !== undefined && !text.includes('@') && URL.canParse(address)
    ? given(address)
    : unreadable('URL_UNREADABLE')
}
