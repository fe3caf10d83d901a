import type { StaffSkill } from '../../../generated/prisma/enums.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { daysFor, usable, type Lot } from '../rules/stock.ts'

/** Staff that reach a facility on foot at night, by what they can do; null = nobody has asked. */
interface NightReach extends Record<string, unknown> {
  readonly skill: StaffSkill
  readonly people: number
  readonly reachableAtNight: number | null
  readonly minutes: number
  /** `YYYY-MM-DD` */
  readonly countedOn: string
}

/** Who reaches a facility on foot at night. Counts, no names. */
export const nightReach = (sql: Sql, facilityId: string): Promise<readonly NightReach[]> =>
  sql<NightReach>(
    `SELECT skill::text AS skill, people, reachable_at_night AS "reachableAtNight", minutes, counted_on::text AS "countedOn"
     FROM staff_skill_count WHERE facility_id = $1::uuid ORDER BY skill`,
    [facilityId],
  )

/** For how many days an item lasts. */
interface StockDays {
  readonly code: string
  readonly name: string
  /** Null where the list has no figure per person and day. */
  readonly days: number | null
  readonly confirmed: boolean
}

interface Row extends Record<string, unknown> {
  readonly code: string
  readonly name: string
  readonly need: number | null
  readonly confirmed: boolean
  readonly lots: readonly Lot[]
}

/** For how many whole days a facility's stock lasts for so many persons, item by item, on a day (`YYYY-MM-DD`). */
export async function stockDays(
  sql: Sql,
  facilityId: string,
  persons: number,
  today: string,
): Promise<readonly StockDays[]> {
  const rows = await sql<Row>(
    `SELECT i.code, i.name, i.per_person_day AS need, i.confirmed,
            jsonb_agg(jsonb_build_object('quantity', l.quantity, 'reserved', l.reserved, 'expiresOn', l.expires_on)) AS lots
     FROM stock_lot AS l JOIN stock_item AS i ON i.id = l.item_id
     WHERE l.facility_id = $1::uuid AND l.quantity > 0
     GROUP BY i.id ORDER BY i.position`,
    [facilityId],
  )
  return rows.map(({ code, name, need, confirmed, lots }) => ({
    code,
    name,
    confirmed,
    days: daysFor(usable(lots, today), need, persons),
  }))
}
