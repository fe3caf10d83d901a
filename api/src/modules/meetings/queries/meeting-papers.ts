import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { officersNetwork } from '../policy/meetings.ts'
import { newsOf } from '../rules/papers.ts'

/** Whether one line of the roll has opened a paper. */
export interface PaperReceipt {
  readonly voterId: string
  readonly name: string
  readonly openedAt: Date | null
  readonly olderNumber: number | null
}

/** A paper as it lies before a meeting. */
export interface MeetingPaper {
  readonly paperId: string
  readonly itemId: string
  readonly documentId: string
  readonly title: string
  readonly forMembers: boolean
  readonly deleted: boolean
  readonly versionId: string | null
  readonly number: number | null
  readonly fileName: string | null
  readonly size: number | null
  readonly note: string | null
  readonly arrivedAt: Date | null
  readonly news: 'ADDED' | 'RENEWED' | null
  readonly ownOpenedAt: Date | null
  readonly unread: boolean
  readonly receipts: readonly PaperReceipt[] | null
}

interface Row extends Record<string, unknown> {
  readonly paperId: string
  readonly itemId: string
  readonly documentId: string
  readonly title: string
  readonly forMembers: boolean
  readonly deleted: boolean
  readonly attachedAt: Date | string
  readonly noticeSentAt: Date | string | null
  readonly versionId: string | null
  readonly number: number | null
  readonly fileName: string | null
  readonly size: number | null
  readonly note: string | null
  readonly arrivedAt: Date | string | null
  readonly firstAt: Date | string | null
  readonly ownOpenedAt: Date | string | null
  readonly concerned: boolean
  readonly receipts: readonly (Omit<PaperReceipt, 'openedAt'> & { readonly openedAt: string | null })[] | null
}

// $2 networks whose members the asker belongs to, $3 the one whose officer it is, $4 its corporation, $5 the person.
// What lay before a meeting when it ended stays what its screens show, whatever becomes of the document.
const STATEMENT = `
  SELECT p.id AS "paperId", i.id AS "itemId", d.id AS "documentId", d.title, d.audience = 'MEMBERS' AS "forMembers",
    d.deleted_at IS NOT NULL AS deleted, p.attached_at AS "attachedAt", m.notice_sent_at AS "noticeSentAt",
    v.id AS "versionId", v.number, v.file_name AS "fileName", v.size, v.note, v.received_at AS "arrivedAt",
    (SELECT min(f.received_at) FROM document_version f WHERE f.document_id = d.id) AS "firstAt",
    (SELECT min(o.opened_at) FROM document_reading o
      WHERE o.version_id = v.id AND (o.corporation_id = $4::uuid OR o.user_id = $5::uuid)) AS "ownOpenedAt",
    EXISTS (
      SELECT FROM meeting_voter r LEFT JOIN platform_officer po ON po.id = r.officer_id
      WHERE r.meeting_id = m.id AND (r.corporation_id = $4::uuid OR po.user_id = $5::uuid)) AS concerned,
    CASE WHEN m.platform_id = $3::uuid THEN coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'voterId', r.id, 'name', r.name, 'openedAt', coalesce(c.at, u.at), 'olderNumber', coalesce(c.older, u.older)
      ) ORDER BY r.position, r.id)
      FROM meeting_voter r LEFT JOIN platform_officer po ON po.id = r.officer_id
      LEFT JOIN (
        SELECT o.corporation_id, min(o.opened_at) FILTER (WHERE o.version_id = v.id) AS at,
          max(ov.number) FILTER (WHERE ov.number < v.number) AS older
        FROM document_version ov JOIN document_reading o ON o.version_id = ov.id
        WHERE ov.document_id = d.id GROUP BY o.corporation_id
      ) AS c ON c.corporation_id = r.corporation_id
      LEFT JOIN (
        SELECT o.user_id, min(o.opened_at) FILTER (WHERE o.version_id = v.id) AS at,
          max(ov.number) FILTER (WHERE ov.number < v.number) AS older
        FROM document_version ov JOIN document_reading o ON o.version_id = ov.id
        WHERE ov.document_id = d.id GROUP BY o.user_id
      ) AS u ON u.user_id = po.user_id
      WHERE r.meeting_id = m.id
    ), '[]') END AS receipts
  FROM meeting m
  JOIN agenda_item i ON i.meeting_id = m.id
  JOIN agenda_paper p ON p.item_id = i.id
  JOIN document d ON d.id = p.document_id
  LEFT JOIN LATERAL (
    SELECT * FROM document_version one
    WHERE one.document_id = d.id AND one.received_at <= coalesce(m.closed_at, m.cancelled_at, 'infinity')
    ORDER BY one.number DESC LIMIT 1
  ) AS v ON true
  WHERE m.id = $1::uuid AND (m.platform_id = $3::uuid
    OR ($4::uuid IS NOT NULL AND m.platform_id = ANY ($2::uuid[]) AND m.notice_sent_at IS NOT NULL
      AND d.audience = 'MEMBERS' AND d.deleted_at IS NULL AND v.id IS NOT NULL))
  ORDER BY i.position, i.id, p.position, p.id`

const moment = (at: Date | string | null): Date | null => (at === null ? null : new Date(at))

/**
 * The papers that lie before a meeting, in the order of its agenda, with whether the asker's own corporation has opened
 * them; for the network's officers also who of the roll has.
 */
export async function meetingPapers(sql: Sql, viewer: Viewer, meetingId: string): Promise<MeetingPaper[]> {
  const rows = await sql<Row>(STATEMENT, [
    meetingId,
    viewer.platformIds,
    officersNetwork(viewer),
    viewer.acting?.corporationId ?? null,
    viewer.userId,
  ])
  return rows.map(paperOf)
}

function paperOf(row: Row): MeetingPaper {
  const arrivedAt = moment(row.arrivedAt)
  const ownOpenedAt = moment(row.ownOpenedAt)
  const lying = { attachedAt: new Date(row.attachedAt), firstAt: moment(row.firstAt), arrivedAt }
  return {
    paperId: globalId('AgendaPaper', row.paperId),
    itemId: globalId('AgendaItem', row.itemId),
    documentId: globalId('Document', row.documentId),
    title: row.title,
    forMembers: row.forMembers,
    deleted: row.deleted,
    versionId: row.versionId && globalId('DocumentVersion', row.versionId),
    number: row.number,
    fileName: row.fileName,
    size: row.size,
    note: row.note,
    arrivedAt,
    news: newsOf(lying, moment(row.noticeSentAt)),
    ownOpenedAt,
    unread: row.concerned && row.versionId !== null && !row.deleted && ownOpenedAt === null,
    receipts:
      row.receipts?.map(({ voterId, name, openedAt, olderNumber }) => ({
        voterId: globalId('MeetingVoter', voterId),
        name,
        openedAt: moment(openedAt),
        olderNumber,
      })) ?? null,
  }
}
