import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { shelterOf } from './policy/assignment.ts'

interface Row extends Record<string, unknown> {
  readonly openingId: string
  readonly eventId: string
  readonly event: string
  readonly facility: string
  readonly count: number
}

// $1 the facility the viewer acts for.
const STATEMENT = `
  SELECT o.id::text AS "openingId", o.event_id::text AS "eventId", e.name AS event, f.name AS facility, count(*)::int AS count
  FROM assignment_group g JOIN shelter_opening o ON o.id = g.source_opening_id JOIN disaster_event e ON e.id = o.event_id
    JOIN facility f ON f.id = o.facility_id
  WHERE o.facility_id = $1::uuid AND e.closed_at IS NULL AND g.left_at IS NULL AND g.withdrawn_at IS NULL
    AND EXISTS (SELECT FROM assignment_decision d WHERE d.group_id = g.id AND d.facility_id IS NOT NULL)
  GROUP BY o.id, o.event_id, e.name, f.name ORDER BY o.id LIMIT 20`

/** That a place was found for people of the viewer's shelter, who are there still. */
export async function findTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const facilityId = shelterOf(viewer)
  if (!facilityId) return []
  const rows = await sql<Row>(STATEMENT, [facilityId])
  return rows.map(({ openingId, eventId, event, facility, count }) => ({
    id: `assignment.found:${openingId}`,
    kind: 'CONFIRM',
    code: 'PLACE_WAS_FOUND',
    params: { event, facility, count: String(count) },
    dueOn: null,
    link: `/disasters/${globalId('DisasterEvent', eventId)}/intake/${globalId('ShelterOpening', openingId)}`,
  }))
}
