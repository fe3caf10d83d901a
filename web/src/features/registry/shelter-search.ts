import type { ShelterKind } from '../../generated/graphql.ts'
import { readSearch } from './search.ts'

/** A search for shelters as it stands in the address. */
export interface ShelterSearch {
  /** Words. */
  q?: string
  /** Code of a municipality. */
  m?: string
  /** What it is designated as; 指定福祉避難所 unless said otherwise. */
  kind?: ShelterKind | 'all'
  /** A list unless said otherwise. */
  view?: 'map'
  /** The part of the map that is shown: its middle and how often it was halved. */
  z?: [latitude: number, longitude: number, level: number]
  after?: string
  before?: string
}

const KINDS: readonly string[] = [
  'DESIGNATED_SHELTER',
  'EMERGENCY_SITE',
  'all',
] satisfies ShelterSearch['kind'][]

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readShelterSearch(given: Record<string, unknown>): ShelterSearch {
  const { q, m, z, view, after, before } = readSearch(given)
  const [municipality] = m ?? []
  return {
    ...(q === undefined ? {} : { q }),
    ...(municipality === undefined ? {} : { m: municipality }),
    ...(KINDS.includes(given.kind as string) ? { kind: given.kind as ShelterKind | 'all' } : {}),
    ...(view === 'map' ? { view } : {}),
    ...(z === undefined ? {} : { z }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  }
}

/** What the API is asked. */
export const shelterConditionsOf = ({ q, m, kind }: ShelterSearch) => ({
  text: q,
  municipalityCodes: m === undefined ? undefined : [m],
  kind: kind === 'all' ? undefined : kind,
  welfare: kind === undefined ? true : undefined,
})
