import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { sharedValues } from './seen-facility.ts'

/** A facility that could borrow. */
export interface StockBorrower {
  readonly facilityId: string
  readonly name: string
}

/** To whom the people of a facility could lend; nobody for others. */
export async function stockBorrowers(
  sql: Sql,
  viewer: Viewer,
  facilityId: string,
): Promise<readonly StockBorrower[]> {
  const { acting } = viewer
  const ofFacility =
    actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') && acting?.facilityId === facilityId
  if (!ofFacility && !actsAs(viewer, 'CORPORATION_ADMIN')) return []
  const rows = await sql<{ id: string; name: string }>(
    `WITH member AS MATERIALIZED (
       SELECT corporation_id AS id FROM platform_membership
       WHERE platform_id = ANY ($2::uuid[]) AND starts_on <= $3::date AND (ends_on IS NULL OR ends_on >= $3::date)
       UNION SELECT $4::uuid
     )
     SELECT f.id::text, f.name FROM member JOIN facility AS f ON f.corporation_id = member.id
     WHERE f.id <> $1::uuid AND f.status = 'ACTIVE'
       AND EXISTS (SELECT FROM facility AS lender WHERE lender.id = $1::uuid AND lender.corporation_id = $4::uuid)
     ORDER BY f.kana, f.id LIMIT 500`,
    [facilityId, ...sharedValues(viewer)],
  )
  return rows.map(({ id, name }) => ({ facilityId: globalId('Facility', id), name }))
}
