import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apart } from './map-marks.ts'

const size = { width: 20, height: 12 }

const overlapping = (marks: readonly { x: number; y: number }[]) =>
  marks.flatMap((one, index) =>
    marks
      .slice(index + 1)
      .filter((other) => Math.abs(other.x - one.x) < size.width && Math.abs(other.y - one.y) < size.height),
  ).length

describe('marks on a map', () => {
  test('that have room stay where they are', () => {
    const marks = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 0, y: 12 },
    ]
    expect(apart(marks, size)).toEqual(marks)
  })

  test('of fifty at one point none covers another, the first stays and all are around it', () => {
    const marks = apart(
      Array.from({ length: 50 }, () => ({ x: 500, y: 500 })),
      size,
    )
    expect(marks[0]).toEqual({ x: 500, y: 500 })
    expect(overlapping(marks)).toBe(0)
    for (const { x, y } of marks) expect(Math.hypot(x - 500, y - 500)).toBeLessThan(size.width * 6)
  })

  test('two hundred anywhere in a town never cover each other, and keep what else they carry', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.array(point, { minLength: 150, maxLength: 200 }), (points) => {
        const marks = apart(
          points.map((mark, number) => ({ ...mark, number })),
          size,
        )
        expect(marks.map(({ number }) => number)).toEqual(points.map((_, number) => number))
        expect(overlapping(marks)).toBe(0)
      }),
      { numRuns: 20 },
    )
  })
})
