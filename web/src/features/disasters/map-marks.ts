import type { Point } from '../registry/map-frame.ts'

/** Width and height of a mark with its number, in units of the drawing. */
export interface MarkSize {
  readonly width: number
  readonly height: number
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/**
 * Where the marks are drawn, so that none covers another: the first of the list at its place, each following one as near
 * to its own as there is room. The same list gives the same picture.
 */
export function apart<Mark extends Point>(marks: readonly Mark[], size: MarkSize): Mark[] {
  const drawn: Mark[] = []
  const isFree = ({ x, y }: Point) =>
    drawn.every((other) => Math.abs(other.x - x) >= size.width || Math.abs(other.y - y) >= size.height)
  for (const mark of marks) {
    let step = 0
    let place: Point = mark
    while (!isFree(place)) place = besides(mark, ++step, size)
    drawn.push({ ...mark, ...place })
  }
  return drawn
}

/** Ever further around a point, as seeds lie in a flower. */
function besides(middle: Point, step: number, { width, height }: MarkSize): Point {
  const distance = Math.sqrt(step) / 4
  return {
    x: middle.x + width * distance * Math.cos(step * GOLDEN_ANGLE),
    y: middle.y + height * distance * Math.sin(step * GOLDEN_ANGLE),
  }
}
