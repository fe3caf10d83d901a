import type { Sql } from '../../kernel/read/sql.ts'
import type { CareNeed } from './rules/entries.ts'

// What the board and the outputs may know of people taken in: how many, never who.

export { seesCounts, shownCount } from './policy/intake.ts'

/** How many are in a shelter: in all (`need` null) and by kind of need. Somebody with two needs is in two lines. */
export interface OpeningCount extends Record<string, unknown> {
  readonly openingId: string
  readonly need: CareNeed | null
  readonly day: number
  readonly night: number
  /** How many came so far, and how many of them have left; null = counted before that was kept. */
  readonly came: number | null
  readonly left: number | null
  /** When the last thing was written. */
  readonly at: Date
}

/**
 * The numbers of some openings, exact: whoever shows them asks `seesCounts` and `shownCount` first. An opening in which
 * nothing was written has no lines; that is not zero.
 */
export async function countsOf(sql: Sql, openingIds: readonly string[]): Promise<OpeningCount[]> {
  if (openingIds.length === 0) return []
  const rows = await sql<OpeningCount>(
    `SELECT b.opening_id AS "openingId", c.need::text AS need, c.day, c.night, c.came, c.left, c.at FROM intake_count c
     JOIN intake_book b ON b.id = c.book_id WHERE b.opening_id = ANY($1::uuid[]) ORDER BY b.opening_id, c.need NULLS FIRST`,
    [[...openingIds]],
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
