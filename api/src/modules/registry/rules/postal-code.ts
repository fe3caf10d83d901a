import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

/** Reads a postal code, giving back the leading zeros a spreadsheet took from its seven digits: 990-2301. */
export function readPostalCode(cell: string): Reading<string, 'POSTAL_CODE_UNREADABLE'> {
  const text = unspaced(cell)
    .replace(/^〒/, '')
    .replace(/[-‐‒–—―−ー─]/g, '-')
    .replace(/\.0$/, '')
  if (text === '') return blank
  if (!/^(?:[0-9]{3}-[0-9]{4}|[0-9]{5,7})$/.test(text)) return unreadable('POSTAL_CODE_UNREADABLE')
  const digits = text.replace('-', '')
  const whole = digits.padStart(7, '0')
  return given(`${whole.slice(0, 3)}-${whole.slice(3)}`, digits === whole ? undefined : 'ZERO_RESTORED')
}
