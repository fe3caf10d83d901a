import type { Prisma } from '../../generated/prisma/client.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { readServiceKey } from './rules/service-kinds.ts'
import { FRESHNESS, staleBefore, type Freshness } from './rules/freshness.ts'
import { searchWords } from './rules/text.ts'

/** What a search for facilities can be narrowed by; the same for the list, the map and the counts beside them. */
export interface FacilityFilter {
  readonly text?: string | null
  readonly municipalityCodes?: readonly string[] | null
  readonly serviceKinds?: readonly string[] | null
  readonly freshness?: readonly Freshness[] | null
  readonly welfareShelter?: boolean | null
  readonly sample?: boolean | null
}

/** Every word must occur in what a record can be found by. */
export const textMatches = (text: string | null | undefined): { searchText: { contains: string } }[] =>
  searchWords(text ?? '').map((word) => ({ searchText: { contains: word } }))

/** A filter as Prisma's `where`, for the list. `countFacets` says the same in SQL; a test holds the two together. */
export function facilitiesWhere(filter: FacilityFilter, now: Date): Prisma.FacilityWhereInput {
  const { text, municipalityCodes, serviceKinds, freshness, welfareShelter, sample } = filter
  const conditions: Prisma.FacilityWhereInput[] = textMatches(text)
  if (municipalityCodes) conditions.push({ municipalityCode: { in: [...municipalityCodes] } })
  if (serviceKinds) {
    const kinds = serviceKinds.flatMap((key) => readServiceKey(key) ?? [])
    conditions.push(
      kinds.length > 0 ? { offices: { some: { serviceKind: { OR: kinds } } } } : { id: { in: [] } },
    )
  }
  if (freshness) {
    const states = freshness.map((state) => confirmedAtIs(state, now))
    conditions.push(states.length > 0 ? { OR: states } : { id: { in: [] } })
  }
  if (welfareShelter != null) {
    const shelters = { [welfareShelter ? 'some' : 'none']: { welfare: true } }
    conditions.push({ shelters })
  }
  if (sample != null) conditions.push({ sample })
  return { AND: conditions }
}

function confirmedAtIs(state: Freshness, now: Date): Prisma.FacilityWhereInput {
  switch (state) {
    case 'CONFIRMED':
      return { confirmedAt: { gte: staleBefore(now) } }
    case 'STALE':
      return { confirmedAt: { lt: staleBefore(now) } }
    case 'UNCONFIRMED':
      return { confirmedAt: null }
  }
}

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

/** Pairs of neighbouring characters, or the one character: what the index is asked for (SQL: query_grams). */
const gramsOf = (word: string): string[] => {
  const characters = Array.from(word)
  return characters.length === 1
    ? characters
    : characters.slice(1).map((next, n) => `${characters[n]}${next}`)
}

function facetStatement(filter: FacilityFilter, now: Date): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const param = (value: unknown, type: string): string => `$${values.push(value)}::${type}`
  const words = searchWords(filter.text ?? '')
  const conditions = [
    words.length > 0 &&
      `grams(f.search_text) @> ${param(words.flatMap(gramsOf), 'text[]')} AND f.search_text LIKE ALL (${param(
        words.map((word) => `%${word}%`),
        'text[]',
      )})`,
    filter.welfareShelter != null &&
      `EXISTS (SELECT FROM shelter s WHERE s.facility_id = f.id AND s.welfare) = ${param(filter.welfareShelter, 'boolean')}`,
    filter.sample != null && `f.sample = ${param(filter.sample, 'boolean')}`,
  ].filter((condition) => condition !== false)

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
      WHERE ${['true', ...conditions].join(' AND ')}
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
  return { text, values }
}
