import { statementParts } from '../../kernel/read/fragment.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { FRESHNESS, staleBefore, type Freshness } from './rules/freshness.ts'
import type { FacilityFilter } from './search/filter.ts'
import { facilitiesWhere } from './search/where.ts'

export interface MunicipalityFacet {
  readonly code: string
  readonly name: string
  readonly count: number
}

export interface ServiceFacet {
  readonly key: string
  readonly shortName: string
  readonly count: number
}

export interface FreshnessFacet {
  readonly freshness: Freshness
  readonly count: number
}

export interface RegistryFacets {
  readonly total: number
  readonly samples: number
  readonly municipalities: readonly MunicipalityFacet[]
  readonly services: readonly ServiceFacet[]
  readonly freshness: readonly FreshnessFacet[]
}

interface FacetRow extends Record<string, unknown> {
  readonly facet: 'municipality' | 'service' | 'freshness' | 'total' | 'sample'
  readonly value: string
  readonly name: string
  readonly count: number
}

/**
 * How many facilities each further choice would leave, in one statement. Every dimension is counted under all other
 * conditions but not its own, so that a chosen municipality does not hide its neighbours. Facilities are public.
 */
export async function countFacets(sql: Sql, filter: FacilityFilter, now: Date): Promise<RegistryFacets> {
  const { text, values } = facetStatement(filter, now)
  const rows = await sql<FacetRow>(text, values)
  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet)
  const counts = new Map(of('freshness').map(({ value, count }) => [value, count]))
  return {
    total: of('total')[0]?.count ?? 0,
    samples: of('sample')[0]?.count ?? 0,
    municipalities: of('municipality').map(({ value, name, count }) => ({ code: value, name, count })),
    services: of('service').map(({ value, name, count }) => ({ key: value, shortName: name, count })),
    freshness: FRESHNESS.map((freshness) => ({ freshness, count: counts.get(freshness) ?? 0 })),
  }
}

function facetStatement(filter: FacilityFilter, now: Date): { text: string; values: unknown[] } {
  const { values, param, where } = statementParts()
  // Everything but the three dimensions that are counted here.
  const others = where(
    'Facility',
    'f',
    facilitiesWhere(filter, now, ['municipality', 'service', 'freshness']),
  )

  const isIn = (expression: string, chosen: readonly string[] | null | undefined): string =>
    chosen ? `${expression} = ANY (${param(chosen, 'text[]')})` : 'true'
  const offers = filter.serviceKinds
    ? `EXISTS (SELECT FROM service_office o WHERE o.facility_id = f.id AND o.service_kind_id IN (
         SELECT id FROM service_kind WHERE ${isIn("scheme || '-' || code", filter.serviceKinds)}))`
    : 'true'

  const text = `
    WITH found AS MATERIALIZED (
      SELECT f.id, f.municipality_code, f.sample,
        CASE WHEN f.confirmed_at IS NULL THEN 'UNCONFIRMED'
             WHEN f.confirmed_at < ${param(staleBefore(now), 'timestamptz')} THEN 'STALE' ELSE 'CONFIRMED' END AS freshness,
        ${offers} AS offered
      FROM facility f
      WHERE ${others}
    ), hit AS MATERIALIZED (
      SELECT *, ${isIn('municipality_code', filter.municipalityCodes)} AS here, ${isIn('freshness', filter.freshness)} AS fresh
      FROM found
    )
    SELECT 'municipality' AS facet, m.code AS value, m.name, counted.count
      FROM (SELECT municipality_code, count(*)::int AS count FROM hit WHERE offered AND fresh GROUP BY 1) AS counted
      JOIN municipality m ON m.code = counted.municipality_code
    UNION ALL
    SELECT 'service', k.scheme || '-' || k.code, k.short_name, counted.count
      FROM (
        SELECT service_kind_id, count(*)::int AS count FROM (
          SELECT DISTINCT o.service_kind_id, o.facility_id
          FROM hit JOIN service_office o ON o.facility_id = hit.id WHERE here AND fresh
        ) AS given GROUP BY 1
      ) AS counted
      JOIN service_kind k ON k.id = counted.service_kind_id
    UNION ALL
    SELECT 'freshness', freshness, '', count(*)::int FROM hit WHERE here AND offered GROUP BY freshness
    UNION ALL
    SELECT 'total', '', '', count(*)::int FROM hit WHERE here AND offered AND fresh
    UNION ALL
    SELECT 'sample', '', '', count(*)::int FROM hit WHERE here AND offered AND fresh AND sample
    ORDER BY facet, count DESC, value`
  return { text, values: [...values] }
}
