import { toDigits } from './digits.ts'
import type { Language } from './language.ts'

const ZONE = 'Asia/Tokyo'
const DAY = 86_400_000

/** A calendar era; 西暦 counts from the year 0. */
export const ERAS = ['西暦', '令和', '平成', '昭和', '大正', '明治'] as const
export type Era = (typeof ERAS)[number]
/** Eras of days that are still to come, the usual one first. */
export const COMING_ERAS: readonly Era[] = ['令和', '西暦']

interface EraBounds {
  /** The year before the era's year 1. */
  offset: number
  /** First and last day, ISO. */
  from: string
  to: string
  letter: string
}

const BOUNDS: Record<Era, EraBounds> = {
  西暦: { offset: 0, from: '1868-01-01', to: '9999-12-31', letter: '' },
  令和: { offset: 2018, from: '2019-05-01', to: '9999-12-31', letter: 'R' },
  平成: { offset: 1988, from: '1989-01-08', to: '2019-04-30', letter: 'H' },
  昭和: { offset: 1925, from: '1926-12-25', to: '1989-01-07', letter: 'S' },
  大正: { offset: 1911, from: '1912-07-30', to: '1926-12-24', letter: 'T' },
  // 明治5年12月3日 became 明治6年1月1日; before it the calendar was another one.
  明治: { offset: 1867, from: '1873-01-01', to: '1912-07-29', letter: 'M' },
}

/** A date as a person typed it, box by box. */
export interface DateEntry {
  era: Era
  year: string
  month: string
  day: string
}

/** Which part of a typed date is wrong, and why. */
export interface DateMistake {
  part: 'year' | 'month' | 'day'
  kind: 'MISSING' | 'NOT_A_NUMBER' | 'NO_SUCH_MONTH' | 'NO_SUCH_DAY' | 'OUTSIDE_ERA'
  /** Last day of the month, for NO_SUCH_DAY. */
  lastDay?: number
}

export type ReadDate = { iso: string } | { mistake: DateMistake } | { empty: true }

/** Nothing typed yet, in the era people write today. */
export const emptyDate: DateEntry = { era: '令和', year: '', month: '', day: '' }

/** Turns what was typed into an ISO date, or says what to correct. 元年 is year 1. */
export function readDate(entry: DateEntry): ReadDate {
  const year = toDigits(entry.year)
  const month = toDigits(entry.month)
  const day = toDigits(entry.day)
  if (!year && !month && !day) return { empty: true }

  for (const [part, value] of [
    ['year', year],
    ['month', month],
    ['day', day],
  ] as const) {
    if (!value) return { mistake: { part, kind: 'MISSING' } }
    if (!/^\d{1,4}$/.test(value) && !(part === 'year' && value === '元'))
      return { mistake: { part, kind: 'NOT_A_NUMBER' } }
  }

  const { offset, from, to } = BOUNDS[entry.era]
  const fullYear = offset + (year === '元' ? 1 : Number(year))
  const monthNumber = Number(month)
  const dayNumber = Number(day)
  if (monthNumber < 1 || monthNumber > 12) return { mistake: { part: 'month', kind: 'NO_SUCH_MONTH' } }

  const lastDay = new Date(Date.UTC(fullYear, monthNumber, 0)).getUTCDate()
  if (dayNumber < 1 || dayNumber > lastDay) return { mistake: { part: 'day', kind: 'NO_SUCH_DAY', lastDay } }

  const iso = `${pad(fullYear, 4)}-${pad(monthNumber, 2)}-${pad(dayNumber, 2)}`
  return iso < from || iso > to ? { mistake: { part: 'year', kind: 'OUTSIDE_ERA' } } : { iso }
}

/** The ISO date of what was typed, null if nothing was. For values that a form has judged already. */
export function isoOf(entry: DateEntry): string | null {
  const read = readDate(entry)
  return 'iso' in read ? read.iso : null
}

/** Takes a whole date apart that was pasted or typed into one box: 「R8.11.23」「令和元年5月1日」「2026/11/23」. */
export function parseWholeDate(typed: string): DateEntry | undefined {
  const match = /^([^\d元]*)(\d{1,4}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(
    toDigits(typed).replace(/\s/g, ''),
  )
  if (!match) return undefined
  const [, prefix = '', year = '', month = '', day = ''] = match
  const era = prefix === '' ? '西暦' : ERAS.find((name) => named(name, prefix))
  return era && { era, year, month, day }
}

const named = (era: Era, prefix: string) => prefix === era || prefix.toUpperCase() === BOUNDS[era].letter

/** The boxes for a stored date, in the era people write it in today if it lies in that. */
export function toEntry(iso: string | null | undefined): DateEntry {
  if (!iso) return emptyDate
  const era = iso >= BOUNDS.令和.from ? '令和' : '西暦'
  const [year = '', month = '', day = ''] = iso.split('-')
  const count = Number(year) - BOUNDS[era].offset
  return {
    era,
    year: era !== '西暦' && count === 1 ? '元' : String(count),
    month: String(Number(month)),
    day: String(Number(day)),
  }
}

/** 「令和8年」, the era year a day belongs to. */
export function eraYear(iso: string): string {
  const parts = eraParts.formatToParts(atNoon(iso))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  const year = part('year')
  return `${part('era')}${year === '1' ? '元' : year}年`
}

/** 「2026年11月24日（令和8年）」; with weekday 「2026年11月24日（火）令和8年」. */
export function formatDate(iso: string, language: Language, { weekday = false } = {}): string {
  const day = dayOf(iso)
  if (language === 'en') return (weekday ? english.weekday : english.plain).format(atNoon(day))
  const date = japanese.plain.format(atNoon(day))
  return weekday ? `${date}（${weekdayOf(day)}）${eraYear(day)}` : `${date}（${eraYear(day)}）`
}

/** 「2026年11月」, for what began long ago. */
export function formatMonth(iso: string, language: Language): string {
  return (language === 'en' ? english : japanese).month.format(atNoon(dayOf(iso)))
}

/** 「11月24日（火）」, for days near today. */
export function formatDay(iso: string, language: Language): string {
  const day = dayOf(iso)
  return language === 'en'
    ? english.day.format(atNoon(day))
    : `${japanese.day.format(atNoon(day))}（${weekdayOf(day)}）`
}

/** 「14:05」 in Japan. */
export const formatTime = (iso: string | Date): string => clock.format(new Date(iso))

/** 「2026年11月24日（火）14:05」. */
export function formatMoment(iso: string, language: Language): string {
  const day = dayOf(iso)
  return language === 'en'
    ? `${english.weekday.format(atNoon(day))}, ${formatTime(iso)}`
    : `${japanese.plain.format(atNoon(day))}（${weekdayOf(day)}）${formatTime(iso)}`
}

/** Today in Japan, ISO. */
export const today = (now = new Date()): string => dayOf(now.toISOString())

/** Whole days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((atNoon(dayOf(to)).getTime() - atNoon(dayOf(from)).getTime()) / DAY)

/** Whole months from one day to another, as people count them. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = dayOf(from).split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = dayOf(to).split('-').map(Number)
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0)
}

/** The Sunday that ends the week of a day; weeks start on Monday. */
export function endOfWeek(iso: string): string {
  const noon = atNoon(iso)
  const left = (7 - noon.getUTCDay()) % 7
  return new Date(noon.getTime() + left * DAY).toISOString().slice(0, 10)
}

/** The fiscal year a day belongs to; it starts on 1 April. */
export function fiscalYear(iso: string): number {
  const [year = 0, month = 0] = dayOf(iso).split('-').map(Number)
  return month >= 4 ? year : year - 1
}

/** The day in Japan of a moment, or the day itself. */
function dayOf(iso: string): string {
  return iso.length === 10 ? iso : isoDay.format(new Date(iso))
}

// 03:00 UTC is noon in Japan, so a day formatted from it never slips.
const atNoon = (day: string) => new Date(`${day}T03:00:00Z`)
const pad = (value: number, width: number) => String(value).padStart(width, '0')
const weekdayOf = (day: string) => japanese.weekday.format(atNoon(day))

const format = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options })
const isoDay = format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const clock = format('ja-JP', { hour: 'numeric', minute: '2-digit', hour12: false })
const eraParts = format('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
})
const japanese = {
  plain: format('ja-JP', { year: 'numeric', month: 'long', day: 'numeric' }),
  month: format('ja-JP', { year: 'numeric', month: 'long' }),
  day: format('ja-JP', { month: 'long', day: 'numeric' }),
  weekday: format('ja-JP', { weekday: 'short' }),
}
const english = {
  plain: format('en-GB', { year: 'numeric', month: 'long', day: 'numeric' }),
  month: format('en-GB', { year: 'numeric', month: 'long' }),
  weekday: format('en-GB', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
  day: format('en-GB', { month: 'long', day: 'numeric', weekday: 'short' }),
}
