import type { DocumentKind } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { TaskCounts } from './open-tasks.ts'

export interface PackedDocument extends Record<string, unknown> {
  readonly versionId: string
  readonly title: string
  readonly kind: DocumentKind
  readonly number: number
  readonly fileName: string
  readonly size: number
  readonly retainUntil: string | null
}

const DOCUMENTS = `
  SELECT v.id AS "versionId", d.title, d.kind, v.number, v.file_name AS "fileName", v.size,
    d.retain_until::text AS "retainUntil"
  FROM document d JOIN document_version v ON v.document_id = d.id AND v.number = d.latest_number
  WHERE d.platform_id = $1::uuid AND d.deleted_at IS NULL AND d.latest_number > 0
  ORDER BY d.kind, d.retain_from DESC, d.id`

/** The newest version of each document on a network's shelf. */
export const packedDocuments = (sql: Sql, platformId: string): Promise<PackedDocument[]> =>
  sql<PackedDocument>(DOCUMENTS, [platformId])

export interface PackedMember extends Record<string, unknown> {
  readonly name: string
  readonly number: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly startsOn: string
  readonly facilities: number
}

const MEMBERS = `
  SELECT c.name, c.corporate_number AS number, c.seat_address AS address, c.phone, m.starts_on::text AS "startsOn",
    (SELECT count(*)::int FROM facility f WHERE f.corporation_id = c.id AND f.status = 'ACTIVE') AS facilities
  FROM platform_membership m JOIN corporation c ON c.id = m.corporation_id
  WHERE m.platform_id = $1::uuid AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
  ORDER BY m.position, m.id`

/** A network's members of a day, with what is published of them. */
export const packedMembers = (sql: Sql, platformId: string, today: Date): Promise<PackedMember[]> =>
  sql<PackedMember>(MEMBERS, [platformId, today])

export interface PackedOfficer extends Record<string, unknown> {
  readonly name: string
  /** A role of the portal, or the office as the rulebook calls it. */
  readonly office: string
  readonly corporation: string | null
  readonly startsOn: string
  readonly endsOn: string | null
}

const OFFICERS = `
  SELECT o.name, o.office, c.name AS corporation, o.starts_on::text AS "startsOn", o.ends_on::text AS "endsOn"
  FROM platform_officer o LEFT JOIN corporation c ON c.id = o.corporation_id
  WHERE o.platform_id = $1::uuid AND (o.ends_on IS NULL OR o.ends_on >= $2::date)
  ORDER BY o.position, o.id`

const PEOPLE = `
  SELECT u.name, r.role::text AS office, NULL AS corporation, r.starts_on::text AS "startsOn", r.ends_on::text AS "endsOn"
  FROM role_assignment r JOIN app_user u ON u.id = r.user_id
  WHERE r.platform_id = $1::uuid AND (r.ends_on IS NULL OR r.ends_on >= $2::date)
  ORDER BY r.role, r.starts_on, r.id`

/** A network's officers of today and of the days to come, then the people who act for it in the portal. */
export async function packedOfficers(sql: Sql, platformId: string, today: Date): Promise<PackedOfficer[]> {
  const lists = await Promise.all(
    [OFFICERS, PEOPLE].map((statement) => sql<PackedOfficer>(statement, [platformId, today])),
  )
  return lists.flat()
}

/** What would be in the package now. */
export interface PackagePreview {
  readonly everything: boolean
  readonly dues: boolean
  readonly documents: number
  readonly bytes: number
  readonly members: number
  readonly officers: number
  readonly entries: number
  readonly tasks: TaskCounts
}
