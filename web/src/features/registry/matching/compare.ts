import type {
  PairCorporationFragment as Corporation,
  PairFacilityFragment as Facility,
  PairShelterFragment as Shelter,
} from '../../../generated/graphql.ts'

export type Verdict = 'same' | 'partly' | 'similar' | 'different' | 'oneOnly' | 'notCompared'

/** One line of the comparison: what stands in each record, and how the two compare, in a word. */
export interface ComparedItem {
  readonly item:
    | 'name'
    | 'otherNames'
    | 'address'
    | 'owner'
    | 'number'
    | 'phone'
    | 'services'
    | 'kind'
    | 'accepts'
    | 'capacity'
    | 'facilities'
    | 'source'
  readonly one: string | null
  readonly other: string | null
  readonly verdict: Verdict
}

/** A record, as it is compared and shown. */
export interface Side {
  readonly model: 'shelter' | 'facility' | 'corporation'
  readonly id: string
  readonly name: string
  readonly sample: boolean
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly facts: Partial<Record<ComparedItem['item'], string | null>>
}

const pointOf = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
  latitude === null || longitude === null ? null : { latitude, longitude }

interface Words {
  readonly welfare: string
  readonly shelterKinds: Readonly<Record<Shelter['kind'], string>>
  persons(count: number): string
  facilityCount(count: number): string
}

function shelterSide(shelter: Shelter, words: Words): Side {
  const { id, name, sample, address, kind, welfare, acceptedPersons, dataSource } = shelter
  return {
    model: 'shelter',
    id,
    name,
    sample,
    point: pointOf(shelter),
    facts: {
      name,
      address,
      kind: welfare ? words.welfare : words.shelterKinds[kind],
      accepts: acceptedPersons,
      source: dataSource?.title ?? null,
    },
  }
}

function facilitySide(facility: Facility, words: Words): Side {
  const { id, name, sample, address, phone, capacity, corporation, offices, dataSource } = facility
  const services = [...new Set(offices.nodes.map(({ serviceKind }) => serviceKind.shortName))]
  return {
    model: 'facility',
    id,
    name,
    sample,
    point: pointOf(facility),
    facts: {
      name,
      address,
      owner: corporation?.name ?? null,
      number: corporation?.corporateNumber ?? null,
      phone,
      services: services.length > 0 ? services.join('、') : null,
      capacity: capacity === null ? null : words.persons(capacity),
      source: dataSource?.title ?? null,
    },
  }
}

function corporationSide(corporation: Corporation, words: Words): Side {
  const { id, name, sample, seatAddress, phone, corporateNumber, otherSpellings, facilityCount, dataSource } =
    corporation
  return {
    model: 'corporation',
    id,
    name,
    sample,
    point: null,
    facts: {
      name,
      otherNames: otherSpellings.length > 0 ? otherSpellings.join('、') : null,
      number: corporateNumber,
      address: seatAddress,
      phone,
      facilities: words.facilityCount(facilityCount),
      source: dataSource?.title ?? null,
    },
  }
}

/** The records of a pair, by what they are. */
export interface PairRecords {
  readonly shelters: readonly Shelter[]
  readonly facilities: readonly Facility[]
  readonly corporations: readonly Corporation[]
}

/** The two records of a pair; null if one of them is no more. */
export function sidesOf(
  { shelters, facilities, corporations }: PairRecords,
  words: Words,
): readonly [Side, Side] | null {
  const [one, other] = [
    ...shelters.map((shelter) => shelterSide(shelter, words)),
    ...facilities.map((facility) => facilitySide(facility, words)),
    ...corporations.map((corporation) => corporationSide(corporation, words)),
  ]
  return one && other ? [one, other] : null
}

/** What a sign says about an item, where it says more than the texts themselves. */
const SIGNS: Readonly<Record<string, readonly [item: ComparedItem['item'], verdict: Verdict]>> = {
  NAME_SAME: ['name', 'same'],
  NAME_IN_KANA_SAME: ['name', 'same'],
  NAME_SAME_SHORT: ['name', 'same'],
  NAME_PART: ['name', 'partly'],
  NAME_SIMILAR: ['name', 'similar'],
  NAME_SHARED: ['name', 'partly'],
  NAME_DIFFERS: ['name', 'different'],
  CORPORATION_NAME_SAME: ['name', 'same'],
  CORPORATION_SPELLING_SAME: ['name', 'same'],
  CORPORATION_NAME_WITHOUT_FORM_SAME: ['name', 'partly'],
  CORPORATION_NAME_SIMILAR: ['name', 'similar'],
  ADDRESS_SAME: ['address', 'same'],
  ADDRESS_DIGITS_SAME: ['address', 'similar'],
  ADDRESS_PART: ['address', 'partly'],
  ADDRESS_TOWN: ['address', 'partly'],
  SEAT_SAME: ['address', 'same'],
  PHONE_SAME: ['phone', 'same'],
  CORPORATION_PHONE_SAME: ['phone', 'same'],
  OWNER_SAME: ['owner', 'same'],
  OWNER_DIFFERS: ['owner', 'different'],
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** What comes from a file, or is only counted, says nothing about being one. */
const NOT_COMPARED: ReadonlySet<ComparedItem['item']> = new Set(['source', 'facilities', 'kind', 'accepts'])

/** The comparison line by line; what neither says is left out. */
export function compareSides([one, other]: readonly [Side, Side], codes: readonly string[]): ComparedItem[] {
  const said = new Map(codes.flatMap((code) => (SIGNS[code] ? [SIGNS[code]] : [])))
  const items = new Set([...Object.keys(one.facts), ...Object.keys(other.facts)] as ComparedItem['item'][])
  // What neither record says is no help to anybody.
  const given = [...items].filter((item) => (one.facts[item] ?? other.facts[item] ?? null) !== null)
  return given.map((item) => {
    const [left = null, right = null] = [one.facts[item], other.facts[item]]
    return {
      item,
      one: left,
      other: right,
      verdict: verdictOn(item, left, right, said.get(item), item in one.facts && item in other.facts),
    }
  })
}

function verdictOn(
  item: ComparedItem['item'],
  one: string | null,
  other: string | null,
  said: Verdict | undefined,
  both: boolean,
): Verdict {
  if (NOT_COMPARED.has(item) || !both) return 'notCompared'
  if (one === null || other === null) return 'oneOnly'
  return said ?? (plain(one) === plain(other) ? 'same' : 'different')
}

const SIGN_OF_DISTANCE = /^(?:WITHIN_|FAR_APART)/

/** Metres between the two, if both have a point. */
export function metresOf(reasons: readonly { code: string; one: string }[]): number | null {
  const found = reasons.find(({ code }) => SIGN_OF_DISTANCE.test(code))
  return found ? Number(found.one) : null
}
