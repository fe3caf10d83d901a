import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { conduct } from '../policy/events.ts'

/** A municipality in which a network has facilities to call. */
export interface CallableArea extends Record<string, unknown> {
  readonly code: string
  readonly name: string
  /** Facilities that would be called there. */
  readonly facilities: number
}

/** Where facilities would be called if an event were opened now; empty for who opens none. */
export async function callableAreas(sql: Sql, viewer: Viewer, platformId: string): Promise<CallableArea[]> {
  if (!viewer.platformIds.includes(platformId) || !conduct(viewer, { platformId }).allowed) return []
  return sql<CallableArea>(
    `SELECT m.code, m.name, count(*)::int AS facilities
     FROM facility AS f JOIN municipality AS m ON m.code = f.municipality_code
     WHERE f.status = 'ACTIVE' AND EXISTS (SELECT FROM platform_membership AS p
       WHERE p.corporation_id = f.corporation_id AND p.platform_id = $1::uuid
         AND p.starts_on <= $2::date AND (p.ends_on IS NULL OR p.ends_on >= $2::date))
     GROUP BY m.code, m.name ORDER BY m.code`,
    [platformId, viewer.today],
  )
}

/** Names of the municipalities an event is about, in the order of their codes. */
export const areaNames = async (sql: Sql, codes: readonly string[]): Promise<string[]> =>
  codes.length === 0
    ? []
    : (
        await sql<{ name: string }>(
          'SELECT name FROM municipality WHERE code = ANY ($1::text[]) ORDER BY code',
          [[...codes]],
        )
      ).map(({ name }) => name)
