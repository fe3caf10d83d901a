import type { DocumentKind } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { goesTo } from '../rules/announcements.ts'
import { seesEveryCommittee } from '../rules/viewers.ts'

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

/** What a new secretariat finds undone, by kind. */
export interface OpenTasks extends Record<string, unknown> {
  readonly requests: number
  readonly decisions: number
  readonly invitations: number
  readonly unread: number
  readonly planned: number
  readonly due: number
  readonly withoutFile: number
}

const TASKS = `
  SELECT
    (SELECT count(*)::int FROM decision_task t JOIN decision d ON d.id = t.decision_id
      WHERE d.platform_id = $1::uuid AND t.done_at IS NULL) AS decisions,
    (SELECT count(*)::int FROM confirmation_request
      WHERE platform_id = $1::uuid AND answered_at IS NULL AND withdrawn_at IS NULL) AS requests,
    (SELECT count(*)::int FROM invitation
      WHERE platform_id = $1::uuid AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > $3::timestamptz)
      AS invitations,
    (SELECT count(*)::int FROM announcement a
      WHERE a.platform_id = $1::uuid AND a.must_acknowledge AND a.published_at IS NOT NULL AND a.withdrawn_at IS NULL
        AND (a.committee_id IS NULL OR $4::boolean)
        AND EXISTS (
          SELECT FROM platform_membership m
          WHERE m.platform_id = a.platform_id AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
            AND ${goesTo('m.corporation_id', '$2::date')}
            AND NOT EXISTS (SELECT FROM announcement_reading g
              WHERE g.announcement_id = a.id AND g.corporation_id = m.corporation_id AND g.acknowledged_at IS NOT NULL)))
      AS unread,
    (SELECT count(*)::int FROM announcement
      WHERE platform_id = $1::uuid AND published_at IS NULL AND withdrawn_at IS NULL
        AND (committee_id IS NULL OR $4::boolean)) AS planned,
    (SELECT count(*)::int FROM document
      WHERE platform_id = $1::uuid AND deleted_at IS NULL AND latest_number > 0 AND retain_until < $2::date) AS due,
    (SELECT count(*)::int FROM document
      WHERE platform_id = $1::uuid AND deleted_at IS NULL AND latest_number = 0) AS "withoutFile"`

export async function openTasks(sql: Sql, viewer: Viewer, platformId: string, now: Date): Promise<OpenTasks> {
  const [tasks] = await sql<OpenTasks>(TASKS, [platformId, viewer.today, now, seesEveryCommittee(viewer)])
  return tasks ?? { requests: 0, decisions: 0, invitations: 0, unread: 0, planned: 0, due: 0, withoutFile: 0 }
}

/** What would be in the package now. */
export interface PackagePreview {
  readonly everything: boolean
  readonly documents: number
  readonly bytes: number
  readonly members: number
  readonly officers: number
  readonly entries: number
  readonly tasks: OpenTasks
}
