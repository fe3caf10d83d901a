import { describe, expect, it } from 'vitest'
import { asOfInWords, dayInWords, dayOf } from './days.ts'

it.each([
  ['2026-08-03', 'ja', '2026年8月3日'],
  ['2026-08-03', 'en', '3 August 2026'],
] as const)('the day %s in %s', (day, language, words) => {
  expect(dayInWords(day, language)).toBe(words)
})

describe('published data is of', () => {
  it.each([
    ['2025-12-31', 'ja', '2025年12月末'],
    ['2025-12-31', 'en', 'the end of December 2025'],
    ['2024-02-29', 'ja', '2024年2月末'],
    ['2025-10-01', 'ja', '2025年10月1日'],
    ['2025-02-27', 'en', '27 February 2025'],
  ] as const)('%s in %s', (day, language, words) => {
    expect(asOfInWords(day, language)).toBe(words)
  })
})

it('a moment has its day in Japan', () => {
  expect(dayOf('2026-11-22T15:00:00+00:00')).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-22T14:59:59Z'))).toBe('2026-11-22')
})
