import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

const FREE_CALL = /^(0120|0800)([0-9]{3})([0-9]{3,4})$/

// How many digits the area code has. Only what the files at hand need; any other number keeps its own grouping.
const AREA_CODES: readonly (readonly [prefix: RegExp, length: number])[] = [
  [/^0[5789]0/, 3],
  [/^023[3-578]/, 4],
  [/^023[69]/, 3],
  [/^0[36]/, 2],
]

/** A telephone number as it is written in Japan, or null if it is none: 10 or 11 digits in three groups. */
export function readPhone(cell: string): Reading<string, 'PHONE_UNREADABLE'> {
  const text = unspaced(cell).replace(/[‐‒–—―−ー─]/g, '-')
  if (text === '') return blank
  if (!/^[0-9()-]+$/.test(text)) return unreadable('PHONE_UNREADABLE')
  const digits = withLeadingZero(text.replace(/[()-]/g, ''))
  if (!/^0[0-9]{9,10}$/.test(digits)) return unreadable('PHONE_UNREADABLE')
  const freeCall = FREE_CALL.exec(digits)
  if (freeCall) return given(freeCall.slice(1).join('-'))
  const area = AREA_CODES.find(([prefix]) => prefix.test(digits))?.[1]
  if (area !== undefined) return given(group(digits, area))
  const groups = text.split(/[()-]+/).filter(Boolean)
  return given(groups.length === 3 ? groups.join('-') : digits)
}

// A spreadsheet takes the zero every number begins with.
const withLeadingZero = (digits: string): string =>
  /^[1-9][0-9]{8}$/.test(digits) || /^[5789]0[0-9]{8}$/.test(digits) ? `0${digits}` : digits

const group = (digits: string, area: number): string =>
  [digits.slice(0, area), digits.slice(area, -4), digits.slice(-4)].join('-')

/** A web address that a browser can open. An e-mail address or a mistyped scheme is not one and is left out. */
export function readWebAddress(cell: string): Reading<string, 'URL_UNREADABLE'> {
  const text = unspaced(cell)
  if (text === '') return blank
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`
  const host = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})\.?(?:[:/?#].*)?$/i.exec(address)?.[1]
  return host !== undefined && !text.includes('@') && URL.canParse(address)
    ? given(address)
    : unreadable('URL_UNREADABLE')
}
