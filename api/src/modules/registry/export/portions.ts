import { statementParts } from '../../../kernel/read/fragment.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Where } from '../../../kernel/read/types.ts'

/** Rows that are held at a time. */
const PORTION = 500

interface PortionQuery<M extends 'Facility' | 'Shelter' | 'ServiceOffice'> {
  readonly model: M
  /** The model's table under the alias `f`. */
  readonly from: string
  readonly filter: Where<M>
  /** What is read of each row. */
  readonly select: string
  /** Joined to the rows of a portion only. */
  readonly joins: string
  /** Sort keys, unique together, of the rows alone; the place of a portion's last row is where the next one starts. */
  readonly keys: readonly { readonly expression: string; readonly type: string }[]
}

/**
 * Reads a table of any length by portions, each in a statement of its own along an index: no connection is held while a
 * slow reader takes its time, and no more than one portion is kept.
 */
export async function* inPortions<
  Row extends Record<string, unknown>,
  M extends 'Facility' | 'Shelter' | 'ServiceOffice',
>(sql: Sql, { model, from, filter, select, joins, keys }: PortionQuery<M>): AsyncGenerator<Row[]> {
  const names = keys.map((_key, n) => `key_${n}`)
  let place: unknown[] | null = null
  for (;;) {
    const { values, param, where } = statementParts()
    const condition = where(model, 'f', filter)
    const beyond: string = place
      ? ` AND (${keys.map(({ expression }) => expression).join(', ')}) > (${keys.map(({ type }, n) => param(place?.[n], type)).join(', ')})`
      : ''
    const rows: Row[] = await sql<Row>(
      `WITH portion AS MATERIALIZED (
        SELECT f.*, ${keys.map(({ expression }, n) => `${expression} AS ${names[n]}`).join(', ')}
        FROM ${from} WHERE ${condition}${beyond}
        ORDER BY ${keys.map(({ expression }) => expression).join(', ')} LIMIT ${PORTION}
      )
      SELECT ${select}, ${names.map((name) => `f.${name}::text AS ${name}`).join(', ')} FROM portion f ${joins}
      ORDER BY ${names.map((name) => `f.${name}`).join(', ')}`,
      values,
    )
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < PORTION) return
    place = names.map((name) => last[name])
  }
}
