import { expect, it } from 'vitest'
import { drillMark } from './drill.ts'
import { median } from './review.ts'

it.each([
  [[], null],
  [[7], 7],
  [[9, 1, 4], 4],
  [[1, 10, 2, 4], 3],
])('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected)
})

it('marks what belongs to a drill, once', () => {
  expect(drillMark({ drill: true }, '状況報告')).toBe('【訓練】状況報告')
  expect(drillMark({ drill: true }, '【訓練】状況報告')).toBe('【訓練】状況報告')
  expect(drillMark({ drill: false }, '状況報告')).toBe('状況報告')
})
