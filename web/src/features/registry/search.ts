import type { Freshness } from '../../generated/graphql.ts'

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
  after?: string
  before?: string
}

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
    ...present('after', cursor(given.after)),
    ...present('before', cursor(given.before)),
  }
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
export const countConditions = ({ m = [], s = [], f = [], w, only }: RegistrySearch): number =>
  m.length + s.length + f.length + (w ? 1 : 0) + (only ? 1 : 0)

/** What the API is asked. */
export const conditionsOf = ({ q, m, s, f, w, only }: RegistrySearch) => ({
  text: q,
  municipalityCodes: m,
  serviceKinds: s,
  freshness: f,
  welfareShelter: w,
  sample: only && only === 'sample',
})

/** Which page of a list is asked for: forward from a cursor, or back from one. */
export const pageOf = ({ after, before }: { after?: string; before?: string }, size = PAGE_SIZE) =>
  before === undefined ? { first: size, after } : { last: size, before }
