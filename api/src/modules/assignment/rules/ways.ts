/** A point, in degrees. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/**
 * Ways are not read from a map of roads: the straight line times this factor. 1.3 is a common assumption for Japanese roads
 * (道路の迂回率); nobody has checked it for this region, so the screen says 未確認 beside it.
 */
export const DETOUR = { factor: 1.3, confirmed: false } as const

/** What a way counts whose ends are not known, in units of 100 m: 50 km, so that a known way is preferred. */
const UNKNOWN_WAY = 500

const EARTH_KM = 6_371

/** Kilometres along the great circle. */
function straightKm(one: Point, other: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLatitude = rad(other.latitude - one.latitude)
  const dLongitude = rad(other.longitude - one.longitude)
  const a =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(rad(one.latitude)) * Math.cos(rad(other.latitude)) * Math.sin(dLongitude / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}

/** The way between two points in units of 100 m, as assumed. */
export const wayBetween = (one: Point | null, other: Point | null): number =>
  one && other ? Math.round(straightKm(one, other) * DETOUR.factor * 10) : UNKNOWN_WAY

/** A way that cannot be taken, as it stands in the case. */
export interface Closure {
  readonly kind: 'MUNICIPALITY_CUT_OFF' | 'BETWEEN_MUNICIPALITIES' | 'FACILITY_CUT_OFF'
  readonly municipalityCode: string | null
  readonly otherMunicipalityCode: string | null
  readonly facilityId: string | null
}

/** Whether people from a municipality get to a facility in another one (or the same). */
export function isClosed(
  closures: readonly Closure[],
  from: string,
  to: { readonly municipalityCode: string; readonly facilityId: string },
): boolean {
  return closures.some(({ kind, municipalityCode, otherMunicipalityCode, facilityId }) => {
    if (kind === 'FACILITY_CUT_OFF') return facilityId === to.facilityId
    if (from === to.municipalityCode) return false
    const ends = new Set([from, to.municipalityCode])
    return kind === 'MUNICIPALITY_CUT_OFF'
      ? municipalityCode !== null && ends.has(municipalityCode)
      : municipalityCode !== null &&
          otherMunicipalityCode !== null &&
          ends.has(municipalityCode) &&
          ends.has(otherMunicipalityCode)
  })
}
