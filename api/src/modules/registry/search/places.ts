import { statementParts } from '../../../kernel/read/fragment.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { rankOf } from './rank.ts'
import { textMatches } from './where.ts'

/** A place that distances can be measured from. */
export interface PlaceFound {
  readonly name: string
  readonly address: string
  readonly latitude: number
  readonly longitude: number
}

const MOST = 8

/**
 * Points for what somebody types: the middle of a municipality, and the points of facilities and shelters by name or
 * address. The registry's own points serve as the map: no address leaves the house to be looked up.
 */
export async function findPlaces(sql: Sql, text: string): Promise<PlaceFound[]> {
  const key = rankOf(text)
  if (!key) return []
  const { values, param, where } = statementParts()
  const matches = { AND: textMatches(text) }
  const rank = (alias: string) =>
    key.write({
      column: () => `${alias}.search_text`,
      asked: (value, type) => param(value, type),
    })
  const places = (table: 'facility' | 'shelter', model: 'Facility' | 'Shelter', alias: string) =>
    `(SELECT ${alias}.name, ${alias}.address, ${alias}.latitude, ${alias}.longitude, 1 + ${rank(alias)} AS rank
      FROM ${table} ${alias}
      WHERE ${where(model, alias, matches)} AND ${alias}.latitude IS NOT NULL AND ${alias}.status = 'ACTIVE'
      ORDER BY rank, ${alias}.name, ${alias}.id LIMIT ${MOST})`
  return sql<PlaceFound & Record<string, unknown>>(
    `SELECT name, min(address) AS address, avg(latitude) AS latitude, avg(longitude) AS longitude FROM (
      (SELECT m.name, m.prefecture || m.name AS address, middle.latitude, middle.longitude, 0 AS rank
        FROM municipality m
        JOIN LATERAL (
          SELECT avg(latitude) AS latitude, avg(longitude) AS longitude FROM facility
          WHERE municipality_code = m.code AND latitude IS NOT NULL
        ) AS middle ON middle.latitude IS NOT NULL
        WHERE ${param(text.trim(), 'text')} IN (m.name, m.prefecture || m.name, regexp_replace(m.name, '[市町村区]$', ''))
        LIMIT ${MOST})
      UNION ALL ${places('facility', 'Facility', 'f')}
      UNION ALL ${places('shelter', 'Shelter', 's')}
    ) AS found
    GROUP BY name, round(latitude::numeric, 3), round(longitude::numeric, 3)
    ORDER BY min(rank), name LIMIT ${MOST}`,
    values,
  )
}
