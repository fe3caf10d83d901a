import { OUTLINE_BOUNDS, OUTLINE_SIZE, YAMAGATA } from './yamagata.ts'

/** A rectangle of the drawing, in its own units. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

const { width: WIDTH, height: HEIGHT } = OUTLINE_SIZE
const { south, west, north, east } = OUTLINE_BOUNDS

/** The whole drawing with a margin, for places a little outside of the simplified outline. */
export const WHOLE: Frame = { x: -12, y: -12, width: WIDTH + 24, height: HEIGHT + 24 }

/** A point of the drawing, in its own units. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a place lies on the drawing. */
export const toDrawing = ({ latitude, longitude }: Place): Point => ({
  x: ((longitude - west) / (east - west)) * WIDTH,
  y: ((north - latitude) / (north - south)) * HEIGHT,
})

const longitudeAt = (x: number): number => west + (x / WIDTH) * (east - west)
const latitudeAt = (y: number): number => north - (y / HEIGHT) * (north - south)

/** The edges of a frame in degrees. */
export const boundsOf = ({ x, y, width, height }: Frame) => ({
  south: latitudeAt(y + height),
  west: longitudeAt(x),
  north: latitudeAt(y),
  east: longitudeAt(x + width),
})

/** The smallest frame around a path of relative steps, `M532 596l-3-2…z`. */
export function frameOf(path: string): Frame {
  let [x, y] = [0, 0]
  const xs: number[] = []
  const ys: number[] = []
  for (const [, start, steps = ''] of path.matchAll(/M(-?\d+ ?-?\d+)l([^zM]*)z/g)) {
    ;[x, y] = numbers(start ?? '') as [number, number]
    xs.push(x)
    ys.push(y)
    const along = numbers(steps)
    for (let n = 0; n + 1 < along.length; n += 2) {
      x += along[n] ?? 0
      y += along[n + 1] ?? 0
      xs.push(x)
      ys.push(y)
    }
  }
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

const numbers = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number)

/** Around a place, halved as often as the level says. */
export function zoomFrame(place: Place, level: number): Frame {
  const { x, y } = toDrawing(place)
  const width = WHOLE.width / 2 ** level
  const height = WHOLE.height / 2 ** level
  return { x: x - width / 2, y: y - height / 2, width, height }
}

/** What the map shows: the part that was zoomed to, else the one municipality that was chosen, else everything. */
export function frameFor(
  zoom: readonly [number, number, number] | undefined,
  codes: readonly string[] = [],
): Frame {
  if (zoom) return zoomFrame({ latitude: zoom[0], longitude: zoom[1] }, zoom[2])
  const only = codes.length === 1 ? YAMAGATA.find(({ code }) => code === codes[0]) : undefined
  if (!only) return WHOLE
  const frame = frameOf(only.path)
  const margin = Math.max(frame.width, frame.height) * 0.06
  return {
    x: frame.x - margin,
    y: frame.y - margin,
    width: frame.width + 2 * margin,
    height: frame.height + 2 * margin,
  }
}

/** How often the whole was halved to come to a frame. */
export const levelOf = ({ width }: Frame): number => Math.round(Math.log2(WHOLE.width / width))

/** Points that lie closer than one cell come as one; so many cells lie side by side. */
export const CELLS = 16
/** Closer than this the outline says nothing any more. */
export const CLOSEST = 6

/** A place as it stands in an address: to about ten metres. */
export const roundedPlace = ({ latitude, longitude }: Place): [latitude: number, longitude: number] => [
  Math.round(latitude * 10_000) / 10_000,
  Math.round(longitude * 10_000) / 10_000,
]

/** As much of the drawing as holds these points, not narrower than a municipality; everything where there are none. */
export function frameAround(points: readonly Point[]): Frame {
  if (points.length === 0) return WHOLE
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const least = WHOLE.width / 2 ** 4
  const width = Math.max(Math.max(...xs) - Math.min(...xs), least) * 1.3
  const height = Math.max(Math.max(...ys) - Math.min(...ys), least) * 1.3
  const middle = { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 }
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}
