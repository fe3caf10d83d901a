import { globalId } from '../../kernel/ids.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { coordinate, readableIn } from './policy/assignment.ts'
import { DETOUR } from './rules/ways.ts'

export interface AssignmentShelter {
  readonly facilityId: string
  readonly name: string
  readonly municipality: string
  readonly open: boolean
  readonly places: number | null
}

export interface AssignmentEvent {
  readonly network: string
  readonly name: string
  readonly drill: boolean
  readonly closed: boolean
  readonly caseId: string | null
  readonly mayCoordinate: boolean
  readonly detourFactor: number
  readonly detourConfirmed: boolean
  readonly shelters: readonly AssignmentShelter[]
  readonly municipalities: readonly { readonly id: string; readonly name: string }[]
  readonly equipment: readonly string[]
}

interface Row extends Record<string, unknown> {
  readonly network: string
  readonly name: string
  readonly drill: boolean
  readonly platform_id: string
  readonly closed_at: Date | null
  readonly case_id: string | null
  readonly shelters: readonly {
    readonly id: string
    readonly name: string
    readonly municipality: string
    readonly state: string
    readonly places: number | null
  }[]
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly equipment: readonly string[]
}

const STATEMENT = `
  SELECT p.name AS network, e.name, e.drill, e.platform_id, e.closed_at, c.id AS case_id,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'municipality', m.name, 'state', o.state,
        'places', coalesce(w.night_places, f.capacity)) ORDER BY f.kana, f.id)
      FROM shelter_opening o JOIN facility f ON f.id = o.facility_id JOIN municipality m ON m.code = f.municipality_code
      LEFT JOIN welfare_shelter w ON w.facility_id = f.id WHERE o.event_id = e.id), '[]') AS shelters,
    coalesce((SELECT jsonb_agg(jsonb_build_object('code', m.code, 'name', m.name) ORDER BY m.code) FROM municipality m
      WHERE m.prefecture IN (SELECT own.prefecture FROM shelter_opening o JOIN facility f ON f.id = o.facility_id
        JOIN municipality own ON own.code = f.municipality_code WHERE o.event_id = e.id)), '[]') AS municipalities,
    coalesce((SELECT jsonb_agg(DISTINCT q.item ORDER BY q.item) FROM shelter_opening o
      JOIN facility_equipment q ON q.facility_id = o.facility_id AND q.state = 'YES' WHERE o.event_id = e.id), '[]') AS equipment
  FROM disaster_event e JOIN platform p ON p.id = e.platform_id LEFT JOIN assignment_case c ON c.event_id = e.id
  WHERE e.id = $1::uuid AND e.platform_id = ANY ($2::uuid[])`

/** The event for who may see its placement, in one statement. */
export async function assignmentEvent(
  sql: Sql,
  viewer: Viewer,
  eventId: string,
): Promise<AssignmentEvent | null> {
  const [row] = await sql<Row>(STATEMENT, [eventId, readableIn(viewer)])
  if (!row) return null
  return {
    network: row.network,
    name: row.name,
    drill: row.drill,
    closed: row.closed_at !== null,
    caseId: row.case_id && globalId('AssignmentCase', row.case_id),
    mayCoordinate: coordinate(viewer, { platformId: row.platform_id, closedAt: row.closed_at }).allowed,
    detourFactor: DETOUR.factor,
    detourConfirmed: DETOUR.confirmed,
    shelters: row.shelters.map(({ id, name, municipality, state, places }) => ({
      facilityId: globalId('Facility', id),
      name,
      municipality,
      open: state === 'OPEN',
      places,
    })),
    municipalities: row.municipalities.map(({ code, name }) => ({
      id: globalId('Municipality', code),
      name,
    })),
    equipment: row.equipment,
  }
}
