import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { daysFor, freshness, usable, type Lot } from '../rules/stock.ts'
import { sharedSql, sharedValues } from './seen-facility.ts'

export interface StockRow {
  readonly itemId: string
  readonly name: string
  readonly unit: string
  readonly confirmed: boolean
  readonly perPersonDay: number | null
  readonly usable: number
  readonly reserved: number
  readonly expired: number
  readonly minimum: number | null
  readonly belowMinimum: boolean
  readonly nextExpiryOn: Date | null
  readonly expiresSoon: boolean
  readonly days: number | null
}

export interface StockPicture {
  readonly guests: number
  readonly rows: readonly StockRow[]
  readonly shortestDays: number | null
}

interface Found extends Record<string, unknown> {
  readonly id: string | null
  readonly name: string
  readonly unit: string
  readonly confirmed: boolean
  readonly need: number | null
  readonly minimum: number | null
  readonly lots: readonly Lot[]
}

const STATEMENT = `
  SELECT i.id::text, i.name, i.unit, i.confirmed, i.per_person_day AS need, x.minimum, coalesce(l.lots, '[]') AS lots
  FROM facility AS f
  LEFT JOIN LATERAL (
    SELECT item_id FROM stock_lot WHERE facility_id = f.id AND quantity > 0
    UNION SELECT item_id FROM stock_minimum WHERE facility_id = f.id AND minimum > 0
  ) AS kept ON true
  LEFT JOIN stock_item AS i ON i.id = kept.item_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('quantity', quantity, 'reserved', reserved, 'expiresOn', expires_on)) AS lots
    FROM stock_lot WHERE facility_id = f.id AND item_id = i.id AND quantity > 0
  ) AS l ON true
  LEFT JOIN stock_minimum AS x ON x.facility_id = f.id AND x.item_id = i.id AND x.minimum > 0
  WHERE f.id = $1::uuid AND ${sharedSql('$2', '$3', '$4')}
  ORDER BY i.position`

/** What a facility keeps, item by item, for so many guests; null for who may not know of it. */
export async function stockPicture(
  sql: Sql,
  viewer: Viewer,
  facilityId: string,
  guests: number,
  today: string,
): Promise<StockPicture | null> {
  const found = await sql<Found>(STATEMENT, [facilityId, ...sharedValues(viewer)])
  if (found.length === 0) return null
  const persons = Math.min(Math.max(guests, 1), 9_999)
  const rows = found.flatMap((row) => (row.id === null ? [] : [rowOf(row, row.id, persons, today)]))
  const days = rows.flatMap((row) => (row.days === null ? [] : [row.days]))
  return { guests: persons, rows, shortestDays: days.length > 0 ? Math.min(...days) : null }
}

function rowOf(
  { name, unit, confirmed, need, minimum, lots }: Found,
  id: string,
  persons: number,
  today: string,
) {
  const there = usable(lots, today)
  const states = lots.map((lot) => ({ ...lot, state: freshness(lot.expiresOn, today) }))
  const [next] = states
    .flatMap(({ expiresOn, state }) => (expiresOn !== null && state !== 'EXPIRED' ? [expiresOn] : []))
    .toSorted()
  return {
    itemId: globalId('StockItem', id),
    name,
    unit,
    confirmed,
    perPersonDay: need,
    usable: there,
    reserved: lots.reduce((sum, { reserved }) => sum + reserved, 0),
    expired: states.reduce((sum, { state, quantity }) => sum + (state === 'EXPIRED' ? quantity : 0), 0),
    minimum,
    belowMinimum: minimum !== null && there < minimum,
    nextExpiryOn: next === undefined ? null : new Date(`${next}T00:00:00Z`),
    expiresSoon: states.some(({ state }) => state === 'SOON'),
    days: daysFor(there, need, persons),
  }
}
