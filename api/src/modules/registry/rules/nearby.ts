import { distance, type Bounds, type Point } from './place.ts'

/** A point and how far around it counts. */
export interface Nearby extends Point {
  /** Radius in kilometres. */
  readonly km: number
}

/** Kilometres that may be asked for: a search without an end would have to measure every record there is. */
export const MOST_KILOMETRES = 100

const DEGREES_PER_KM = 180 / (Math.PI * 6_371)

/** The smallest rectangle around the circle; what the index finds before distances are measured. */
export function boundsAround({ latitude, longitude, km }: Nearby): Bounds {
  const up = km * DEGREES_PER_KM
  const across = up / Math.max(Math.cos((Math.abs(latitude) + up) * (Math.PI / 180)), 0.01)
  return {
    south: latitude - up,
    north: latitude + up,
    west: longitude - across,
    east: longitude + across,
  }
}

/** Kilometres from a point, to one decimal; null where a place has no point. */
export function kilometresTo(
  from: Point,
  place: { readonly latitude: number | null; readonly longitude: number | null },
): number | null {
  const { latitude, longitude } = place
  if (latitude === null || longitude === null) return null
  return Math.round(distance(from, { latitude, longitude }) / 100) / 10
}
