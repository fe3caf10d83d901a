import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coalesce, pauseBefore } from './backoff.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the pauses grow up to a minute and differ from tab to tab', () => {
  const calmest = (attempt: number) => pauseBefore(attempt, () => 1)
  expect([0, 1, 2, 6, 30].map(calmest)).toEqual([1_000, 2_000, 4_000, 60_000, 60_000])
  expect(pauseBefore(2, () => 0)).toBe(2_000)
})

test('many calls become one', () => {
  const work = vi.fn<() => void>()
  const soon = coalesce(work, () => 0)
  soon()
  soon()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(work).toHaveBeenCalledOnce()
  soon()
  vi.advanceTimersByTime(200)
  expect(work).toHaveBeenCalledTimes(2)
})
