import type { Display } from './addresses.ts'

type Language = Display['language']

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const partsOf = (day: string): [year: number, month: number, date: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** A calendar day in words; by the western year alone, as plain Japanese asks for. */
export function dayInWords(day: string, language: Language): string {
  const [year, month, date] = partsOf(day)
  return language === 'ja' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`
}

/** The day published data is of: the last of a month is 「2025年12月末」. */
export function asOfInWords(day: string, language: Language): string {
  const [year, month, date] = partsOf(day)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (date !== last) return dayInWords(day, language)
  return language === 'ja' ? `${year}年${month}月末` : `the end of ${MONTHS[month - 1]} ${year}`
}

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })

/** The day in Japan of a moment. */
export const dayOf = (moment: string | Date): string => inJapan.format(new Date(moment))
