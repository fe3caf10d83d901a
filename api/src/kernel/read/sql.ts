import type pg from 'pg'
import { runStatement } from './execute.ts'

/** Runs a statement of a custom query on the read pool; rows come by column name. */
export type Sql = <R extends Readonly<Record<string, unknown>>>(
  text: string,
  values?: readonly unknown[],
) => Promise<R[]>

/** The `sql` of custom queries on a pool. */
export const sqlFor =
  (pool: pg.Pool): Sql =>
  async <R>(text: string, values: readonly unknown[] = []) => {
    const { fields, rows } = await runStatement(pool, text, values)
    return rows.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index]])) as R)
  }
