import type pg from 'pg'
import type { StatementRun } from '../../../api/src/kernel/read/execute.ts'

/** A table that a statement reads from end to end. */
export interface SequentialScan {
  readonly table: string
  readonly rows: number
  readonly text: string
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly PlanNode[]
}

/**
 * Where the plans of statements read tables of more than `over` rows from end to end. The tables must hold that many
 * and be analyzed, else every plan is a good one. The plans are the generic ones, as the read path's connections use.
 */
export async function findSequentialScans(
  pool: pg.Pool,
  statements: readonly Pick<StatementRun, 'text'>[],
  { over }: { readonly over: number },
): Promise<SequentialScan[]> {
  const { rows: tables } = await pool.query<{ table: string; rows: number }>(
    `SELECT relname AS table, reltuples::int AS rows FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1`,
    [over],
  )
  if (tables.length === 0) throw new Error(`no table has more than ${over} rows; fill them and ANALYZE`)
  const large = new Map(tables.map(({ table, rows }) => [table, rows]))
  const found: SequentialScan[] = []
  for (const text of new Set(statements.map((statement) => statement.text))) {
    const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`,
    )
    for (const {
      'QUERY PLAN': [{ Plan: plan }],
    } of rows)
      for (const table of scannedTables(plan)) {
        const count = large.get(table)
        if (count !== undefined) found.push({ table, rows: count, text })
      }
  }
  return found
}

function scannedTables(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scannedTables)]
}
