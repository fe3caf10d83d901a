import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { corporationSpokenFor } from './policy/meetings.ts'

interface Row extends Record<string, unknown> {
  readonly meetingId: string
  readonly itemId: string | null
  readonly voterId: string
  readonly meeting: string
  readonly item: string | null
  readonly until: Date | string
}

// $1 the corporation the viewer speaks for, $2 the person, $3 now, $4 the day, $5 the networks that are open to the seat: an
// office is told of where its meeting can be opened, and until it ends.
const STATEMENT = `
  WITH mine AS (
    SELECT v.id, v.meeting_id, v.answer FROM meeting_voter v
    LEFT JOIN platform_officer o ON o.id = v.officer_id
    WHERE (v.corporation_id = $1::uuid
        OR (o.user_id = $2::uuid AND o.platform_id = ANY ($5::uuid[])
          AND (o.ends_on IS NULL OR o.ends_on >= $4::date)))
      AND v.votes > 0 AND NOT v.suspended
  )
  (SELECT m.id AS "meetingId", NULL AS "itemId", v.id AS "voterId", m.title AS meeting, NULL AS item, m.answer_by AS until
   FROM mine v JOIN meeting m ON m.id = v.meeting_id
   WHERE m.state = 'NOTICED' AND v.answer IS NULL AND m.answer_by > $3::timestamptz)
  UNION ALL
  (SELECT m.id, i.id, v.id, m.title, i.title, coalesce(i.voting_until, m.answer_by)
   FROM mine v JOIN meeting m ON m.id = v.meeting_id JOIN agenda_item i ON i.meeting_id = m.id
   WHERE i.kind = 'RESOLUTION'
     AND ((m.form <> 'ASSEMBLY' AND i.state = 'VOTING' AND i.voting_until > $3::timestamptz)
       OR (m.form = 'ASSEMBLY' AND v.answer = 'WRITTEN' AND i.state = 'UPCOMING' AND m.answer_by > $3::timestamptz))
     AND NOT EXISTS (SELECT FROM ballot b WHERE b.item_id = i.id AND b.voter_id = v.id)
     AND NOT EXISTS (
       SELECT FROM item_exclusion x WHERE x.item_id = i.id AND x.voter_id = v.id AND x.accepted_at IS NOT NULL))
  ORDER BY until, "meetingId", "itemId" LIMIT 100`

/** Notices the viewer has not answered for its voter, and votes in writing it has not given. */
export async function meetingsToAnswer({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const rows = await sql<Row>(STATEMENT, [
    corporationSpokenFor(viewer),
    viewer.userId,
    now,
    viewer.today,
    viewer.platformIds,
  ])
  return rows.map(({ meetingId, itemId, voterId, meeting, item, until }): Todo => {
    const dueOn = dayInJapan(new Date(until))
    const page = `/network/meetings/${globalId('Meeting', meetingId)}`
    return itemId === null
      ? {
          id: `meetings.answer:${voterId}`,
          kind: 'ATTEND' as const,
          code: 'MEETING_TO_ANSWER',
          params: { meeting },
          dueOn,
          link: page,
        }
      : {
          id: `meetings.vote:${itemId}:${voterId}`,
          kind: 'DECIDE' as const,
          code: 'BALLOT_TO_CAST',
          params: { meeting, item: item ?? '' },
          dueOn,
          link: `${page}/vote/${globalId('AgendaItem', itemId)}`,
        }
  })
}
