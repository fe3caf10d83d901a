import { globalId } from '../../kernel/ids.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { beginningOfNextDay } from './rules/as-of.ts'

/** One facility as it was registered at the end of a day. */
export interface FacilityAsOf {
  readonly facilityId: string
  readonly name: string
  readonly corporationId: string | null
  readonly corporationName: string | null
  readonly municipalityName: string | null
  readonly capacity: number | null
  readonly status: string
  readonly sample: boolean
}

export interface RegistryAsOf {
  readonly facilities: readonly FacilityAsOf[]
  /** Where the next page begins; null at the end. */
  readonly endCursor: string | null
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly kana: string
  readonly name: string
  readonly corporationId: string | null
  readonly corporationName: string | null
  readonly municipalityName: string | null
  readonly capacity: number | null
  readonly status: string
  readonly sample: boolean
}

/** Whether a text is a place in the list: the reading and the key of a facility. */
export function readPlace(cursor: string): readonly [kana: string, id: string] | null {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(place) || place.length !== 2) return null
    const [kana, id] = place as unknown[]
    return typeof kana === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)
      ? [kana, id]
      : null
  } catch {
    return null
  }
}

const placeOf = ({ kana, id }: Row): string =>
  Buffer.from(JSON.stringify([kana, id]), 'utf8').toString('base64url')

/**
 * The facilities that stood at the end of a day, in the order of the readings they had then, each with its corporation as
 * it was called then. One statement that walks an index in its order; facilities and corporations are public.
 */
export async function registryAsOf(
  sql: Sql,
  given: { asOf: Date; municipalityCode?: string | null; first: number; after?: string | null },
): Promise<RegistryAsOf> {
  const { asOf, municipalityCode, first, after } = given
  const place = after ? readPlace(after) : null
  if (after && !place) return { facilities: [], endCursor: null }
  const values: unknown[] = [beginningOfNextDay(asOf), first + 1]
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    `r.record = 'FACILITY' AND r.kind <> 'REMOVED'`,
    `r.valid_from < $1::timestamptz AND (r.valid_to IS NULL OR r.valid_to >= $1::timestamptz)`,
    ...(municipalityCode ? [`r.content ->> 'municipality_code' = ${param(municipalityCode)}::text`] : []),
    ...(place
      ? [`(r.content ->> 'kana', r.record_id) > (${param(place[0])}::text, ${param(place[1])}::uuid)`]
      : []),
  ]
  const rows = await sql<Row>(
    `WITH page AS MATERIALIZED (
       SELECT r.record_id, r.content FROM registry_revision AS r WHERE ${conditions.join(' AND ')}
       ORDER BY r.content ->> 'kana', r.record_id LIMIT $2::int
     )
     SELECT p.record_id AS id, p.content ->> 'kana' AS kana, p.content ->> 'name' AS name,
       c.record_id AS "corporationId", c.content ->> 'name' AS "corporationName", m.name AS "municipalityName",
       (p.content ->> 'capacity')::int AS capacity, p.content ->> 'status' AS status,
       (p.content ->> 'sample')::boolean AS sample
     FROM page AS p
     LEFT JOIN LATERAL (
       SELECT v.record_id, v.content FROM registry_revision AS v
       WHERE v.record_id = (p.content ->> 'corporation_id')::uuid AND v.valid_from < $1::timestamptz AND v.kind <> 'REMOVED'
       ORDER BY v.valid_from DESC, v.id DESC LIMIT 1
     ) AS c ON true
     LEFT JOIN municipality AS m ON m.code = p.content ->> 'municipality_code'
     ORDER BY p.content ->> 'kana', p.record_id`,
    values,
  )
  const shown = rows.slice(0, first)
  const last = shown.at(-1)
  return {
    facilities: shown.map((row) => ({
      facilityId: globalId('Facility', row.id),
      name: row.name,
      corporationId: row.corporationId && globalId('Corporation', row.corporationId),
      corporationName: row.corporationName,
      municipalityName: row.municipalityName,
      capacity: row.capacity,
      status: row.status,
      sample: row.sample,
    })),
    endCursor: rows.length > first && last ? placeOf(last) : null,
  }
}
