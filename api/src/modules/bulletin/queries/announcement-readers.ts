import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { goesTo } from '../rules/announcements.ts'
import { officersNetwork, seesEveryCommittee } from '../rules/viewers.ts'

/** Whether one member has read an announcement. */
export interface AnnouncementReader {
  readonly corporationId: string
  readonly name: string
  readonly sample: boolean
  readonly openedAt: Date | null
  readonly acknowledgedAt: Date | null
  readonly acknowledgedFor: string | null
}

const READERS = `
  SELECT c.id, c.name, c.sample, r.opened_at AS "openedAt", r.acknowledged_at AS "acknowledgedAt",
    r.acknowledged_for AS "acknowledgedFor"
  FROM announcement a
  JOIN platform_membership m ON m.platform_id = a.platform_id
    AND m.starts_on <= $3::date AND (m.ends_on IS NULL OR m.ends_on >= $3::date)
  JOIN corporation c ON c.id = m.corporation_id
  LEFT JOIN LATERAL (
    SELECT min(opened_at) AS opened_at, min(acknowledged_at) AS acknowledged_at,
      (array_agg(body_name ORDER BY acknowledged_at) FILTER (WHERE acknowledged_at IS NOT NULL))[1] AS acknowledged_for
    FROM announcement_reading WHERE announcement_id = a.id AND corporation_id = c.id
  ) AS r ON true
  WHERE a.id = $1::uuid AND a.platform_id = $2::uuid
    AND (a.committee_id IS NULL OR $4::boolean) AND ${goesTo('c.id', '$3::date')}
  ORDER BY r.acknowledged_at NULLS FIRST, r.opened_at NULLS FIRST, m.position, c.id
  LIMIT 1000`

type Row = Omit<AnnouncementReader, 'corporationId' | 'openedAt' | 'acknowledgedAt'> & {
  readonly id: string
  readonly openedAt: Date | string | null
  readonly acknowledgedAt: Date | string | null
}

/** The members of today that an announcement goes to: first those that have not read it. For the network's officers. */
export async function announcementReaders(
  sql: Sql,
  viewer: Viewer,
  announcementId: string,
): Promise<AnnouncementReader[]> {
  const platformId = officersNetwork(viewer)
  if (platformId === null) return []
  const rows = await sql<Row & Record<string, unknown>>(READERS, [
    announcementId,
    platformId,
    viewer.today,
    seesEveryCommittee(viewer),
  ])
  return rows.map(({ id, name, sample, openedAt, acknowledgedAt, acknowledgedFor }) => ({
    corporationId: globalId('Corporation', id),
    name,
    sample,
    openedAt: openedAt === null ? null : new Date(openedAt),
    acknowledgedAt: acknowledgedAt === null ? null : new Date(acknowledgedAt),
    acknowledgedFor,
  }))
}
