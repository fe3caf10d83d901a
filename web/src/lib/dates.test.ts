import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  endOfWeek,
  eraYear,
  fiscalYear,
  formatDate,
  formatDay,
  formatMoment,
  formatTime,
  monthsBetween,
  parseWholeDate,
  readDate,
  toEntry,
  today,
  type DateEntry,
  type Era,
} from './dates.ts'

const entry = (era: Era, year: string, month: string, day: string): DateEntry => ({ era, year, month, day })

describe('a typed date', () => {
  test.each([
    ['the last day of 昭和', entry('昭和', '64', '1', '7'), '1989-01-07'],
    ['the first day of 平成', entry('平成', '1', '1', '8'), '1989-01-08'],
    ['the last day of 平成', entry('平成', '31', '4', '30'), '2019-04-30'],
    ['元年', entry('令和', '元', '5', '1'), '2019-05-01'],
    ['full-width digits', entry('令和', '８', '１１', '２４'), '2026-11-24'],
    ['西暦', entry('西暦', '2026', '11', '24'), '2026-11-24'],
    ['a leap day', entry('西暦', '2028', '2', '29'), '2028-02-29'],
    ['the last day of 大正', entry('大正', '15', '12', '24'), '1926-12-24'],
  ])('is read: %s', (_name, typed, iso) => {
    expect(readDate(typed)).toEqual({ iso })
  })

  test.each([
    ['昭和64年1月8日 is 平成', entry('昭和', '64', '1', '8'), { part: 'year', kind: 'OUTSIDE_ERA' }],
    ['平成31年5月1日 is 令和', entry('平成', '31', '5', '1'), { part: 'year', kind: 'OUTSIDE_ERA' }],
    ['before 令和', entry('令和', '元', '4', '30'), { part: 'year', kind: 'OUTSIDE_ERA' }],
    ['31 November', entry('令和', '8', '11', '31'), { part: 'day', kind: 'NO_SUCH_DAY', lastDay: 30 }],
    [
      '29 February of a common year',
      entry('西暦', '2026', '2', '29'),
      { part: 'day', kind: 'NO_SUCH_DAY', lastDay: 28 },
    ],
    ['month 13', entry('西暦', '2026', '13', '1'), { part: 'month', kind: 'NO_SUCH_MONTH' }],
    ['no day', entry('令和', '8', '11', ''), { part: 'day', kind: 'MISSING' }],
    ['words', entry('令和', '八', '11', '1'), { part: 'year', kind: 'NOT_A_NUMBER' }],
    ['day 0', entry('令和', '8', '11', '0'), { part: 'day', kind: 'NO_SUCH_DAY', lastDay: 30 }],
  ])('is refused: %s', (_name, typed, mistake) => {
    expect(readDate(typed)).toEqual({ mistake })
  })

  test('may be left out', () => {
    expect(readDate(entry('令和', ' ', '', ''))).toEqual({ empty: true })
  })

  test.each([
    ['R8.11.23', entry('令和', '8', '11', '23')],
    ['r8/11/23', entry('令和', '8', '11', '23')],
    ['令和元年5月1日', entry('令和', '元', '5', '1')],
    ['Ｓ６４．１．７', entry('昭和', '64', '1', '7')],
    ['2026/11/23', entry('西暦', '2026', '11', '23')],
    ['2026年11月23日', entry('西暦', '2026', '11', '23')],
    ['2026ー11ー23', entry('西暦', '2026', '11', '23')],
  ])('is taken apart: %s', (typed, parts) => {
    expect(parseWholeDate(typed)).toEqual(parts)
  })

  test.each(['8', 'X8.11.23', '2026-11', '今日'])('is left in its box: %s', (typed) => {
    expect(parseWholeDate(typed)).toBeUndefined()
  })

  test('comes back as it was stored', () => {
    expect(readDate(toEntry('2019-05-01'))).toEqual({ iso: '2019-05-01' })
    expect(toEntry('2019-05-01')).toEqual(entry('令和', '元', '5', '1'))
    expect(toEntry('1989-01-07')).toEqual(entry('西暦', '1989', '1', '7'))
    expect(toEntry(null).year).toBe('')
  })
})

describe('a shown date', () => {
  test('stands in both calendars', () => {
    expect(formatDate('2026-11-24', 'ja')).toBe('2026年11月24日（令和8年）')
    expect(formatDate('2026-11-24', 'ja', { weekday: true })).toBe('2026年11月24日（火）令和8年')
    expect(formatDate('2026-11-24', 'en')).toBe('24 November 2026')
    expect(formatDay('2026-11-24', 'ja')).toBe('11月24日（火）')
  })

  test.each([
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
    ['2019-04-30', '平成31年'],
    ['2019-05-01', '令和元年'],
  ])('knows its era: %s', (iso, year) => {
    expect(eraYear(iso)).toBe(year)
  })

  test('is the day in Japan, not in Greenwich', () => {
    expect(formatDate('2026-11-23T15:30:00Z', 'ja')).toBe('2026年11月24日（令和8年）')
    expect(today(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24')
    expect(formatTime('2026-11-23T15:05:00Z')).toBe('0:05')
    expect(formatMoment('2026-11-23T05:05:00Z', 'ja')).toBe('2026年11月23日（月）14:05')
  })
})

test('days, months, weeks and fiscal years are counted as people count them', () => {
  expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4)
  expect(daysBetween('2026-11-24', '2026-12-04')).toBe(10)
  expect(monthsBetween('2025-09-12', '2026-11-24')).toBe(14)
  expect(monthsBetween('2025-09-30', '2026-10-29')).toBe(12)
  expect(endOfWeek('2026-11-24')).toBe('2026-11-29')
  expect(endOfWeek('2026-11-29')).toBe('2026-11-29')
  expect(fiscalYear('2027-03-31')).toBe(2026)
  expect(fiscalYear('2026-04-01')).toBe(2026)
})
