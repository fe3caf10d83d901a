import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { shortFacilityName } from '../registry/public.ts'
import { corporationOf, facilityOf, isHead } from './policy/viewers.ts'
import { TALK } from './rules/mentoring.ts'

interface Row extends Record<string, unknown> {
  readonly what: 'expired' | 'visit' | 'talk' | 'draft'
  readonly id: string
  readonly facilityId: string
  readonly facility: string
  readonly count: number
  readonly dueOn: string | null
  /** All of it comes from drills. */
  readonly drill: boolean
}

/** Days before an answer expires, or a visit or talk comes, from which it is a thing to do. */
const AHEAD_DAYS = 14

// An answer is looked at only where it is the last word of the facility on an item of today's checklist.
const STATEMENT = `
  WITH own AS MATERIALIZED (
    SELECT id, name FROM facility WHERE status = 'ACTIVE' AND (id = $1::uuid OR corporation_id = $2::uuid)
  ), said AS (
    SELECT DISTINCT ON (a.facility_id, i.key) a.facility_id, a.answer, a.expires_on
    FROM readiness_answer AS a JOIN readiness_item AS i ON i.id = a.item_id
    WHERE a.facility_id IN (SELECT id FROM own) AND a.source = 'FACILITY'
    ORDER BY a.facility_id, i.key, a.answered_at DESC, a.id DESC
  ), guided AS (
    SELECT s.id, s.mentee_facility_id, s.stage, s.city_talk_on, mentee.name
    FROM mentorship AS s JOIN facility AS mentee ON mentee.id = s.mentee_facility_id
    WHERE s.ended_on IS NULL AND (s.mentee_facility_id IN (SELECT id FROM own) OR s.mentor_facility_id IN (SELECT id FROM own))
  )
  SELECT 'expired' AS what, own.id::text, own.id::text AS "facilityId", own.name AS facility, count(*)::int AS count,
    min(said.expires_on)::text AS "dueOn", false AS drill
  FROM said JOIN own ON own.id = said.facility_id
  WHERE said.answer <> 'UNKNOWN' AND said.expires_on <= $3::date + ${AHEAD_DAYS}
  GROUP BY own.id, own.name
  UNION ALL
  SELECT 'visit', v.id::text, guided.mentee_facility_id::text, guided.name, 1, v.on_day::text, false
  FROM guided JOIN mentoring_visit AS v ON v.mentorship_id = guided.id AND NOT v.held AND NOT v.called_off
  WHERE v.on_day <= $3::date + ${AHEAD_DAYS}
  UNION ALL
  SELECT 'talk', guided.id::text, guided.mentee_facility_id::text, guided.name, 1, guided.city_talk_on::text, false
  FROM guided WHERE guided.stage < $4::mentoring_stage AND guided.city_talk_on <= $3::date + ${AHEAD_DAYS}
  UNION ALL
  SELECT 'draft', own.id::text, own.id::text, own.name, count(*)::int, NULL, bool_and(e.drill)
  FROM readiness_draft AS d JOIN own ON own.id = d.facility_id JOIN disaster_event AS e ON e.id = d.event_id
  WHERE d.decided_at IS NULL GROUP BY own.id, own.name
  ORDER BY 6, 2 LIMIT 100`

const TODOS = {
  expired: { kind: 'CONFIRM', code: 'READINESS_ANSWERS_EXPIRE' },
  visit: { kind: 'ATTEND', code: 'MENTORING_VISIT' },
  talk: { kind: 'ATTEND', code: 'MENTORING_CITY_TALK' },
  draft: { kind: 'DECIDE', code: 'READINESS_DRAFTS' },
} as const satisfies Record<Row['what'], Pick<Todo, 'kind' | 'code'>>

/** Answers that grow too old, visits and talks that come, and what drills suggest: for the heads of both sides. */
export async function findTodos({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  if (!isHead(viewer)) return []
  const rows = await sql<Row>(STATEMENT, [facilityOf(viewer), corporationOf(viewer), dayInJapan(now), TALK])
  return rows.map(({ what, id, facilityId, facility, count, dueOn, drill }) => ({
    id: `readiness.${what}:${id}`,
    ...TODOS[what],
    params: { facility: shortFacilityName(facility), count, ...(drill && { drill: 1 }) },
    dueOn,
    link: `/readiness/${globalId('Facility', facilityId)}`,
  }))
}
