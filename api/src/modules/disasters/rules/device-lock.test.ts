import { expect, it } from 'vitest'
import { lockedUntil } from './device-lock.ts'

const now = new Date('2026-11-23T03:00:00Z')

it.each([
  [1, null],
  [4, null],
  [5, 1],
  [6, 2],
  [8, 8],
  [20, 60],
])('after %i wrong PINs a device waits %s minutes', (failures, minutes) => {
  const until = lockedUntil(failures, now)
  expect(until && (until.getTime() - now.getTime()) / 60_000).toBe(minutes)
})
