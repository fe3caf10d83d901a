import { describe, expect, it } from 'vitest'
import { daysBefore, seriesDates, weekdayOf } from './series-dates.ts'

describe('the days of a series', () => {
  it.each([
    ['every second Wednesday', '2026-12-09', 1, 4, 'WEEKDAY', '2026-12-09 2027-01-13 2027-02-10 2027-03-10'],
    ['a fifth Monday, or the last one', '2026-11-30', 1, 3, 'WEEKDAY', '2026-11-30 2026-12-28 2027-01-25'],
    ['a first Sunday, every three months', '2026-11-01', 3, 3, 'WEEKDAY', '2026-11-01 2027-02-07 2027-05-02'],
    ['the 31st, or the last day', '2026-12-31', 1, 4, 'DAY', '2026-12-31 2027-01-31 2027-02-28 2027-03-31'],
    ['once a year over a leap day', '2028-02-29', 12, 2, 'DAY', '2028-02-29 2029-02-28'],
    ['one alone', '2026-12-09', 60, 1, 'WEEKDAY', '2026-12-09'],
  ] as const)('%s', (_what, first, everyMonths, count, repeat, days) => {
    expect(seriesDates(first, everyMonths, count, repeat)).toEqual(days.split(' '))
  })

  it('begin with the day that was chosen, whichever it is', () => {
    for (let day = 1; day <= 31; day++) {
      const first = `2026-12-${String(day).padStart(2, '0')}`
      for (const repeat of ['WEEKDAY', 'DAY'] as const)
        expect(seriesDates(first, 1, 24, repeat)[0]).toBe(first)
    }
  })

  it('stay on their weekday', () => {
    const days = seriesDates('2026-12-30', 1, 24, 'WEEKDAY')
    expect(new Set(days.map((day) => weekdayOf(day).weekday))).toEqual(new Set([3]))
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(24)
  })

  it('know the days before', () => {
    expect(daysBefore('2027-03-01', 1)).toBe('2027-02-28')
    expect(weekdayOf('2026-12-09')).toEqual({ nth: 2, weekday: 3 })
  })
})
