import type { Sql } from '../../../kernel/read/sql.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { guestLinkState } from '../rules/guest-link.ts'

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
  readonly answer: 'ON_SITE' | 'ONLINE' | 'ABSENT' | null
  readonly people: number | null
  readonly message: string | null
  readonly sample: boolean
}

interface GuestRow extends Record<string, unknown> {
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly meetingState: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED'
}

const STATEMENT = `
  SELECT g.expires_at AS "expiresAt", g.revoked_at AS "revokedAt", m.state AS "meetingState", g.name, p.name AS network,
    m.title, m.starts_at AS "startsAt", m.ends_at AS "endsAt", m.place, m.online_url AS "onlineUrl", g.answer, g.people,
    g.message, p.sample,
    ARRAY(SELECT i.title FROM agenda_item i WHERE i.meeting_id = m.id ORDER BY i.position, i.id) AS items
  FROM meeting_guest g JOIN meeting m ON m.id = g.meeting_id JOIN platform p ON p.id = m.platform_id
  WHERE g.token_hash = $1`

/** What an invited body sees of a meeting by its link: when, where, and what it is about. Titles, not texts. */
export async function guestInvitation(sql: Sql, token: string, now: Date): Promise<GuestInvitation | null> {
  const [row] = await sql<GuestRow & Omit<GuestInvitation, 'state'>>(STATEMENT, [hashOfSecret(token)])
  if (!row) return null
  const moment = (at: Date | string | null) => (at === null ? null : new Date(at))
  const { revokedAt, expiresAt, meetingState, startsAt, endsAt, ...facts } = row
  const link = { expiresAt: new Date(expiresAt), revokedAt: moment(revokedAt) }
  const state = guestLinkState(link, { state: meetingState }, now)
  return { ...facts, state, startsAt: new Date(startsAt), endsAt: moment(endsAt) }
}
