import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { handOut, keepIntake } from './policy/intake.ts'

interface Row extends Record<string, unknown> {
  readonly openingId: string
  readonly eventId: string
  readonly event: string
  readonly facility: string
  readonly platformId: string
  readonly isToHandOut: boolean
  readonly arrivals: number
}

// $1 the facility the viewer acts for.
const STATEMENT = `
  SELECT o.id::text AS "openingId", e.id::text AS "eventId", e.name AS event, f.name AS facility,
    e.platform_id::text AS "platformId",
    (o.closed_at IS NOT NULL AND b.destroy_on IS NULL
      AND EXISTS (SELECT FROM intake_entry x WHERE x.book_id = b.id)) AS "isToHandOut",
    (SELECT count(*)::int FROM intake_transfer t WHERE t.to_book_id = b.id AND t.state = 'EXPECTED') AS arrivals
  FROM intake_book b JOIN shelter_opening o ON o.id = b.opening_id JOIN disaster_event e ON e.id = o.event_id
    JOIN facility f ON f.id = o.facility_id
  WHERE o.facility_id = $1::uuid AND b.destroyed_at IS NULL
  ORDER BY o.requested_at DESC NULLS LAST, o.id LIMIT 20`

/**
 * Who is to be taken in from another shelter; and of a shelter that was closed the book, which is kept with all its names
 * until the director has taken it out.
 */
export async function findTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const facilityId = viewer.acting?.facilityId
  if (!facilityId) return []
  const rows = await sql<Row>(STATEMENT, [facilityId])
  return rows.flatMap(
    ({ openingId, eventId, event, facility, platformId, isToHandOut, arrivals }): Todo[] => {
      const placed = { facilityId, platformId }
      const shared = {
        params: { event, facility, count: String(arrivals) },
        dueOn: null,
        link: `/disasters/${globalId('DisasterEvent', eventId)}/intake/${globalId('ShelterOpening', openingId)}`,
      }
      return [
        ...(arrivals > 0 && keepIntake(viewer, placed).allowed
          ? [
              {
                ...shared,
                id: `intake.arrivals:${openingId}`,
                kind: 'DECIDE' as const,
                code: 'TRANSFER_TO_ANSWER',
              },
            ]
          : []),
        ...(isToHandOut && handOut(viewer, placed).allowed
          ? [
              {
                ...shared,
                id: `intake.handOut:${openingId}`,
                kind: 'CONFIRM' as const,
                code: 'BOOK_TO_HAND_OUT',
              },
            ]
          : []),
      ]
    },
  )
}
