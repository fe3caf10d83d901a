import { placeNameKey } from './names.ts'
import { distance, type Point } from './place.ts'
import { unspaced } from './text.ts'

/** Why a shelter and a facility are taken for the same place. */
export type ShelterMatchReason =
  | 'NAME_AND_ADDRESS'
  | 'NAME_AND_DISTANCE'
  | 'NAME_ALONE'
  | 'PART_OF_NAME_AND_ADDRESS'

/** What is compared of a place; `names` may hold several, because every office of a facility has its own. */
export interface Place {
  readonly names: readonly string[]
  readonly corporationName: string | null
  readonly municipalityCode: string
  readonly addressKey: string | null
  readonly point: Point | null
}

interface KeyedPlace<T extends Place> {
  readonly place: T
  readonly keys: readonly string[]
  /** The corporation's name without spaces; blank when there is none. */
  readonly owner: string
}

/** Close enough to be the same grounds, in metres. */
const NEAR = 300

/** Shorter names are too common to be told apart without a further sign. */
const TELLING_LENGTH = 3

/** Facilities of each municipality with the keys of their names, made once for many comparisons. */
export function keyedByMunicipality<T extends Place>(
  places: readonly T[],
): ReadonlyMap<string, KeyedPlace<T>[]> {
  const keyed = places.map((place) => {
    const owner = place.corporationName ?? ''
    const keys = place.names.map((name) => placeNameKey(name, owner)).filter((key) => key !== '')
    return { place, keys: [...new Set(keys)], owner: unspaced(owner) }
  })
  return Map.groupBy(keyed, ({ place }) => place.municipalityCode)
}

const STRENGTH: readonly ShelterMatchReason[] = [
  'NAME_AND_ADDRESS',
  'NAME_AND_DISTANCE',
  'PART_OF_NAME_AND_ADDRESS',
  'NAME_ALONE',
]

/**
 * The facility that a shelter is, with the reason; null when there is none or when two are equally likely.
 * The name alone counts only for a welfare shelter, because those are care facilities by law.
 */
export function matchShelter<T extends Place>(
  shelter: Place & { readonly welfare: boolean },
  facilities: ReadonlyMap<string, readonly KeyedPlace<T>[]>,
): { facility: T; reason: ShelterMatchReason } | null {
  const neighbours = facilities.get(shelter.municipalityCode) ?? []
  const names = shelter.names.map(unspaced)
  const ownKeys = names.map((name) => placeNameKey(name))
  const candidates = neighbours.flatMap(({ place, keys, owner }) => {
    // 「社会福祉法人みらい きらめきの里」: the name begins with the owner of the place it is compared with.
    const withOwner = owner === '' ? [] : names.filter((name) => name.startsWith(owner))
    const shelterKeys = [...ownKeys, ...withOwner.map((name) => placeNameKey(name, owner))]
    const reason = reasonFor(shelter, shelterKeys, place, keys)
    return reason ? [{ facility: place, reason }] : []
  })
  for (const reason of STRENGTH) {
    const found = candidates.filter((candidate) => candidate.reason === reason)
    const [only, ...others] = found
    if (only) return others.length === 0 ? only : null
  }
  return null
}

// Two houses of one name on neighbouring grounds are common: a 特別養護老人ホーム beside a 老人保健施設.
const STATED_KINDS = [
  /特別養護老人ホーム|特養|介護老人福祉施設/,
  /老人保健施設|老健/,
  /(?<!特別)養護老人ホーム/,
  /障[害が]い?者支援施設/,
]

const statedKind = (names: readonly string[]): number =>
  STATED_KINDS.findIndex((kind) => names.some((name) => kind.test(name)))

function contradict(one: readonly string[], other: readonly string[]): boolean {
  const [kind, otherKind] = [statedKind(one), statedKind(other)]
  return kind >= 0 && otherKind >= 0 && kind !== otherKind
}

function reasonFor(
  shelter: Place & { readonly welfare: boolean },
  shelterKeys: readonly string[],
  place: Place,
  placeKeys: readonly string[],
): ShelterMatchReason | null {
  const keys = shelterKeys.filter((key) => key !== '')
  const sameAddress = shelter.addressKey !== null && shelter.addressKey === place.addressKey
  if (keys.some((key) => placeKeys.includes(key))) {
    if (sameAddress) return 'NAME_AND_ADDRESS'
    if (contradict(shelter.names, place.names)) return null
    if (shelter.point && place.point && distance(shelter.point, place.point) <= NEAR)
      return 'NAME_AND_DISTANCE'
    const telling = keys.some((key) => placeKeys.includes(key) && key.length >= TELLING_LENGTH)
    return shelter.welfare && telling ? 'NAME_ALONE' : null
  }
  const partly = keys.some((key) => placeKeys.some((other) => other.includes(key) || key.includes(other)))
  return sameAddress && partly ? 'PART_OF_NAME_AND_ADDRESS' : null
}
