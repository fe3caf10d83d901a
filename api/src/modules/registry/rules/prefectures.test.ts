import { expect, it } from 'vitest'
import { PREFECTURES, prefectureOfCode } from './prefectures.ts'

it('names the prefectures by their codes', () => {
  expect(PREFECTURES.size).toBe(47)
  expect(prefectureOfCode('060003')).toBe('山形県')
  expect(prefectureOfCode('010006')).toBe('北海道')
  expect(prefectureOfCode('470007')).toBe('沖縄県')
})

it('takes no municipality for a prefecture', () => {
  expect(prefectureOfCode('062014')).toBeNull()
  expect(prefectureOfCode('480002')).toBeNull()
})
