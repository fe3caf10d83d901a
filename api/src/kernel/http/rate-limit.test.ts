import { describe, expect, it } from 'vitest'
import { rateLimiter, rateLimits } from './rate-limit.ts'

describe('a token bucket', () => {
  const at = { time: 0 }
  const limiter = () => {
    at.time = 1_000_000
    return rateLimiter({ burst: 3, perSecond: 2 }, () => at.time)
  }

  it('lets a burst pass, then as many as flow back', () => {
    const take = limiter()
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false])
    at.time += 499
    expect(take('a')).toBe(false)
    at.time += 1
    expect([take('a'), take('a')]).toEqual([true, false])
  })

  it('never holds more than the burst, and counts each key for itself', () => {
    const take = limiter()
    for (let n = 0; n < 3; n++) take('a')
    at.time += 3_600_000
    expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false])
    expect(take('b')).toBe(true)
  })

  it('being refused does not prolong the wait', () => {
    const take = limiter()
    for (let n = 0; n < 50; n++) take('a')
    at.time += 500
    expect(take('a')).toBe(true)
  })

  it('forgets keys that are full again, and no others', () => {
    const take = limiter()
    for (let n = 0; n < 3; n++) take('patient')
    at.time += 400
    for (let n = 0; n < 10_001; n++) take(`guest ${n}`)
    expect(take('patient')).toBe(false)
  })
})

it('a factor of 0 switches the limits off', () => {
  const { guest } = rateLimits(0)
  expect(Array.from({ length: 10_000 }, () => guest.write('a')).every(Boolean)).toBe(true)
})
