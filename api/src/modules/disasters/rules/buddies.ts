/** A called facility and where it is; a place may be unknown. */
export interface Placed {
  readonly id: string
  readonly corporationId: string | null
  readonly municipalityCode: string
  readonly latitude: number | null
  readonly longitude: number | null
}

const RADIUS_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres as the crow flies; null when one of the places is unknown. */
export function kilometres(one: Placed, other: Placed): number | null {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null)
    return null
  const half =
    Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  return 2 * RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** A neighbour that stands in the same yard is hit by the same thing and has no road between to look at. */
const SAME_PLACE_KM = 0.05

/**
 * The neighbour of each facility: the nearest one, of another place if there is one; without a known place, one of the
 * same municipality. The order of what is given does not matter.
 */
export function buddiesOf(facilities: readonly Placed[]): Map<string, string | null> {
  return new Map(facilities.map((facility) => [facility.id, buddyOf(facility, facilities)]))
}

function buddyOf(facility: Placed, facilities: readonly Placed[]): string | null {
  const ranked = facilities
    .filter(({ id }) => id !== facility.id)
    .map((other) => ({ id: other.id, rank: rankOf(facility, other) }))
    .toSorted((one, other) => one.rank - other.rank || one.id.localeCompare(other.id))
  return ranked[0]?.id ?? null
}

const FAR = 100_000

function rankOf(facility: Placed, other: Placed): number {
  const distance = kilometres(facility, other)
  if (distance === null) return other.municipalityCode === facility.municipalityCode ? FAR : 2 * FAR
  return distance < SAME_PLACE_KM ? FAR - 1 + distance : distance
}
