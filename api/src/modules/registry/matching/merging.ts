import { createHash } from 'node:crypto'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { dayInJapan } from '../../../kernel/clock.ts'
import type { RunArguments } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Audience } from '../../../kernel/events.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { RecordsMerged } from '../events.ts'
import type { MergeRef } from '../policy/matching.ts'
import type { Cells, Move, Absorption } from '../public.ts'
import { mergeObstacle, type MergeObstacle, type MergeSide } from '../rules/merging.ts'
import { carry, planAbsorption, sqlIn, type AbsorptionPlan } from '../absorbing.ts'

interface Side extends MergeSide {
  readonly id: string
  readonly name: string
  readonly ownerId: string | null
  readonly platformIds: readonly string[]
}

/** Two records that are to become one, with what the policy asks of them. */
export interface MergePair extends MergeRef {
  readonly kept: Side
  readonly absorbed: Side
}

const SIDES: Readonly<Record<Absorption['record'], string>> = {
  FACILITY: `SELECT id, name, sample, status = 'ACTIVE' AS active, NULL::text AS number, corporation_id AS "ownerId" FROM facility`,
  CORPORATION: `SELECT id, name, sample, status = 'ACTIVE' AS active, corporate_number::text AS number, id AS "ownerId" FROM corporation`,
}

/** Loads both sides; null if one does not exist. */
export async function loadMergePair(
  sql: Sql,
  { record, keptId, absorbedId }: Absorption,
  today: string,
): Promise<MergePair | null> {
  const rows = await sql<Record<string, unknown> & Side>(
    `SELECT s.*, ARRAY(
       SELECT m.platform_id::text FROM platform_membership AS m
       WHERE m.corporation_id = s."ownerId" AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
     ) AS "platformIds"
     FROM (${SIDES[record]} WHERE id = ANY ($1::uuid[])) AS s`,
    [[keptId, absorbedId], today],
  )
  const kept = rows.find(({ id }) => id === keptId)
  const absorbed = rows.find(({ id }) => id === absorbedId)
  if (!kept || !absorbed) return null
  return {
    record,
    kept,
    absorbed,
    ownerIds: [kept.ownerId, absorbed.ownerId],
    platformIds: [kept.platformIds, absorbed.platformIds],
  }
}

export const obstacleOf = ({ kept, absorbed }: MergePair): MergeObstacle | null =>
  mergeObstacle(kept, absorbed, kept.id === absorbed.id)

/** Tells whether what would move is still what a person was shown. */
export const planKey = ({ moves, stays }: AbsorptionPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([moves.map(({ relation, id, after }) => [relation, id, after]), stays]))
    .digest('base64url')

const problems: Readonly<Record<MergeObstacle, () => RuleProblem>> = {
  MERGE_SAME_RECORD: () => new RuleProblem('MERGE_SAME_RECORD', 'Both are the same record.'),
  MERGE_SAMPLE_AND_REAL: () =>
    new RuleProblem('MERGE_SAMPLE_AND_REAL', 'An invented and a real record are never one.'),
  MERGE_NOT_ACTIVE: () => new RuleProblem('MERGE_NOT_ACTIVE', 'One of the records has ended already.'),
  MERGE_TWO_NUMBERS: () =>
    new RuleProblem(
      'MERGE_TWO_NUMBERS',
      'Two corporate numbers are two corporations; record a merger instead.',
    ),
  MERGE_KEEP_THE_NUMBERED: () =>
    new RuleProblem('MERGE_KEEP_THE_NUMBERED', 'Keep the corporation that has a number.'),
}

/** What a person says when two records are to become one. */
interface MergeWords {
  readonly note?: string | undefined
  readonly matchProposalId?: string | undefined
  readonly previewKey: string
}

/** Makes two records one, keeps what was moved and tells of it. */
export async function performMerge({
  tx,
  subject: pair,
  input,
  viewer,
  now,
  emit,
}: RunArguments<MergePair, MergeWords>): Promise<{ registryMergeId: string }> {
  const { note = null, matchProposalId = null, previewKey } = input
  const userId = viewer.userId ?? ''
  const obstacle = obstacleOf(pair)
  if (obstacle) throw problems[obstacle]()
  const { record, kept, absorbed } = pair
  const sql = sqlIn(tx)
  // Both rows first: nobody changes them, or merges them with others, while their rows are moved.
  await sql(
    `SELECT id FROM ${record === 'FACILITY' ? 'facility' : 'corporation'} WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [[kept.id, absorbed.id]],
  )
  const absorption = { record, keptId: kept.id, absorbedId: absorbed.id }
  const plan = await planAbsorption(sql, absorption, dayInJapan(now))
  if (planKey(plan) !== previewKey)
    throw new RuleProblem('MERGE_PREVIEW_OUTDATED', 'What would be moved has changed; look at it again.')
  const ofProposal = await proposalMove(tx, pair, matchProposalId, userId, now)
  const moves = [...plan.moves.filter(({ id }) => id !== ofProposal?.id), ...(ofProposal ? [ofProposal] : [])]
  await carry(tx, moves, now)
  const stand = await asTheyStand(sql, moves)
  const merge = await tx.registryMerge.create({
    data: {
      record,
      ...(record === 'FACILITY'
        ? { keptFacilityId: kept.id, absorbedFacilityId: absorbed.id }
        : { keptCorporationId: kept.id, absorbedCorporationId: absorbed.id }),
      matchProposalId: ofProposal?.id ?? null,
      note,
      mergedAt: now,
      mergedByUserId: userId,
    },
  })
  await tx.registryMergeMove.createMany({
    data: stand.map(({ relation, id, before, after }, position) => ({
      mergeId: merge.id,
      relation,
      rowId: id,
      before: before as Prisma.InputJsonObject,
      after: after as Prisma.InputJsonObject,
      position,
    })),
  })
  await refreshConfirmedAt(tx, record, [kept.id, absorbed.id])
  emit(
    RecordsMerged,
    { registryMergeId: merge.id, ...absorption },
    {
      audience: mergeAudience(pair.ownerIds),
      entities: [globalId('RegistryMerge', merge.id), ...mergeEntities(absorption)],
    },
  )
  return { registryMergeId: merge.id }
}

/** The pair that led to the merge, or that stands for the same two records. */
async function proposalMove(
  tx: Tx,
  { kept, absorbed }: MergePair,
  matchProposalId: string | null,
  userId: string,
  now: Date,
): Promise<Move | null> {
  const [one, other] = kept.id < absorbed.id ? [kept.id, absorbed.id] : [absorbed.id, kept.id]
  const proposal = await tx.matchProposal.findUnique({ where: { pairKey: `${one} ${other}` } })
  if (!proposal) return null
  if (matchProposalId !== null && proposal.id !== matchProposalId)
    throw new RuleProblem('MERGE_OTHER_PAIR', 'The pair named is about other records.')
  return {
    relation: 'match_proposal',
    id: proposal.id,
    before: {
      state: proposal.state,
      postponed: proposal.postponed,
      decided_at: proposal.decidedAt?.toISOString() ?? null,
      decided_by_user_id: proposal.decidedByUserId,
    },
    after: {
      state: 'MERGED',
      postponed: false,
      decided_at: now.toISOString(),
      decided_by_user_id: userId,
    },
  }
}

/** The same moves with the values as the database writes them, for comparing later. */
async function asTheyStand(sql: Sql, moves: readonly Move[]): Promise<Move[]> {
  const rows = new Map<string, Cells>()
  for (const [relation, group] of Map.groupBy(moves, (move) => move.relation)) {
    const found = await sql<{ id: string; row: Cells }>(
      `SELECT id::text, to_jsonb(t) AS row FROM ${relation} AS t WHERE id = ANY ($1::uuid[])`,
      [group.map(({ id }) => id)],
    )
    for (const { id, row } of found) rows.set(`${relation} ${id}`, row)
  }
  return moves.map((move) => {
    const row = rows.get(`${move.relation} ${move.id}`) ?? {}
    const after = Object.fromEntries(Object.keys(move.after).map((column) => [column, row[column] ?? null]))
    return { ...move, after }
  })
}

/** As fresh as the stalest block, from the confirmations that hang at each record now. */
export async function refreshConfirmedAt(
  tx: Tx,
  record: Absorption['record'],
  ids: readonly string[],
): Promise<void> {
  if (record === 'FACILITY')
    await tx.$executeRaw`
      UPDATE facility AS f SET confirmed_at = (
        SELECT CASE WHEN count(*) = array_length(enum_range(NULL::facility_block), 1) THEN min(latest) END
        FROM (SELECT max(confirmed_at) AS latest FROM facility_confirmation WHERE facility_id = f.id GROUP BY block) AS b)
      WHERE f.id = ANY (${[...ids]}::uuid[])`
  else
    await tx.$executeRaw`
      UPDATE corporation AS c SET confirmed_at = (
        SELECT CASE WHEN count(*) = array_length(enum_range(NULL::corporation_block), 1) THEN min(latest) END
        FROM (SELECT max(confirmed_at) AS latest FROM corporation_confirmation WHERE corporation_id = c.id GROUP BY block) AS b)
      WHERE c.id = ANY (${[...ids]}::uuid[])`
}

/** Who hears of a merge: the corporations behind both records. */
export const mergeAudience = (ownerIds: readonly (string | null)[]): Audience[] =>
  ownerIds.flatMap((id) => (id ? [`corporation:${id}` as const] : []))

/** Records that show it and must be read again. */
export const mergeEntities = ({ record, keptId, absorbedId }: Absorption): string[] =>
  [keptId, absorbedId].map((id) => globalId(record === 'FACILITY' ? 'Facility' : 'Corporation', id))
