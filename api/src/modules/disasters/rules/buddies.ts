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
 * The neighbour of each facility: the nearest one, of another place if there is one. Where no distance is known, the next
 * in a ring of the same municipality, or of all, so that nobody becomes everybody's neighbour. The order of what is
 * given does not matter.
 */
export function buddiesOf(facilities: readonly Placed[]): Map<string, string | null> {
  const sorted = facilities.toSorted((one, other) => one.id.localeCompare(other.id))
  const rings = Map.groupBy(sorted, ({ municipalityCode }) => municipalityCode)
  return new Map(
    facilities.map((facility) => [
      facility.id,
      nearest(facility, sorted) ??
        nextInRing(facility, rings.get(facility.municipalityCode) ?? []) ??
        nextInRing(facility, sorted),
    ]),
  )
}

function nearest(facility: Placed, facilities: readonly Placed[]): string | null {
  let found: { readonly id: string; readonly rank: number } | null = null
  for (const other of facilities) {
    const distance = other.id === facility.id ? null : kilometres(facility, other)
    if (distance === null) continue
    const rank = distance < SAME_PLACE_KM ? FAR + distance : distance
    if (found === null || rank < found.rank) found = { id: other.id, rank }
  }
  return found?.id ?? null
}

function nextInRing(facility: Placed, ring: readonly Placed[]): string | null {
  if (ring.length < 2) return null
  const place = ring.findIndex(({ id }) => id === facility.id)
  return ring[(place + 1) % ring.length]?.id ?? null
}

const FAR = 100_000
