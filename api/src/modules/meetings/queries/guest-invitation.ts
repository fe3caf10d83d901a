import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { guestLinkState } from '../rules/guest-link.ts'

/** A paper that an invited body may read. */
export interface GuestPaper {
  /** Place of its item on the agenda, from 1. */
  readonly item: number
  readonly versionId: string
  readonly title: string
  readonly fileName: string
  readonly size: number
  readonly openedAt: Date | null
}

export interface GuestInvitation {
  readonly state: ReturnType<typeof guestLinkState>
  readonly name: string
  readonly network: string
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly place: string
  readonly onlineUrl: string | null
  readonly items: readonly string[]
  readonly papers: readonly GuestPaper[]
  readonly answer: 'ON_SITE' | 'ONLINE' | 'ABSENT' | null
  readonly people: number | null
  readonly message: string | null
  readonly sample: boolean
}

type StoredPaper = Omit<GuestPaper, 'openedAt'> & { readonly openedAt: string | null }

interface GuestRow extends Record<string, unknown> {
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly meetingState: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED'
}

const STATEMENT = `
  SELECT g.expires_at AS "expiresAt", g.revoked_at AS "revokedAt", m.state AS "meetingState", g.name, p.name AS network,
    m.title, m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.place, m.online_url AS "onlineUrl", g.answer, g.people,
    g.message, p.sample,
    ARRAY(SELECT i.title FROM agenda_item i WHERE i.meeting_id = m.id ORDER BY i.position, i.id) AS items,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('item', i.place, 'versionId', v.id, 'title', d.title, 'fileName', v.file_name,
        'size', v.size, 'openedAt', r.opened_at) ORDER BY i.place, a.position, a.id)
      FROM (
        SELECT one.id, one.state, row_number() OVER (ORDER BY one.position, one.id)::int AS place
        FROM agenda_item one WHERE one.meeting_id = m.id
      ) AS i
      JOIN agenda_paper a ON a.item_id = i.id
      JOIN document d ON d.id = a.document_id AND d.audience = 'MEMBERS' AND d.deleted_at IS NULL
      JOIN document_version v ON v.document_id = d.id AND v.number = d.latest_number
      LEFT JOIN guest_paper_reading r ON r.guest_id = g.id AND r.version_id = v.id
      WHERE i.state NOT IN ('WITHDRAWN', 'CARRIED_OVER')
    ), '[]') AS papers
  FROM meeting_guest g JOIN meeting m ON m.id = g.meeting_id JOIN platform p ON p.id = m.platform_id
  WHERE g.token_hash = $1`

/**
 * What an invited body sees of a meeting by its link: when, where, the titles of the agenda, and while the link works the
 * papers that are for members.
 */
export async function guestInvitation(sql: Sql, token: string, now: Date): Promise<GuestInvitation | null> {
  const [row] = await sql<
    GuestRow & Omit<GuestInvitation, 'state' | 'papers'> & { papers: readonly StoredPaper[] }
  >(STATEMENT, [hashOfSecret(token)])
  if (!row) return null
  const moment = (at: Date | string | null) => (at === null ? null : new Date(at))
  const { revokedAt, expiresAt, meetingState, startsAt, endsAt, papers, ...facts } = row
  const link = { expiresAt: new Date(expiresAt), revokedAt: moment(revokedAt) }
  const state = guestLinkState(link, { state: meetingState }, now)
  const readable = state === 'OPEN' ? papers : []
  return {
    ...facts,
    state,
    papers: readable.map(({ versionId, openedAt, ...paper }) => ({
      ...paper,
      versionId: globalId('DocumentVersion', versionId),
      openedAt: moment(openedAt),
    })),
    startsAt: new Date(startsAt),
    endsAt: moment(endsAt),
  }
}
