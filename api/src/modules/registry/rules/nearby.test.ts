import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsAround, kilometresTo } from './nearby.ts'
import { distance } from './place.ts'

const YAMAGATA = { latitude: 38.2554, longitude: 140.3396 }

describe('the rectangle around a circle', () => {
  it('holds every point of the circle', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 24, max: 46, noNaN: true }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (latitude, km, direction, part) => {
          const middle = { latitude, longitude: 140 }
          const { south, north, west, east } = boundsAround({ ...middle, km })
          const point = {
            latitude: latitude + (north - latitude) * part * Math.sin(direction),
            longitude: 140 + (east - 140) * part * Math.cos(direction),
          }
          if (distance(middle, point) > km * 1_000) return
          expect(point.latitude).toBeGreaterThanOrEqual(south)
          expect(point.latitude).toBeLessThanOrEqual(north)
          expect(point.longitude).toBeGreaterThanOrEqual(west)
          expect(point.longitude).toBeLessThanOrEqual(east)
        },
      ),
    )
  })

  it('touches the circle in the north', () => {
    const { north } = boundsAround({ ...YAMAGATA, km: 10 })
    expect(distance(YAMAGATA, { ...YAMAGATA, latitude: north })).toBeCloseTo(10_000, 0)
  })
})

describe('the distance that is shown', () => {
  it.each([
    ['a place without a point', { latitude: null, longitude: null }, null],
    ['the point itself', YAMAGATA, 0],
    ['上山市役所', { latitude: 38.1497, longitude: 140.2678 }, 13.3],
  ])('%s', (_what, place, expected) => expect(kilometresTo(YAMAGATA, place)).toBe(expected))
})
