import type { Tx } from '../../../kernel/db.ts'

/** What stands in `import_run` beside an import's changes. */
export interface ChangeCounts {
  readonly createdCount: number
  readonly changedCount: number
  readonly sameCount: number
  readonly closedCount: number
  readonly protectedCount: number
}

/** Notes for which records the file's values were chosen, and counts what would change now. */
export async function chooseProtected(
  tx: Tx,
  runId: string,
  changeIds: readonly string[] | null,
  takes: boolean,
): Promise<ChangeCounts> {
  await tx.$executeRaw`
    UPDATE import_change SET takes_protected = ${takes},
      action = CASE WHEN NOT ${takes} AND cardinality(protected) = cardinality(changed) THEN 'KEEP'
                    WHEN after ->> 'status' = 'CLOSED' THEN 'CLOSE' ELSE 'CHANGE' END::import_action
    WHERE run_id = ${runId}::uuid AND has_protected AND takes_protected <> ${takes}
      AND (${changeIds === null} OR id = ANY (${[...(changeIds ?? [])]}::uuid[]))`
  return countChanges(tx, runId)
}

/** Counts what an import does, by action. */
export async function countChanges(tx: Tx, runId: string): Promise<ChangeCounts> {
  const [counts] = await tx.$queryRaw<[ChangeCounts]>`
    SELECT count(*) FILTER (WHERE action = 'CREATE')::int AS "createdCount",
      count(*) FILTER (WHERE action = 'CHANGE')::int AS "changedCount",
      count(*) FILTER (WHERE action IN ('SAME', 'KEEP'))::int AS "sameCount",
      count(*) FILTER (WHERE action = 'CLOSE')::int AS "closedCount",
      count(*) FILTER (WHERE has_protected)::int AS "protectedCount"
    FROM import_change WHERE run_id = ${runId}::uuid`
  return counts
}
