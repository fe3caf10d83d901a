import type { Sql } from '../../kernel/read/sql.ts'

/** A bell that says 99+ needs no exact number. */
export const MOST_COUNTED = 100

/** How many notifications a person has not read, up to `MOST_COUNTED`. */
export async function unreadCount(sql: Sql, userId: string): Promise<number> {
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from (
       select from notification where user_id = $1 and read_at is null limit $2
     ) unread`,
    [userId, MOST_COUNTED],
  )
  return row?.count ?? 0
}
