import type { Sql } from '../../../kernel/read/sql.ts'
import type { Move, Absorption } from '../public.ts'
import { builtOn, planAbsorption } from '../absorbing.ts'
import { movesOf, absorptionOf } from './merge-moves.ts'
import { loadMergePair, obstacleOf, planKey, type MergePair } from './merging.ts'

interface RelationCount {
  relation: string
  count: number
}

const countsOf = (moves: readonly Move[]): RelationCount[] =>
  [...Map.groupBy(moves, ({ relation }) => relation)].map(([relation, { length }]) => ({
    relation,
    count: length,
  }))

/** What would happen; null if one of the records does not exist. Whether the viewer may see it is the caller's affair. */
export async function readMergePreview(sql: Sql, absorption: Absorption, today: string) {
  const pair = await loadMergePair(sql, absorption, today)
  if (!pair) return null
  const obstacle = obstacleOf(pair)
  const plan = obstacle ? { moves: [], stays: [] } : await planAbsorption(sql, absorption, today)
  const goesOver = plan.moves.filter(
    ({ id, after }) =>
      id !== absorption.keptId &&
      id !== absorption.absorbedId &&
      Object.values(after).includes(absorption.keptId) &&
      !('successor_id' in after),
  )
  const kept = plan.moves.find(({ id }) => id === absorption.keptId)
  const preview = {
    key: planKey(plan),
    keptName: pair.kept.name,
    absorbedName: pair.absorbed.name,
    obstacle,
    moves: countsOf(goesOver),
    filled: Object.keys(kept?.after ?? {}).filter((column) => column !== 'hand_set'),
    // One line for each thing, however many rows it is.
    stays: [...new Map(plan.stays.map((stay) => [`${stay.code} ${stay.what}`, stay])).values()],
  }
  return { pair, preview }
}

interface MergeRow extends Record<string, unknown> {
  readonly record: Absorption['record']
  readonly keptFacilityId: string | null
  readonly absorbedFacilityId: string | null
  readonly keptCorporationId: string | null
  readonly absorbedCorporationId: string | null
  readonly moves: { relation: string; rowId: string; before: unknown; after: unknown }[]
}

const MERGE = `
  SELECT m.record::text, m.kept_facility_id::text AS "keptFacilityId", m.absorbed_facility_id::text AS "absorbedFacilityId",
         m.kept_corporation_id::text AS "keptCorporationId", m.absorbed_corporation_id::text AS "absorbedCorporationId",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('relation', v.relation, 'rowId', v.row_id, 'before', v.before,
            'after', v.after) ORDER BY v.position), '[]') FROM registry_merge_move AS v WHERE v.merge_id = m.id) AS moves
  FROM registry_merge AS m WHERE m.id = $1::uuid`

/** What was built on a merge since, by kind; null if there is no such merge. */
export async function readMergeObstacles(
  sql: Sql,
  id: string,
  today: string,
): Promise<{ pair: MergePair; obstacles: RelationCount[] } | null> {
  const [merge] = await sql<MergeRow>(MERGE, [id])
  const pair = merge && (await loadMergePair(sql, absorptionOf(merge), today))
  return pair ? { pair, obstacles: countsOf(await builtOn(sql, movesOf(merge.moves))) } : null
}
