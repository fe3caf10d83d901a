import { expect, test } from 'vitest'
import { toEntry } from '../../lib/dates.ts'
import { cleanTime, dayBefore, entryOf, isTime, momentOf } from './times.ts'

test.each([
  ['１４：００', '14:00'],
  ['1400', '14:00'],
  ['9:30', '09:30'],
  ['14時', '14:00'],
  ['14時30分', '14:30'],
  ['25:00', '25:00'],
])('%s is read as %s', (typed, read) => {
  expect(cleanTime(typed)).toBe(read)
})

test('a day and a time are a moment in Japan, and come apart again', () => {
  const moment = momentOf(toEntry('2026-11-26'), '14:00')
  expect(moment).toBe('2026-11-26T14:00:00+09:00')
  expect(entryOf(moment)).toEqual({ day: toEntry('2026-11-26'), time: '14:00' })
  expect(momentOf(toEntry('2026-11-26'), '')).toBeNull()
  expect(momentOf(toEntry(null), '14:00')).toBeNull()
  expect(isTime('24:00')).toBe(false)
})

test('answers are asked for by the day before', () => {
  expect(dayBefore(toEntry('2026-12-01'))).toEqual(toEntry('2026-11-30'))
  expect(dayBefore(toEntry(null))).toEqual(toEntry(null))
})
