import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { eventMinute, momentOf, silencesAt, type SilenceRules } from '../rules/silence.ts'

interface Row extends Record<string, unknown>, SilenceRules {
  readonly id: string
  readonly platformId: string
  readonly name: string
  readonly clockRate: number
  readonly startedAt: Date | string
  readonly facilities: readonly {
    readonly id: string
    readonly facilityId: string
    readonly corporationId: string | null
    readonly buddyFacilityId: string | null
    readonly buddyCorporationId: string | null
    readonly name: string
    readonly received: readonly string[] | null
    readonly found: readonly string[] | null
    readonly openingId: string | null
    readonly openingState: string | null
  }[]
}

// $1 networks of the viewer. Open events are few; their facilities are what silence is worked out from.
const STATEMENT = `
  SELECT e.id::text, e.platform_id::text AS "platformId", e.name, e.clock_rate AS "clockRate", e.started_at AS "startedAt",
    e.first_report_minutes AS "firstReportMinutes", e.report_every_minutes AS "reportEveryMinutes",
    e.presumed_serious_minutes AS "presumedSeriousMinutes", e.buddy_minutes AS "buddyMinutes",
    e.council_minutes AS "councilMinutes",
    coalesce((SELECT jsonb_agg(jsonb_build_object(
        'id', c.id, 'facilityId', c.facility_id, 'corporationId', f.corporation_id, 'name', f.name,
        'buddyFacilityId', c.buddy_facility_id, 'buddyCorporationId', b.corporation_id,
        'received', (SELECT jsonb_agg(r.received_at) FROM status_report r WHERE r.called_facility_id = c.id),
        'found', (SELECT jsonb_agg(s.confirmed_at) FROM silence_confirmation s
          WHERE s.called_facility_id = c.id AND s.finding <> 'NOT_REACHED'),
        'openingId', o.id, 'openingState', o.state) ORDER BY f.kana, f.id)
      FROM called_facility c JOIN facility f ON f.id = c.facility_id
      LEFT JOIN facility b ON b.id = c.buddy_facility_id
      LEFT JOIN shelter_opening o ON o.event_id = c.event_id AND o.facility_id = c.facility_id
      WHERE c.event_id = e.id), '[]') AS facilities
  FROM disaster_event e
  WHERE e.platform_id = ANY ($1::uuid[]) AND e.closed_at IS NULL
  ORDER BY e.started_at DESC, e.id LIMIT 10`

/** Something an open event wants of the viewer. */
export interface OpenTask {
  readonly what: 'report' | 'answer' | 'open' | 'decide' | 'findOut'
  /** Key of what it is about: the called facility, or the opening. */
  readonly about: string
  readonly eventId: string
  readonly event: string
  readonly calledFacilityId: string
  readonly facility: string
  readonly until: Date
}

/** Reports that are due, openings to answer or decide, and silent facilities that are the viewer's to find out about. */
export async function openTasks(sql: Sql, viewer: Viewer, now: Date): Promise<OpenTask[]> {
  if (!concerned(viewer) || viewer.platformIds.length === 0) return []
  const rows = await sql<Row>(STATEMENT, [viewer.platformIds])
  return rows.flatMap((row) => tasksOfEvent(row, viewer, now))
}

const concerned = (viewer: Viewer) =>
  actsAs(
    viewer,
    'FACILITY_DIRECTOR',
    'FACILITY_STAFF',
    'CORPORATION_ADMIN',
    'PLATFORM_SECRETARIAT',
    'PLATFORM_CHAIR',
    'MUNICIPAL_LIAISON',
  )

function tasksOfEvent(row: Row, viewer: Viewer, now: Date): OpenTask[] {
  const event = { startedAt: new Date(row.startedAt), clockRate: row.clockRate }
  const minute = (at: Date) => Math.max(0, eventMinute(event, at))
  const minutes = (all: readonly string[] | null) => (all ?? []).map((at) => minute(new Date(at)))
  const silences = silencesAt(
    row,
    row.facilities.map(({ facilityId, buddyFacilityId, received, found }) => ({
      id: facilityId,
      buddyId: buddyFacilityId,
      reports: minutes(received),
      confirmations: minutes(found),
    })),
    minute(now),
  )
  const office = officeOf(viewer)
  return row.facilities.flatMap((facility): OpenTask[] => {
    const silence = silences.get(facility.facilityId)
    if (!silence) return []
    const { openingId, openingState } = facility
    const own = isOf(viewer, facility.facilityId, facility.corporationId)
    const shared = {
      eventId: row.id,
      event: row.name,
      calledFacilityId: facility.id,
      facility: facility.name,
    }
    const due = {
      ...shared,
      about: facility.id,
      until: momentOf(event, silence.ownerUntil ?? silence.deadline),
    }
    const opening = openingId === null ? null : { ...shared, about: openingId, until: now }
    const ownsSilence =
      silence.owner === 'BUDDY'
        ? isOf(viewer, facility.buddyFacilityId, facility.buddyCorporationId)
        : silence.owner !== null && office === silence.owner
    return [
      ...(own && silence.state !== 'NOT_DUE' && silence.state !== 'CONFIRMED'
        ? [{ ...due, what: 'report' as const }]
        : []),
      ...(own && opening && openingState === 'REQUESTED' ? [{ ...opening, what: 'answer' as const }] : []),
      ...(own && opening && openingState === 'DECIDED' ? [{ ...opening, what: 'open' as const }] : []),
      ...(office === 'MUNICIPALITY' && opening && openingState === 'CAN'
        ? [{ ...opening, what: 'decide' as const }]
        : []),
      ...(ownsSilence ? [{ ...due, what: 'findOut' as const }] : []),
    ]
  })
}

function officeOf(viewer: Viewer): 'COUNCIL' | 'MUNICIPALITY' | null {
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR')) return 'COUNCIL'
  return actsAs(viewer, 'MUNICIPAL_LIAISON') ? 'MUNICIPALITY' : null
}

const isOf = ({ acting }: Viewer, facilityId: string | null, corporationId: string | null): boolean =>
  acting?.kind === 'FACILITY'
    ? facilityId !== null && acting.facilityId === facilityId
    : acting?.kind === 'CORPORATION' && corporationId !== null && acting.corporationId === corporationId
