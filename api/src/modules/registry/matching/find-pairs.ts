import type { MatchKind, MatchState } from '../../../generated/prisma/enums.ts'
import { KeyIndex, placeKeys, runsOf } from '../rules/matching/blocking.ts'
import { compareCorporations, type KeyedCorporation } from '../rules/matching/corporations.ts'
import { scoreOf, type Evidence } from '../rules/matching/evidence.ts'
import { comparePlaces, type Place } from '../rules/matching/places.ts'
import { hasNewEvidence, THRESHOLDS, verdictOn } from '../rules/matching/verdicts.ts'
import type { MatchableFacility, MatchableShelter } from './load-places.ts'

/** Two records that are to be linked or shown to a person. */
export interface FoundPair {
  readonly kind: MatchKind
  readonly pairKey: string
  /** For a shelter and a facility in this order, else the smaller id first. */
  readonly ids: readonly [string, string]
  readonly ownerIds: readonly [string | null, string | null]
  readonly municipalityCode: string | null
  readonly sample: boolean
  readonly score: number
  readonly reasons: readonly Evidence[]
  readonly state: Extract<MatchState, 'OPEN' | 'LINKED'>
}

/** What people have decided about a pair before. */
export interface Decided {
  readonly state: MatchState
  readonly reasons: readonly Evidence[]
}

export type Decisions = ReadonlyMap<string, Decided>

/** The two ids, the smaller first: one key, whichever of the two is looked at. */
const pairKeyOf = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

interface Candidate<Other> {
  readonly other: Other
  readonly reasons: readonly Evidence[]
  readonly score: number
}

/** Rejected by a person, and nothing new speaks for it. */
function isRejected(decided: Decided | undefined, reasons: readonly Evidence[]): boolean {
  return decided?.state === 'DIFFERENT' && !hasNewEvidence(decided.reasons, reasons)
}

function candidatesFor<One extends { readonly id: string }, Other extends { readonly id: string }>(
  one: One,
  others: Iterable<Other>,
  compare: (one: One, other: Other) => Evidence[],
  decisions: Decisions,
): Candidate<Other>[] {
  const candidates: Candidate<Other>[] = []
  for (const other of others) {
    if (other.id === one.id) continue
    const reasons = compare(one, other)
    if (!isRejected(decisions.get(pairKeyOf(one.id, other.id)), reasons))
      candidates.push({ other, reasons, score: scoreOf(reasons) })
  }
  return candidates
}

const swapped = (reasons: readonly Evidence[]): Evidence[] =>
  reasons.map(({ code, weight, one, other }) => ({ code, weight, one: other, other: one }))

/** The pair with the smaller id first. */
function ordered(
  kind: MatchKind,
  one: Place & { readonly sample: boolean },
  candidate: Candidate<Place>,
  state: FoundPair['state'],
): FoundPair {
  const { other, reasons, score } = candidate
  const inOrder = one.id < other.id
  const [first, second] = inOrder ? [one, other] : [other, one]
  return {
    kind,
    pairKey: pairKeyOf(one.id, other.id),
    ids: [first.id, second.id],
    ownerIds: [first.ownerId, second.ownerId],
    municipalityCode: one.municipalityCode,
    sample: one.sample,
    score,
    reasons: inOrder ? reasons : swapped(reasons),
    state,
  }
}

/** Shelters and the facilities they may be. A shelter whose facility a person has set is left alone. */
export function pairSheltersWithFacilities(
  shelters: readonly MatchableShelter[],
  facilities: readonly MatchableFacility[],
  decisions: Decisions,
): FoundPair[] {
  const index = new KeyIndex(facilities, (facility) => placeKeys(facility, facility.sample))
  return shelters.flatMap((shelter) => {
    if (shelter.handSet.includes('facilityId')) return []
    const neighbours = index.sharing(placeKeys(shelter, shelter.sample, true))
    const candidates = candidatesFor(shelter, neighbours, comparePlaces, decisions)
    const verdict = verdictOn(
      'SHELTER_FACILITY',
      candidates.map((item) => ({ item, score: item.score })),
    )
    const pair = ({ other, reasons, score }: Candidate<MatchableFacility>, state: FoundPair['state']) => ({
      kind: 'SHELTER_FACILITY' as const,
      pairKey: pairKeyOf(shelter.id, other.id),
      ids: [shelter.id, other.id] as const,
      ownerIds: [null, other.ownerId] as const,
      municipalityCode: shelter.municipalityCode,
      sample: shelter.sample,
      score,
      reasons,
      state,
    })
    return verdict.link
      ? [pair(verdict.link, 'LINKED')]
      : verdict.ask.map((candidate) => pair(candidate, 'OPEN'))
  })
}

/** Two lists may name the same shelter: the state's has the welfare role, the city's has the capacity. */
export function pairListedShelters(shelters: readonly MatchableShelter[], decisions: Decisions): FoundPair[] {
  const index = new KeyIndex(shelters, (shelter) => placeKeys(shelter, shelter.sample))
  const choice = new Map(
    shelters.map((shelter) => {
      const others = [...index.sharing(placeKeys(shelter, shelter.sample, true))].filter(
        ({ kind, dataSourceId }) => kind === shelter.kind && dataSourceId !== shelter.dataSourceId,
      )
      const candidates = candidatesFor(shelter, others, comparePlaces, decisions)
      return [
        shelter,
        verdictOn(
          'SHELTER_SHELTER',
          candidates.map((item) => ({ item, score: item.score })),
        ),
      ]
    }),
  )
  const pairs = new Map<string, FoundPair>()
  for (const [shelter, verdict] of choice) {
    const chosen = verdict.link ? [verdict.link] : verdict.ask
    for (const candidate of chosen) {
      // Certain only if each is the other's certain one.
      const mutual = verdict.link !== null && choice.get(candidate.other)?.link?.other.id === shelter.id
      const pair = ordered('SHELTER_SHELTER', shelter, candidate, mutual ? 'LINKED' : 'OPEN')
      if (!pairs.has(pair.pairKey)) pairs.set(pair.pairKey, pair)
    }
  }
  return [...pairs.values()]
}

/** Facilities that may be one place: always for a person to decide. */
export function pairFacilities(facilities: readonly MatchableFacility[], decisions: Decisions): FoundPair[] {
  const index = new KeyIndex(facilities, (facility) => placeKeys(facility, facility.sample))
  return facilities.flatMap((facility) => {
    const later = [...index.sharing(placeKeys(facility, facility.sample, true))].filter(
      ({ id }) => id > facility.id,
    )
    return candidatesFor(facility, later, comparePlaces, decisions)
      .filter(({ score }) => score >= THRESHOLDS.FACILITY_FACILITY.ask)
      .map((candidate) => ordered('FACILITY_FACILITY', facility, candidate, 'OPEN'))
  })
}

export interface MatchableCorporation extends KeyedCorporation {
  readonly sample: boolean
}

/** Corporations that may be one. Two that both have a number are never compared: two numbers are two corporations. */
export function pairCorporations(
  corporations: readonly MatchableCorporation[],
  decisions: Decisions,
): FoundPair[] {
  const keysOf = ({ bareKeys, phoneKeys, sample }: MatchableCorporation) =>
    [
      ...bareKeys.flatMap((key) => [`n${key}`, ...runsOf(key).map((run) => `g${run}`)]),
      ...phoneKeys.map((key) => `p${key}`),
    ].map((key) => (sample ? `s${key}` : `r${key}`))
  const index = new KeyIndex(corporations, keysOf)
  const pairs = new Map<string, FoundPair>()
  for (const corporation of corporations) {
    if (corporation.number !== null) continue
    const candidates = candidatesFor(
      corporation,
      index.sharing(keysOf(corporation)),
      compareCorporations,
      decisions,
    )
    for (const { other, reasons, score } of candidates) {
      if (score < THRESHOLDS.CORPORATION_CORPORATION.ask) continue
      const inOrder = corporation.id < other.id
      const ids = inOrder ? ([corporation.id, other.id] as const) : ([other.id, corporation.id] as const)
      const pairKey = pairKeyOf(...ids)
      pairs.set(pairKey, {
        kind: 'CORPORATION_CORPORATION',
        pairKey,
        ids,
        ownerIds: ids,
        municipalityCode: corporation.municipalityCodes[0] ?? other.municipalityCodes[0] ?? null,
        sample: corporation.sample,
        score,
        reasons: inOrder ? reasons : swapped(reasons),
        state: 'OPEN',
      })
    }
  }
  return [...pairs.values()]
}
