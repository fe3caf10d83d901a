import { statementParts } from '../../../kernel/read/fragment.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Where } from '../../../kernel/read/types.ts'
import type { Bounds } from '../rules/place.ts'

/** Places that lie in one cell of a grid, at their middle. */
export interface Cluster {
  readonly latitude: number
  readonly longitude: number
  readonly count: number
  readonly samples: number
  /** Municipality that most of them lie in. */
  readonly municipality: string
  /** The first of them, by reading or name. */
  readonly names: readonly string[]
  /** Global ids of the same. */
  readonly ids: readonly string[]
}

export interface ClusterMap {
  readonly clusters: readonly Cluster[]
  /** Places of the result of which no point is known. */
  readonly unplaced: number
  /** Places of the result outside the part of the map that is shown. */
  readonly outside: number
}

/** Cells a map may be divided into along its width. */
export const MOST_CELLS = 40
/** How many of a cell's places are named. */
const NAMED = 3

interface ClusterRow extends Record<string, unknown> {
  readonly latitude: number | null
  readonly longitude: number | null
  readonly count: number
  readonly samples: number
  readonly municipality: string | null
  readonly names: readonly string[] | null
  readonly ids: readonly string[] | null
  readonly place: 'cell' | 'unplaced' | 'outside'
}

const TABLES = {
  Facility: { table: 'facility', order: 'kana' },
  Shelter: { table: 'shelter', order: 'name' },
} as const

/** The places of a search as points of a map, near ones taken together; one statement, however many there are. */
export async function clusterPlaces<M extends keyof typeof TABLES>(
  sql: Sql,
  model: M,
  filter: Where<M>,
  { south, west, north, east }: Bounds,
  cells: number,
): Promise<ClusterMap> {
  const { values, param, where } = statementParts()
  const { table, order } = TABLES[model]
  const found = where(model, 'f', filter)
  // Cells are as high as they are wide, on the ground.
  const width = (east - west) / cells
  const height = width * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const [s, w, n, e] = [south, west, north, east].map((degrees) => param(degrees, 'float8'))
  const rows = await sql<ClusterRow>(
    `WITH found AS MATERIALIZED (
      SELECT f.id, f.name, f.${order} AS reading, f.latitude, f.longitude, f.municipality_code, f.sample,
        CASE WHEN f.latitude IS NULL THEN 'unplaced'
             WHEN f.latitude BETWEEN ${s} AND ${n} AND f.longitude BETWEEN ${w} AND ${e} THEN 'cell' ELSE 'outside' END AS place
      FROM ${table} f WHERE ${found}
    ), cell AS (
      SELECT avg(latitude) AS latitude, avg(longitude) AS longitude, count(*)::int AS count,
        (count(*) FILTER (WHERE sample))::int AS samples, mode() WITHIN GROUP (ORDER BY municipality_code) AS code,
        (array_agg(name ORDER BY reading, id))[1:${NAMED}] AS names, (array_agg(id::text ORDER BY reading, id))[1:${NAMED}] AS ids
      FROM found WHERE place = 'cell'
      GROUP BY floor((longitude - ${w}) / ${param(width, 'float8')}), floor((latitude - ${s}) / ${param(height, 'float8')})
    )
    SELECT cell.latitude, cell.longitude, cell.count, cell.samples, m.name AS municipality, cell.names, cell.ids, 'cell' AS place
      FROM cell JOIN municipality m ON m.code = cell.code
    UNION ALL
    SELECT NULL, NULL, count(*)::int, 0, NULL, NULL, NULL, place FROM found WHERE place <> 'cell' GROUP BY place
    ORDER BY count DESC, municipality, latitude, longitude`,
    values,
  )
  const rest = (place: ClusterRow['place']) => rows.find((row) => row.place === place)?.count ?? 0
  return {
    clusters: rows.flatMap(({ place, latitude, longitude, municipality, names, ids, count, samples }) =>
      place === 'cell' && latitude !== null && longitude !== null
        ? [
            {
              latitude,
              longitude,
              count,
              samples,
              municipality: municipality ?? '',
              names: names ?? [],
              ids: (ids ?? []).map((id) => globalId(model, id)),
            },
          ]
        : [],
    ),
    unplaced: rest('unplaced'),
    outside: rest('outside'),
  }
}
