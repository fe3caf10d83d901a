import { describe, expect, it } from 'vitest'
import { forgottenBefore, mistakeText, overdueBefore } from './mistakes.ts'

describe('a report of a mistake', () => {
  it.each([
    ['as it was typed', '電話は 023-000-0002 です。', '電話は 023-000-0002 です。'],
    ['without the spaces around it and many within', '  電話は　　違います。 ', '電話は 違います。'],
    ['its lines, without blank ones', 'あ\n\n \nい\n', 'あ\nい'],
    ['without what cannot be seen', '\u200bあ\u0000い\u202e', 'あい'],
    ['nothing, where there is nothing to be seen', ' \u200b\n\t ', ''],
  ])('is kept %s', (_name, typed, kept) => {
    expect(mistakeText(typed)).toBe(kept)
    expect(mistakeText(kept)).toBe(kept)
  })

  it('is its own people’s for two weeks, and forgotten a year after it was settled', () => {
    const now = new Date('2026-11-23T03:00:00Z')
    expect(overdueBefore(now)).toEqual(new Date('2026-11-09T03:00:00Z'))
    expect(forgottenBefore(now)).toEqual(new Date('2025-11-23T03:00:00Z'))
  })
})
