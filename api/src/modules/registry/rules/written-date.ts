import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

// The year before an era's year 1.
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  T: 1911,
}

/** Days between 1899-12-30, from which spreadsheets count, and 1970-01-01. */
const SPREADSHEET_EPOCH = 25_569

/** Reads a day as people and spreadsheets write it (平成3年4月1日, H3.4.1, 1991/4/1, 33329) to an ISO date. */
export function readDay(cell: string): Reading<string, 'DATE_UNREADABLE'> {
  const text = unspaced(cell).replace('元年', '1年')
  if (text === '') return blank
  const serial = /^([1-9][0-9]{4})(?:\.0)?$/.exec(text)?.[1]
  if (serial !== undefined)
    return given(new Date((Number(serial) - SPREADSHEET_EPOCH) * 86_400_000).toISOString().slice(0, 10))
  const parts =
    /^(令和|平成|昭和|大正|[RHST])?([0-9]{1,4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?(?:T?0?0:00(?::00)?.*)?$/i.exec(
      text,
    )
  if (!parts) return unreadable('DATE_UNREADABLE')
  const era = parts[1]?.toUpperCase()
  if (era === undefined && parts[2]?.length !== 4) return unreadable('DATE_UNREADABLE')
  const year = Number(parts[2]) + (era === undefined ? 0 : (ERAS[era] ?? 0))
  const iso = [String(year), parts[3], parts[4]].map((part = '') => part.padStart(2, '0')).join('-')
  return isDay(iso) ? given(iso) : unreadable('DATE_UNREADABLE')
}

const isDay = (iso: string): boolean => {
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso) && day.getUTCFullYear() >= 1868
}
