import type { Prisma } from '../../../generated/prisma/client.ts'
import type { MatchKind } from '../../../generated/prisma/enums.ts'
import type { Tx } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Evidence } from '../rules/matching/evidence.ts'
import { shelterMatchReason } from '../rules/matching/verdicts.ts'
import type { Decided, FoundPair } from './find-pairs.ts'
import type { MatchableShelter } from './load-places.ts'

/** A proposal as it stands. */
export interface Standing extends Decided {
  readonly id: string
  readonly pairKey: string
  readonly kind: MatchKind
  readonly score: number
  readonly ownerId: string | null
  readonly otherOwnerId: string | null
}

/** What stands about the pairs of one municipality, or about all corporations. */
export async function standingProposals(
  tx: Tx,
  where: Prisma.MatchProposalWhereInput,
): Promise<Map<string, Standing>> {
  const rows = await tx.matchProposal.findMany({
    where,
    select: {
      id: true,
      pairKey: true,
      kind: true,
      state: true,
      score: true,
      reasons: true,
      ownerId: true,
      otherOwnerId: true,
    },
  })
  return new Map(
    rows.map((row) => [row.pairKey, { ...row, reasons: row.reasons as unknown as readonly Evidence[] }]),
  )
}

export interface MatchCounts {
  linked: number
  asked: number
  proposalsCreated: number
  proposalsChanged: number
  proposalsRemoved: number
  sheltersChanged: number
}

const columnsOf = ({ kind, ids: [one, other] }: FoundPair) => {
  switch (kind) {
    case 'SHELTER_FACILITY':
      return { shelterId: one, facilityId: other }
    case 'SHELTER_SHELTER':
      return { shelterId: one, otherShelterId: other }
    case 'FACILITY_FACILITY':
      return { facilityId: one, otherFacilityId: other }
    case 'CORPORATION_CORPORATION':
      return { corporationId: one, otherCorporationId: other }
  }
}

const json = (reasons: readonly Evidence[]) => reasons as unknown as Prisma.InputJsonValue

// JSONB keeps no order of keys, so they are compared one by one.
const written = (reasons: readonly Evidence[]): string =>
  JSON.stringify(reasons.map(({ code, weight, one, other }) => [code, weight, one, other]))

/** What is waiting or linked by the portal follows the records; what a person has decided stays. */
const followsRecords = ({ state }: Decided): boolean => state === 'OPEN' || state === 'LINKED'

/** Brings the proposals to what was found, writing only where something differs. */
export async function writeProposals(
  tx: Tx,
  found: readonly FoundPair[],
  standing: ReadonlyMap<string, Standing>,
  now: Date,
  counts: MatchCounts,
): Promise<void> {
  const fresh: Prisma.MatchProposalCreateManyInput[] = []
  const wanted = new Set<string>()
  for (const pair of found) {
    wanted.add(pair.pairKey)
    const current = standing.get(pair.pairKey)
    const [ownerId, otherOwnerId] = pair.ownerIds
    const { pairKey, kind, score, state, municipalityCode, sample } = pair
    const facts = { score, reasons: json(pair.reasons), ownerId, otherOwnerId, municipalityCode }
    if (!current) {
      fresh.push({ id: newId(now), kind, pairKey, ...columnsOf(pair), ...facts, state, sample })
      continue
    }
    // A rejected pair is found only when something new speaks for it: then it is asked again.
    const asked = followsRecords(current) || current.state === 'DIFFERENT'
    const same =
      current.score === score &&
      current.ownerId === ownerId &&
      current.otherOwnerId === otherOwnerId &&
      written(current.reasons) === written(pair.reasons) &&
      (!asked || current.state === state)
    if (same) continue
    counts.proposalsChanged++
    const opened = current.state !== state && asked
    await tx.matchProposal.update({
      where: { id: current.id },
      data: {
        ...facts,
        ...(opened ? { state, postponed: false, decidedAt: null, decidedByUserId: null } : {}),
        version: { increment: 1 },
      },
    })
  }
  for (let start = 0; start < fresh.length; start += 500)
    await tx.matchProposal.createMany({ data: fresh.slice(start, start + 500) })
  const gone = [...standing.values()].filter((one) => followsRecords(one) && !wanted.has(one.pairKey))
  if (gone.length > 0) await tx.matchProposal.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  counts.proposalsCreated += fresh.length
  counts.proposalsRemoved += gone.length
  counts.linked += found.filter(({ state }) => state === 'LINKED').length
  counts.asked += found.filter(({ state }) => state === 'OPEN').length
}

interface ShelterLink {
  readonly facilityId: string | null
  readonly matchReason: string | null
}

/** Sets which facility each shelter is, as far as it is certain and no person has said otherwise. */
export async function linkShelters(
  tx: Tx,
  shelters: readonly MatchableShelter[],
  found: readonly FoundPair[],
  now: Date,
  counts: MatchCounts,
): Promise<void> {
  const links = new Map<string, ShelterLink>()
  for (const { kind, state, ids, reasons } of found)
    if (kind === 'SHELTER_FACILITY' && state === 'LINKED')
      links.set(ids[0], { facilityId: ids[1], matchReason: shelterMatchReason(reasons) })
  const changed = shelters.flatMap((shelter) => {
    if (shelter.handSet.includes('facilityId')) return []
    const { facilityId, matchReason } = links.get(shelter.id) ?? { facilityId: null, matchReason: null }
    return facilityId === shelter.facilityId && matchReason === shelter.matchReason
      ? []
      : [{ id: shelter.id, facilityId, matchReason }]
  })
  if (changed.length === 0) return
  counts.sheltersChanged += changed.length
  // The version counts what people and files say; what follows from it by itself moves nothing on.
  await tx.$executeRaw`
    UPDATE shelter AS s
    SET facility_id = v.facility_id, match_reason = v.match_reason, updated_at = ${now}
    FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ facilityId }) => facilityId)}::uuid[],
                ${changed.map(({ matchReason }) => matchReason)}::text[]) AS v(id, facility_id, match_reason)
    WHERE s.id = v.id`
}

type ListedShelter = Pick<
  MatchableShelter,
  'id' | 'dataSourceId' | 'capacity' | 'capacityText' | 'capacitySourceId' | 'handSet'
>

/**
 * Of two listings of one shelter, the one without a capacity takes that of the other, with its source. What a person
 * has set stays.
 */
export async function shareCapacities(
  tx: Tx,
  shelters: readonly ListedShelter[],
  certain: readonly (readonly [string, string])[],
  now: Date,
  counts: Pick<MatchCounts, 'sheltersChanged'>,
): Promise<void> {
  const byId = new Map(shelters.map((shelter) => [shelter.id, shelter]))
  for (const ids of certain) {
    const [one, other] = ids.map((id) => byId.get(id))
    if (!one || !other) continue
    for (const [without, having] of [
      [one, other],
      [other, one],
    ] as const) {
      if (having.capacityText === null || having.capacitySourceId !== having.dataSourceId) continue
      if (without.handSet.includes('capacity')) continue
      const taken =
        without.capacity === having.capacity &&
        without.capacityText === having.capacityText &&
        without.capacitySourceId === having.capacitySourceId
      const own = without.capacityText !== null && without.capacitySourceId === without.dataSourceId
      if (taken || own) continue
      counts.sheltersChanged++
      const { capacity, capacityText, capacitySourceId } = having
      await tx.shelter.update({
        where: { id: without.id },
        data: { capacity, capacityText, capacitySourceId, updatedAt: now },
      })
    }
  }
}
