import type { Sql } from '../../kernel/read/sql.ts'
import type { EventFacts, EventFigures, FacilityFacts } from './figures.ts'

// The event and its facilities, from the tables that all parts share.

interface Row extends Record<string, unknown> {
  readonly facts: unknown
}

const moment = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

const EVENT = `
  SELECT jsonb_build_object('id', e.id, 'platformId', e.platform_id, 'network', p.name, 'name', e.name,
    'hazard', e.hazard, 'drill', e.drill, 'startedAt', e.started_at, 'openedAt', e.opened_at, 'closedAt', e.closed_at) AS facts
  FROM disaster_event AS e JOIN platform AS p ON p.id = e.platform_id WHERE e.id = $1::uuid`

// Facilities that were called or asked to open, by their reading.
const FACILITIES = `
  SELECT jsonb_build_object(
    'id', f.id, 'name', f.name, 'corporation', c.name, 'municipality', m.name, 'prefecture', m.prefecture,
    'address', f.address, 'phone', f.phone, 'latitude', f.latitude, 'longitude', f.longitude,
    'officeNumbers', coalesce((SELECT jsonb_agg(DISTINCT o.office_number ORDER BY o.office_number) FROM service_office AS o
      WHERE o.facility_id = f.id AND o.office_number IS NOT NULL AND o.status = 'ACTIVE'), '[]'),
    'calledAt', called.called_at,
    'shelter', (SELECT jsonb_build_object('dayPlaces', w.day_places, 'nightPlaces', w.night_places,
        'directEvacuation', w.direct_evacuation, 'companions', w.companions, 'acceptedPersons', w.accepted_persons,
        'places', coalesce((SELECT jsonb_agg(jsonb_build_object('need', pl.need, 'day', pl.day, 'night', pl.night) ORDER BY pl.need)
          FROM welfare_shelter_places AS pl WHERE pl.welfare_shelter_id = w.id), '[]'))
      FROM welfare_shelter AS w WHERE w.facility_id = f.id),
    'designation', (SELECT CASE WHEN s.kind IN ('DESIGNATED', 'AGREED') THEN jsonb_build_object('kind', s.kind, 'at', s.at) END
      FROM shelter_fact AS s WHERE s.facility_id = f.id AND s.withdrawn_at IS NULL AND s.event_id IS NULL
        AND s.kind IN ('DESIGNATED', 'DESIGNATION_ENDED', 'AGREED', 'AGREEMENT_ENDED')
      ORDER BY s.at DESC, s.id DESC LIMIT 1),
    'opening', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('state', o.state, 'requestedAt', o.requested_at,
        'answeredAt', o.answered_at, 'cannotReason', o.cannot_reason, 'cannotNote', o.cannot_note, 'decidedAt', o.decided_at,
        'opensAt', o.opens_at, 'openedAt', o.opened_at, 'deFacto', o.de_facto, 'closedAt', o.closed_at) END) AS facts
  FROM facility AS f
  JOIN municipality AS m ON m.code = f.municipality_code
  LEFT JOIN corporation AS c ON c.id = f.corporation_id
  LEFT JOIN called_facility AS called ON called.facility_id = f.id AND called.event_id = $1::uuid
  LEFT JOIN shelter_opening AS o ON o.facility_id = f.id AND o.event_id = $1::uuid
  WHERE called.id IS NOT NULL OR o.id IS NOT NULL
  ORDER BY f.kana, f.id`

type Json = Record<string, unknown>

function eventIn(json: Json): EventFacts {
  return {
    ...(json as unknown as EventFacts),
    startedAt: moment(json.startedAt) ?? new Date(0),
    openedAt: moment(json.openedAt) ?? new Date(0),
    closedAt: moment(json.closedAt),
  }
}

function facilityIn(json: Json): FacilityFacts {
  const { latitude, longitude, ...plain } = json
  const opening = json.opening as Json | null
  const designation = json.designation as Json | null
  return {
    ...(plain as unknown as FacilityFacts),
    point: typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null,
    calledAt: moment(json.calledAt),
    designation: designation && {
      ...(designation as unknown as NonNullable<FacilityFacts['designation']>),
      at: moment(designation.at) ?? new Date(0),
    },
    opening: opening && {
      ...(opening as unknown as NonNullable<FacilityFacts['opening']>),
      requestedAt: moment(opening.requestedAt),
      answeredAt: moment(opening.answeredAt),
      decidedAt: moment(opening.decidedAt),
      opensAt: moment(opening.opensAt),
      openedAt: moment(opening.openedAt),
      closedAt: moment(opening.closedAt),
    },
  }
}

export const sharedTables: Pick<EventFigures, 'event' | 'facilities'> = {
  async event(sql: Sql, eventId) {
    const [found] = await sql<Row>(EVENT, [eventId])
    return found ? eventIn(found.facts as Json) : null
  },
  async facilities(sql: Sql, eventId) {
    const rows = await sql<Row>(FACILITIES, [eventId])
    return rows.map(({ facts }) => facilityIn(facts as Json))
  },
}
