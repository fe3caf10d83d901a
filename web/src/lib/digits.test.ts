import { expect, test } from 'vitest'
import { digitsOnly, grouped, toDigits, toKatakana } from './digits.ts'

test.each([
  ['０２３－６８４－２３９１', '023-684-2391'],
  ['023ー684ー2391', '023-684-2391'],
  ['023−684–2391', '023-684-2391'],
  ['ｂｏｕｓａｉ＠ｅｘａｍｐｌｅ．ｊｐ', 'bousai@example.jp'],
  [' １２　', '12'],
  ['〒９９０-０００１', '〒990-0001'],
  ['①', '1'],
])('%s was meant as %s', (typed, meant) => {
  expect(toDigits(typed)).toBe(meant)
})

test('digits only are left of a telephone number', () => {
  expect(digitsOnly('（０２３）684-2391')).toBe('0236842391')
})

test('a reading is kept in カタカナ whichever was typed', () => {
  expect(toKatakana('みほん いちろう')).toBe('ミホン イチロウ')
  expect(toKatakana('ヴァイオリン・ゔ')).toBe('ヴァイオリン・ヴ')
})

test.each([
  [0, '0'],
  [999, '999'],
  ['30000', '30,000'],
  [1234567, '1,234,567'],
])('%s yen are written %s', (yen, written) => {
  expect(grouped(yen)).toBe(written)
})
