import type { AidAct, ShelterOpeningState } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { takePart } from '../policy/events.ts'
import { coordinates, speaksFor } from '../policy/viewers.ts'

/** A facility that the event has called. */
export interface CalledPlace {
  readonly facilityId: string
  readonly name: string
  /** The viewer speaks for it. */
  readonly own: boolean
}

/** What every screen of mutual aid says above: which event, and what the viewer is in it. */
export interface AidSituation {
  readonly eventId: string
  readonly platformId: string
  readonly network: string
  readonly name: string
  readonly drill: boolean
  readonly sample: boolean
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly works: boolean
  readonly coordinates: boolean
  readonly called: readonly CalledPlace[]
  readonly markedUntil: Date | null
}

interface EventRow extends Record<string, unknown> {
  readonly platform: string
  readonly network: string
  readonly name: string
  readonly drill: boolean
  readonly sample: boolean
  readonly started: Date
  readonly closed: Date | null
  readonly mark: Date | null
  readonly facility: string | null
  readonly facilityName: string
  readonly corporation: string | null
}

/** One event as the viewer stands in it; null for who does not belong to its network. */
export async function aidSituation(sql: Sql, viewer: Viewer, eventId: string): Promise<AidSituation | null> {
  const rows = await sql<EventRow>(
    `SELECT e.platform_id::text AS platform, p.name AS network, e.name, e.drill, p.sample, e.started_at AS started, e.closed_at AS closed,
            m.at AS mark, f.id::text AS facility, coalesce(f.name, '') AS "facilityName", f.corporation_id::text AS corporation
     FROM disaster_event AS e
     JOIN platform AS p ON p.id = e.platform_id
     LEFT JOIN situation_mark AS m ON m.event_id = e.id AND m.user_id = $3::uuid
     LEFT JOIN called_facility AS c ON c.event_id = e.id
     LEFT JOIN facility AS f ON f.id = c.facility_id
     WHERE e.id = $1::uuid AND e.platform_id = ANY ($2::uuid[])
     ORDER BY f.kana, f.id`,
    [eventId, [...viewer.platformIds], viewer.userId],
  )
  const [first] = rows
  if (!first) return null
  return {
    eventId: globalId('DisasterEvent', eventId),
    platformId: globalId('Platform', first.platform),
    network: first.network,
    name: first.name,
    drill: first.drill,
    sample: first.sample,
    startedAt: first.started,
    closedAt: first.closed,
    works: takePart(viewer, { platformId: first.platform, closedAt: first.closed }).allowed,
    coordinates: coordinates(viewer, first.platform),
    called: rows.flatMap(({ facility, facilityName, corporation }) =>
      facility === null
        ? []
        : [
            {
              facilityId: globalId('Facility', facility),
              name: facilityName,
              own: speaksFor(viewer, { facilityId: facility, corporationId: corporation }),
            },
          ],
    ),
    markedUntil: first.mark,
  }
}

export type NewsKind = 'LOG' | 'AID' | 'OPENING'

/** One thing that changed. */
export interface SituationNews {
  readonly kind: NewsKind
  readonly at: Date
  readonly recordId: string
  readonly requestId: string | null
  /** A line of the log, or what a request asks for. */
  readonly text: string
  readonly correction: boolean
  readonly act: AidAct | null
  readonly opening: ShelterOpeningState | null
  readonly quantity: number | null
  readonly facilityName: string | null
  readonly byName: string | null
}

/** What changed since the viewer's mark. */
export interface SinceLastHere {
  readonly drill: boolean
  readonly since: Date | null
  readonly until: Date
  readonly count: number
  readonly news: readonly SituationNews[]
}

interface NewsRow extends Record<string, unknown> {
  readonly drill: boolean
  readonly since: Date | null
  readonly total: number
  readonly kind: NewsKind | null
  readonly at: Date
  readonly id: string
  readonly request: string | null
  readonly text: string | null
  readonly correction: boolean | null
  readonly act: AidAct | null
  readonly opening: ShelterOpeningState | null
  readonly quantity: number | null
  readonly facility: string | null
  readonly by: string | null
}

/** The most that a person reads on taking over. */
const MOST = 200

/**
 * What changed in log, requests and openings since the viewer's mark, or since the event began: one statement. An opening
 * tells its latest state only. Null for who does not belong to the network.
 */
export async function sinceLastHere(
  sql: Sql,
  viewer: Viewer,
  eventId: string,
  now: Date,
): Promise<SinceLastHere | null> {
  const rows = await sql<NewsRow>(
    `WITH event AS MATERIALIZED (
       SELECT e.id, e.drill, m.at AS since, coalesce(m.at, '-infinity') AS after
       FROM disaster_event AS e LEFT JOIN situation_mark AS m ON m.event_id = e.id AND m.user_id = $3::uuid
       WHERE e.id = $1::uuid AND e.platform_id = ANY ($2::uuid[])
     ), news AS MATERIALIZED (
       SELECT 'LOG' AS kind, l.recorded_at AS at, l.id, NULL::uuid AS request, l.text, l.corrects_id IS NOT NULL AS correction,
              NULL::text AS act, NULL::text AS opening, NULL::int AS quantity, f.name AS facility, l.acting_name AS by
       FROM event AS e JOIN situation_line AS l ON l.event_id = e.id AND l.recorded_at > e.after
       LEFT JOIN facility AS f ON f.id = l.facility_id
       UNION ALL
       SELECT 'AID', c.at, c.id, r.id, coalesce(i.name, r.skill::text, r.kind::text), false, c.act::text, NULL, c.quantity,
              f.name, c.acting_name
       FROM event AS e JOIN aid_request AS r ON r.event_id = e.id JOIN aid_change AS c ON c.request_id = r.id AND c.at > e.after
       LEFT JOIN stock_item AS i ON i.id = r.item_id LEFT JOIN facility AS f ON f.id = r.facility_id
       UNION ALL
       SELECT 'OPENING', o.updated_at, o.id, NULL, '', false, NULL, o.state::text, NULL, f.name, NULL
       FROM event AS e JOIN shelter_opening AS o ON o.event_id = e.id AND o.updated_at > e.after
       JOIN facility AS f ON f.id = o.facility_id
     )
     SELECT e.since, e.drill, (SELECT count(*)::int FROM news) AS total, n.*
     FROM event AS e LEFT JOIN (SELECT * FROM news ORDER BY at DESC, id DESC LIMIT ${MOST}) AS n ON true
     ORDER BY n.at DESC, n.id DESC`,
    [eventId, [...viewer.platformIds], viewer.userId],
  )
  const [first] = rows
  if (!first) return null
  return {
    drill: first.drill,
    since: first.since,
    until: now,
    count: first.total,
    news: rows.flatMap(({ kind, at, id, request, text, correction, act, opening, quantity, facility, by }) =>
      kind === null
        ? []
        : [
            {
              kind,
              at,
              recordId: globalId(RECORDS[kind], id),
              requestId: request === null ? null : globalId('AidRequest', request),
              text: text ?? '',
              correction: correction ?? false,
              act,
              opening,
              quantity,
              facilityName: facility,
              byName: by,
            },
          ],
    ),
  }
}

const RECORDS = { LOG: 'SituationLine', AID: 'AidChange', OPENING: 'ShelterOpening' } as const
