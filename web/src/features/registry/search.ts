import type { FacilityConditionsInput, Freshness } from '../../generated/graphql.ts'
import { position } from './position.ts'

/** How many facilities a page shows. */
const PAGE_SIZE = 20

/** A search as it stands in the address. */
export interface RegistrySearch {
  /** Words. */
  q?: string
  /** Codes of municipalities. */
  m?: string[]
  /** Keys of services, e.g. `KAIGO-510`. */
  s?: string[]
  /** States of confirmation. */
  f?: Freshness[]
  /** Only 指定福祉避難所. */
  w?: true
  /** Only invented ones, or only real ones. */
  only?: 'sample' | 'real'
  /** What else must be known of a place. */
  c?: FurtherConditions
  /** Facilities as a list unless said otherwise. */
  view?: View
  /** The part of the map that is shown: its middle and how often it was halved. */
  z?: [latitude: number, longitude: number, level: number]
  after?: string
  before?: string
}

/** Ways to look at what was found. */
export type View = 'map' | 'corporations'

/** Where distances are measured from: a place of the registry, or where the device is, which no address tells. */
export type Near =
  | { km: number; name: string; latitude: number; longitude: number }
  | { km: number; here: true }

export type FurtherConditions = Omit<FacilityConditionsInput, 'near'> & { near?: Near }

const CONDITIONS: ReadonlySet<string> = new Set<keyof FurtherConditions>([
  'corporationKinds',
  'shelterRoles',
  'equipment',
  'lendableRooms',
  'lendableVehicles',
  'qualifications',
  'areas',
  'capacityFrom',
  'capacityTo',
  'capacityOrUnknown',
  'statuses',
  'near',
])

const STATES: readonly string[] = ['CONFIRMED', 'STALE', 'UNCONFIRMED'] satisfies Freshness[]

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readSearch(given: Record<string, unknown>): RegistrySearch {
  const states = texts(given.f)?.filter((state): state is Freshness => STATES.includes(state))
  return {
    ...present('q', text(given.q)),
    ...present('m', texts(given.m)),
    ...present('s', texts(given.s)),
    ...present('f', states?.length ? states : undefined),
    ...(given.w === true ? { w: true as const } : {}),
    ...(given.only === 'sample' || given.only === 'real' ? { only: given.only } : {}),
    ...present('c', further(given.c)),
    ...(given.view === 'map' || given.view === 'corporations' ? { view: given.view } : {}),
    ...present('z', zoomed(given.z)),
    ...present('after', cursor(given.after)),
    ...present('before', cursor(given.before)),
  }
}

/** Takes what has the form of a condition; whether it makes sense is for the API to say. */
function further(given: unknown): FurtherConditions | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const known = Object.entries(given).filter(
    ([key, value]) =>
      CONDITIONS.has(key) &&
      value !== null &&
      value !== false &&
      !(Array.isArray(value) && value.length === 0),
  )
  return known.length > 0 ? (Object.fromEntries(known) as FurtherConditions) : undefined
}

function zoomed(given: unknown): RegistrySearch['z'] {
  if (!Array.isArray(given) || given.length !== 3) return undefined
  const [latitude, longitude, level] = given.map(Number)
  const isPlace = [latitude, longitude, level].every((part) => Number.isFinite(part))
  return isPlace
    ? [latitude ?? 0, longitude ?? 0, Math.min(Math.max(Math.round(level ?? 0), 0), 6)]
    : undefined
}

// Digits alone come as a number: 事業所番号, 法人番号, telephone.
function text(given: unknown): string | undefined {
  const words = typeof given === 'number' ? String(given) : given
  return typeof words === 'string' && words.trim() !== '' ? words.slice(0, 100) : undefined
}

// A cursor holds the sort keys of a row, so it is as long as they are.
const cursor = (given: unknown): string | undefined =>
  typeof given === 'string' && given !== '' ? given : undefined

function texts(given: unknown): string[] | undefined {
  const list = (Array.isArray(given) ? given : [given]).flatMap((item) => text(item) ?? [])
  return list.length > 0 ? list : undefined
}

const present = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }

type Dimension = 'm' | 's' | 'f'

/** The search with one condition put on or taken off, back on its first page. */
export function toggled(search: RegistrySearch, dimension: Dimension, value: string): RegistrySearch {
  const chosen: readonly string[] = search[dimension] ?? []
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  return readSearch({ ...fromStart(search), [dimension]: next })
}

/** The same search from its first page. */
export const fromStart = <Search extends { after?: string; before?: string }>({
  after: _after,
  before: _before,
  ...search
}: Search): Omit<Search, 'after' | 'before'> => search

/** How many conditions are in force, besides the words. */
export const countConditions = ({ m = [], s = [], f = [], w, only, c = {} }: RegistrySearch): number =>
  m.length + s.length + f.length + (w ? 1 : 0) + (only ? 1 : 0) + Object.keys(c).length

/** The point that distances are measured from, as far as it is known. */
export function pointOf({ c }: RegistrySearch): { latitude: number; longitude: number } | undefined {
  const near = c?.near
  if (!near) return undefined
  return 'here' in near
    ? (position.get() ?? undefined)
    : { latitude: near.latitude, longitude: near.longitude }
}

function conditionsInput(search: RegistrySearch): FacilityConditionsInput | undefined {
  if (!search.c) return undefined
  const { near, ...others } = search.c
  const point = pointOf(search)
  return near && point ? { ...others, near: { ...point, km: near.km } } : others
}

/** What the API is asked. */
export const conditionsOf = (search: RegistrySearch) => {
  const { q, m, s, f, w, only } = search
  return {
    text: q,
    municipalityCodes: m,
    serviceKinds: s,
    freshness: f,
    welfareShelter: w,
    sample: only && only === 'sample',
    conditions: conditionsInput(search),
  }
}

/** Which page of a list is asked for: forward from a cursor, or back from one. */
export const pageOf = ({ after, before }: { after?: string; before?: string }, size = PAGE_SIZE) =>
  before === undefined ? { first: size, after } : { last: size, before }
