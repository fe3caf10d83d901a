import type { AidCostKind, AidKind } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'

/** One thing that is claimed under one category of 災害救助法. */
interface ClaimLine extends Record<string, unknown> {
  readonly costId: string
  readonly offerId: string
  readonly categoryCode: string
  readonly categoryName: string
  /** Nobody has checked the category against the source. */
  readonly categoryConfirmed: boolean
  readonly corporationId: string | null
  readonly corporationName: string | null
  /** Who helped. */
  readonly facilityId: string
  readonly facilityName: string
  /** Who was helped; null = the network. */
  readonly helpedFacilityName: string | null
  readonly kind: AidCostKind
  /** `YYYY-MM-DD` */
  readonly onDate: string
  readonly label: string
  readonly what: string
  readonly minutes: number | null
  readonly quantity: number | null
  readonly unit: string | null
  readonly yen: number | null
  readonly evidence: string
}

/**
 * Everything that dispatches of an event took and that is not struck, each line under its one category, in the order of
 * the categories. Who may see it is the caller's affair: whoever sees the event.
 */
export const claimLines = (sql: Sql, eventId: string): Promise<readonly ClaimLine[]> =>
  sql<ClaimLine>(
    `SELECT c.id::text AS "costId", o.id::text AS "offerId", k.code AS "categoryCode", k.name AS "categoryName",
            k.confirmed AS "categoryConfirmed", p.id::text AS "corporationId", p.name AS "corporationName",
            f.id::text AS "facilityId", f.name AS "facilityName", h.name AS "helpedFacilityName", c.kind::text AS kind,
            c.on_date::text AS "onDate", o.label, c.what, c.minutes, c.quantity, i.unit, c.yen, c.evidence
     FROM aid_request AS r
     JOIN aid_offer AS o ON o.request_id = r.id
     JOIN aid_cost AS c ON c.offer_id = o.id AND c.struck_at IS NULL
     JOIN relief_category AS k ON k.id = c.category_id
     JOIN facility AS f ON f.id = o.facility_id
     LEFT JOIN corporation AS p ON p.id = f.corporation_id
     LEFT JOIN facility AS h ON h.id = r.facility_id
     LEFT JOIN stock_item AS i ON i.id = r.item_id
     WHERE r.event_id = $1::uuid
     ORDER BY k.position, f.name, c.on_date, c.id`,
    [eventId],
  )

/** A dispatch of which nobody has noted what it took. */
interface UnclaimedDispatch extends Record<string, unknown> {
  readonly offerId: string
  readonly kind: AidKind
  readonly facilityName: string
  readonly helpedFacilityName: string | null
  readonly label: string
  readonly quantity: number
  readonly dispatchedAt: Date
  readonly returnedAt: Date | null
}

/** What went out in an event and has no line in the claim yet. */
export const unclaimedDispatches = (sql: Sql, eventId: string): Promise<readonly UnclaimedDispatch[]> =>
  sql<UnclaimedDispatch>(
    `SELECT o.id::text AS "offerId", o.kind::text AS kind, f.name AS "facilityName", h.name AS "helpedFacilityName", o.label,
            o.accepted - o.came_back AS quantity, o.dispatched_at AS "dispatchedAt", o.returned_at AS "returnedAt"
     FROM aid_request AS r
     JOIN aid_offer AS o ON o.request_id = r.id AND o.dispatched_at IS NOT NULL AND o.accepted > o.came_back
     JOIN facility AS f ON f.id = o.facility_id
     LEFT JOIN facility AS h ON h.id = r.facility_id
     WHERE r.event_id = $1::uuid
       AND NOT EXISTS (SELECT FROM aid_cost AS c WHERE c.offer_id = o.id AND c.struck_at IS NULL)
     ORDER BY o.dispatched_at, o.id`,
    [eventId],
  )
