import { describe, expect, it } from 'vitest'
import { boundsOf, frameFor, frameOf, levelOf, toDrawing, WHOLE, zoomFrame } from './map-frame.ts'
import { YAMAGATA } from './yamagata.ts'

const CITY_HALL = { latitude: 38.2554, longitude: 140.3396 }

it('reads the edges of a path of relative steps, however its numbers touch', () => {
  expect(frameOf('M10 20l5-5-10 0 0 30z')).toEqual({ x: 5, y: 15, width: 10, height: 30 })
  expect(frameOf('M0 0l10 0 0 10zM-5-5l1 1z')).toEqual({ x: -5, y: -5, width: 15, height: 15 })
})

it('puts a place into its municipality', () => {
  const { x, y } = toDrawing(CITY_HALL)
  const frame = frameFor(undefined, ['062014'])
  expect(x).toBeGreaterThan(frame.x)
  expect(x).toBeLessThan(frame.x + frame.width)
  expect(y).toBeGreaterThan(frame.y)
  expect(y).toBeLessThan(frame.y + frame.height)
})

it('holds every municipality in the whole', () => {
  for (const { path } of YAMAGATA) {
    const { x, y, width, height } = frameOf(path)
    expect(x).toBeGreaterThanOrEqual(WHOLE.x)
    expect(y).toBeGreaterThanOrEqual(WHOLE.y)
    expect(x + width).toBeLessThanOrEqual(WHOLE.x + WHOLE.width)
    expect(y + height).toBeLessThanOrEqual(WHOLE.y + WHOLE.height)
  }
})

describe('zooming', () => {
  it.each([0, 1, 3, 6])('%i times', (level) => {
    const frame = zoomFrame(CITY_HALL, level)
    expect(levelOf(frame)).toBe(level)
    const { south, north, west, east } = boundsOf(frame)
    expect((south + north) / 2).toBeCloseTo(CITY_HALL.latitude, 4)
    expect((west + east) / 2).toBeCloseTo(CITY_HALL.longitude, 4)
  })

  it('goes before the municipality, and several municipalities are shown as a whole', () => {
    expect(frameFor([38.2, 140.3, 2], ['062014'])).toEqual(zoomFrame({ latitude: 38.2, longitude: 140.3 }, 2))
    expect(frameFor(undefined, ['062014', '062022'])).toBe(WHOLE)
  })
})
