import { expect, it } from 'vitest'
import { PREFECTURES } from './prefectures.ts'

it('names the prefectures by their codes', () => {
  expect(PREFECTURES.size).toBe(47)
  expect(PREFECTURES.get('060003')).toBe('山形県')
  expect(PREFECTURES.get('010006')).toBe('北海道')
  expect(PREFECTURES.get('470007')).toBe('沖縄県')
})
