import type { MatchKind } from '../../../../generated/prisma/enums.ts'
import type { Evidence, EvidenceCode } from './evidence.ts'

/**
 * From which score on the portal links by itself, and from which on it asks a person. Measured on the labelled pairs
 * (docs/matching.md). Facilities and corporations are never merged without a person, however sure.
 */
export const THRESHOLDS: Readonly<Record<MatchKind, { readonly link: number | null; readonly ask: number }>> =
  {
    SHELTER_FACILITY: { link: 80, ask: 45 },
    SHELTER_SHELTER: { link: 75, ask: 45 },
    FACILITY_FACILITY: { link: null, ask: 50 },
    CORPORATION_CORPORATION: { link: null, ask: 45 },
  }

/** By so much the best candidate must lead the second, or a person chooses. */
const LEAD = 10

/** So many candidates of one record are shown to a person. */
const MOST_ASKED = 5

export interface Scored<Item> {
  readonly item: Item
  readonly score: number
}

export type MatchVerdict<Item> =
  | { readonly link: Item; readonly ask: readonly [] }
  | { readonly link: null; readonly ask: readonly Item[] }

/**
 * What is done with the candidates of one record: the one that is certain and clearly the best is linked, else the best
 * few are shown to a person.
 */
export function verdictOn<Item>(kind: MatchKind, candidates: readonly Scored<Item>[]): MatchVerdict<Item> {
  const { link, ask } = THRESHOLDS[kind]
  const asked = candidates.filter(({ score }) => score >= ask).toSorted((a, b) => b.score - a.score)
  const [best, second] = asked
  if (best && link !== null && best.score >= link && best.score - (second?.score ?? 0) >= LEAD)
    return { link: best.item, ask: [] }
  return { link: null, ask: asked.slice(0, MOST_ASKED).map(({ item }) => item) }
}

/** In a few words why a shelter is taken for a facility; shown beside it. */
export type ShelterMatchReason =
  | 'NAME_AND_ADDRESS'
  | 'NAME_AND_DISTANCE'
  | 'PART_OF_NAME_AND_ADDRESS'
  | 'SEVERAL_SIGNS'
  | 'DECIDED_BY_A_PERSON'

export function shelterMatchReason(found: readonly Pick<Evidence, 'code'>[]): ShelterMatchReason {
  const has = (...codes: readonly EvidenceCode[]) => found.some(({ code }) => codes.includes(code))
  const named = has('NAME_SAME', 'NAME_SAME_SHORT', 'NAME_IN_KANA_SAME')
  if (named && has('ADDRESS_SAME')) return 'NAME_AND_ADDRESS'
  if (named && has('WITHIN_30_METRES', 'WITHIN_100_METRES', 'WITHIN_300_METRES')) return 'NAME_AND_DISTANCE'
  return has('NAME_PART', 'NAME_SIMILAR') && has('ADDRESS_SAME')
    ? 'PART_OF_NAME_AND_ADDRESS'
    : 'SEVERAL_SIGNS'
}

interface Weighed {
  readonly code: string
  readonly weight: number
}

/** Whether something speaks for a pair that did not when a person rejected it: only then may it come back. */
export const hasNewEvidence = (then: readonly Weighed[], now: readonly Weighed[]): boolean => {
  const known = new Set(then.map(({ code }) => code))
  const sum = (found: readonly Weighed[]) => found.reduce((total, { weight }) => total + weight, 0)
  return sum(now) > sum(then) && now.some(({ code, weight }) => weight > 0 && !known.has(code))
}
