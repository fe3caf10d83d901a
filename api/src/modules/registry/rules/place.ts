import { blank, given, unreadable, type Reading } from './reading.ts'
import { unspaced } from './text.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The smallest rectangle of latitudes and longitudes around an area. */
export interface Bounds {
  readonly south: number
  readonly west: number
  readonly north: number
  readonly east: number
}

const JAPAN: Bounds = { south: 20, west: 122, north: 46, east: 154 }

const isWithin = (point: Point, bounds: Bounds, margin = 0): boolean =>
  point.latitude >= bounds.south - margin &&
  point.latitude <= bounds.north + margin &&
  point.longitude >= bounds.west - margin &&
  point.longitude <= bounds.east + margin

// The outlines are simplified, so a point on a border may lie a little outside: about 2 km.
const BORDER = 0.02

type PointNote = 'POINT_UNREADABLE' | 'POINT_OUTSIDE_JAPAN' | 'POINT_SWAPPED' | 'POINT_OUTSIDE_MUNICIPALITY'

/**
 * A point on the map; left out when it is not in Japan or not near the municipality the row names. Where latitude and
 * longitude have changed places, the right order is proposed.
 */
export function readPoint(
  latitudeCell: string,
  longitudeCell: string,
  municipality: Bounds | null,
): Reading<Point, PointNote> {
  const cells = [latitudeCell, longitudeCell].map((cell) => unspaced(cell))
  if (cells.every((cell) => cell === '')) return blank
  if (!cells.every((cell) => /^-?[0-9]{1,3}(?:\.[0-9]+)?$/.test(cell))) return unreadable('POINT_UNREADABLE')
  const [latitude = 0, longitude = 0] = cells.map(Number)
  const point = { latitude, longitude }
  // Nobody lives where both are 0; it is how some programs write a blank.
  if (latitude === 0 && longitude === 0) return blank
  if (!isWithin(point, JAPAN)) {
    const turned = { latitude: longitude, longitude: latitude }
    return isWithin(turned, JAPAN)
      ? unreadable('POINT_SWAPPED', `${longitude}, ${latitude}`)
      : unreadable('POINT_OUTSIDE_JAPAN')
  }
  return municipality === null || isWithin(point, municipality, BORDER)
    ? given(point)
    : unreadable('POINT_OUTSIDE_MUNICIPALITY')
}

const EARTH_RADIUS = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two points, as the crow flies. */
export function distance(a: Point, b: Point): number {
  const latitude = radians(b.latitude - a.latitude) / 2
  const longitude = radians(b.longitude - a.longitude) / 2
  const chord =
    Math.sin(latitude) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(longitude) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(chord))
}
