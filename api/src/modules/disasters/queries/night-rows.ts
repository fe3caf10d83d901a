import type { CareNeed, ShelterOpeningState } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { eventMinute, silencesAt, type Listened, type Silence, type SilenceRules } from '../rules/silence.ts'

// Everything of an event that its screens are worked out from, in one statement however many facilities there are.

/** The kinds of need in the order in which figures stand. */
export const NEEDS: readonly CareNeed[] = [
  'OLDER_PERSON',
  'DISABILITY',
  'PREGNANCY',
  'INFANT',
  'MEDICAL_CARE',
  'INJURY',
  'INTERNAL_DISORDER',
  'INTRACTABLE_DISEASE',
]

export interface NightEvent extends SilenceRules {
  readonly id: string
  readonly platformId: string
  readonly network: string
  readonly helpPhone: string | null
  readonly sample: boolean
  readonly name: string
  readonly hazard: string
  readonly drill: boolean
  readonly clockRate: number
  readonly startedAt: Date
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly areas: readonly string[]
  readonly closingNote: string | null
  readonly version: number
}

export interface ReportRow {
  readonly id: string
  readonly users: string
  readonly building: string
  readonly power: string
  readonly water: string
  readonly staff: string
  readonly acceptance: string
  readonly note: string
  readonly channel: string
  readonly reportedByName: string
  readonly reportedAt: string
}

interface OccupancyRow {
  readonly day: number | null
  readonly night: number | null
  readonly at: string
}

export interface OpeningRow {
  readonly id: string
  readonly state: ShelterOpeningState
  readonly version: number
  readonly deFacto: boolean
  readonly cannotReason: string | null
  readonly cannotNote: string | null
  readonly requestedAt: string | null
  readonly answeredAt: string | null
  readonly decidedAt: string | null
  readonly opensAt: string | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly day: readonly OccupancyRow[] | null
  readonly night: readonly OccupancyRow[] | null
  readonly free: readonly { readonly need: CareNeed; readonly free: number; readonly at: string }[] | null
}

export interface NightRow {
  readonly id: string
  readonly version: number
  readonly facilityId: string
  readonly corporationId: string | null
  readonly name: string
  readonly phone: string | null
  readonly nightPhone: string | null
  readonly municipality: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly buddyFacilityId: string | null
  readonly buddyCorporationId: string | null
  readonly buddyName: string | null
  readonly buddyPhone: string | null
  readonly dayPlaces: number | null
  readonly nightPlaces: number | null
  readonly received: readonly string[] | null
  readonly found: readonly string[] | null
  readonly report: ReportRow | null
  readonly reportCount: number
  readonly finding: {
    readonly finding: string
    readonly ownerKind: string
    readonly actingName: string
    readonly confirmedAt: string
  } | null
  readonly filedAt: string | null
  readonly opening: OpeningRow | null
}

// $1 event, $2 networks of the viewer. Contacts of the night are shown where their audience is the network.
const STATEMENT = `
  SELECT e.id::text, e.platform_id::text AS "platformId", p.name AS network, p.help_phone AS "helpPhone", p.sample,
    e.name, e.hazard, e.drill, e.clock_rate AS "clockRate", e.started_at AS "startedAt", e.opened_at AS "openedAt",
    e.closed_at AS "closedAt", e.areas, e.closing_note AS "closingNote", e.version,
    e.first_report_minutes AS "firstReportMinutes", e.report_every_minutes AS "reportEveryMinutes",
    e.presumed_serious_minutes AS "presumedSeriousMinutes", e.buddy_minutes AS "buddyMinutes",
    e.council_minutes AS "councilMinutes",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'id', c.id, 'version', c.version, 'facilityId', f.id, 'corporationId', f.corporation_id, 'name', f.name,
        'phone', f.phone, 'municipality', m.name, 'latitude', f.latitude, 'longitude', f.longitude,
        'nightPhone', (SELECT k.night_phone FROM facility_contact k
          WHERE k.facility_id = f.id AND k.audience = 'NETWORK' AND k.night_phone IS NOT NULL ORDER BY k.position LIMIT 1),
        'buddyFacilityId', b.id, 'buddyCorporationId', b.corporation_id, 'buddyName', b.name, 'buddyPhone', b.phone,
        'dayPlaces', w.day_places, 'nightPlaces', w.night_places,
        'received', (SELECT jsonb_agg(r.received_at ORDER BY r.received_at) FROM status_report r
          WHERE r.called_facility_id = c.id),
        'found', (SELECT jsonb_agg(s.confirmed_at ORDER BY s.confirmed_at) FROM silence_confirmation s
          WHERE s.called_facility_id = c.id AND s.finding <> 'NOT_REACHED'),
        'report', (SELECT jsonb_build_object('id', r.id, 'users', r.users, 'building', r.building, 'power', r.power,
            'water', r.water, 'staff', r.staff, 'acceptance', r.acceptance, 'note', r.note, 'channel', r.channel,
            'reportedByName', r.reported_by_name, 'reportedAt', r.reported_at)
          FROM status_report r WHERE r.called_facility_id = c.id ORDER BY r.reported_at DESC, r.id DESC LIMIT 1),
        'reportCount', (SELECT count(*) FROM status_report r WHERE r.called_facility_id = c.id),
        'finding', (SELECT jsonb_build_object('finding', s.finding, 'ownerKind', s.owner_kind,
            'actingName', s.acting_name, 'confirmedAt', s.confirmed_at)
          FROM silence_confirmation s WHERE s.called_facility_id = c.id ORDER BY s.confirmed_at DESC, s.id DESC LIMIT 1),
        'filedAt', (SELECT max(x.filed_at) FROM output_filing x
          WHERE x.event_id = c.event_id AND x.facility_id = c.facility_id AND x.form = 'MINISTRY_SYSTEM'),
        'opening', (SELECT jsonb_build_object('id', o.id, 'state', o.state, 'version', o.version, 'deFacto', o.de_facto,
            'cannotReason', o.cannot_reason, 'cannotNote', o.cannot_note, 'requestedAt', o.requested_at,
            'answeredAt', o.answered_at, 'decidedAt', o.decided_at, 'opensAt', o.opens_at, 'openedAt', o.opened_at,
            'closedAt', o.closed_at,
            'day', (SELECT jsonb_agg(to_jsonb(n)) FROM (SELECT y.day, y.at FROM shelter_occupancy y
              WHERE y.opening_id = o.id AND y.day IS NOT NULL AND y.at >= o.opened_at ORDER BY y.at DESC, y.id DESC LIMIT 2) n),
            'night', (SELECT jsonb_agg(to_jsonb(n)) FROM (SELECT y.night, y.at FROM shelter_occupancy y
              WHERE y.opening_id = o.id AND y.night IS NOT NULL AND y.at >= o.opened_at ORDER BY y.at DESC, y.id DESC LIMIT 2) n),
            'free', (SELECT jsonb_agg(to_jsonb(n)) FROM (SELECT DISTINCT ON (v.need) v.need, v.free, v.at
              FROM shelter_vacancy v WHERE v.opening_id = o.id ORDER BY v.need, v.at DESC, v.id DESC) n))
          FROM shelter_opening o WHERE o.event_id = e.id AND o.facility_id = f.id)
      ) ORDER BY m.code, f.kana, f.id)
      FROM called_facility c
      JOIN facility f ON f.id = c.facility_id
      JOIN municipality m ON m.code = f.municipality_code
      LEFT JOIN facility b ON b.id = c.buddy_facility_id
      LEFT JOIN welfare_shelter w ON w.facility_id = f.id
      WHERE c.event_id = e.id
    ), '[]') AS facilities
  FROM disaster_event e JOIN platform p ON p.id = e.platform_id
  WHERE e.id = $1::uuid AND e.platform_id = ANY ($2::uuid[])`

type Moment = 'startedAt' | 'openedAt' | 'closedAt'
interface Answer extends Record<string, unknown>, Omit<NightEvent, Moment> {
  readonly startedAt: Date | string
  readonly openedAt: Date | string
  readonly closedAt: Date | string | null
  readonly facilities: readonly NightRow[]
}

/** An event with everything of its facilities; null if there is none or the viewer is not of its network. */
export async function readNight(
  sql: Sql,
  platformIds: readonly string[],
  eventId: string,
): Promise<{ readonly event: NightEvent; readonly rows: readonly NightRow[] } | null> {
  const [answer] = await sql<Answer>(STATEMENT, [eventId, platformIds])
  if (!answer) return null
  const { facilities, ...event } = answer
  return {
    event: {
      ...event,
      startedAt: new Date(event.startedAt),
      openedAt: new Date(event.openedAt),
      closedAt: event.closedAt === null ? null : new Date(event.closedAt),
    },
    rows: facilities,
  }
}

/** How every facility stands at a moment; in a closed event, how it stood at its end. */
export function silencesOf(event: NightEvent, rows: readonly NightRow[], now: Date): Map<string, Silence> {
  const minute = (at: Date) => Math.max(0, eventMinute(event, at))
  const minutes = (all: readonly string[] | null) => (all ?? []).map((at) => minute(new Date(at)))
  const listened = rows.map(({ facilityId, buddyFacilityId, received, found }): Listened => ({
    id: facilityId,
    buddyId: buddyFacilityId,
    reports: minutes(received),
    confirmations: minutes(found),
  }))
  return silencesAt(event, listened, minute(event.closedAt ?? now))
}
