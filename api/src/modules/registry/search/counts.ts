import { statementParts } from '../../../kernel/read/fragment.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { FacilityFilter } from './filter.ts'
import { facilitiesWhere, facilityDimensions, type FacilityDimension } from './where.ts'

/** Facilities that one further choice would leave. */
export interface ConditionCount {
  readonly key: string
  readonly name: string
  readonly count: number
}

/** The same for something of which not everybody has said whether they have it. */
export interface PossessionCount {
  readonly name: string
  /** Facilities that say yes. */
  readonly yes: number
  /** Those, and those of whom nobody has said. */
  readonly yesOrUnknown: number
}

export interface ConditionCounts {
  readonly corporationKinds: readonly ConditionCount[]
  readonly shelterRoles: readonly ConditionCount[]
  readonly equipment: readonly PossessionCount[]
  readonly rooms: PossessionCount
  readonly vehicles: PossessionCount
  readonly qualifications: readonly ConditionCount[]
  readonly areas: readonly ConditionCount[]
  readonly statuses: readonly ConditionCount[]
  readonly capacityGiven: number
  readonly capacityUnknown: number
}

interface CountRow extends Record<string, unknown> {
  readonly facet: string
  readonly key: string
  readonly name: string
  readonly count: number
}

/** Dimensions that are counted under all conditions but their own. */
const COUNTED = [
  'corporationKind',
  'shelterRole',
  'rooms',
  'vehicles',
  'area',
  'capacity',
  'status',
] as const satisfies readonly FacilityDimension[]

/**
 * Counts for the further conditions, in one statement. Things and qualifications add up when several are chosen, so they
 * are counted under everything that is chosen; the others leave their own choice out, as the facets do.
 */
export async function countConditions(sql: Sql, filter: FacilityFilter, now: Date): Promise<ConditionCounts> {
  const { values, where } = statementParts()
  const dimensions = facilityDimensions(filter, now)
  const base = where('Facility', 'f', facilitiesWhere(filter, now, COUNTED))
  const flags = COUNTED.map((name) => `${where('Facility', 'f', { AND: dimensions[name] })} AS "in_${name}"`)
  const under = (own?: (typeof COUNTED)[number]) =>
    COUNTED.filter((name) => name !== own)
      .map((name) => `hit."in_${name}"`)
      .join(' AND ')

  const rows = await sql<CountRow>(
    `WITH found AS MATERIALIZED (
      SELECT f.id, f.corporation_id, f.capacity, f.status, f.level1_area_id, f.level2_area_id, f.school_district_id,
        ${flags.join(', ')}
      FROM facility f WHERE ${base}
    )
    SELECT 'corporationKind' AS facet, c.kind::text AS key, '' AS name, count(*)::int AS count
      FROM found hit JOIN corporation c ON c.id = hit.corporation_id WHERE ${under('corporationKind')} GROUP BY 2
    UNION ALL
    SELECT 'shelterRole', role.key, '', count(DISTINCT hit.id)::int
      FROM found hit JOIN shelter s ON s.facility_id = hit.id
      CROSS JOIN LATERAL (VALUES ('WELFARE', s.welfare), ('DESIGNATED', s.kind = 'DESIGNATED_SHELTER'), ('EMERGENCY', s.kind = 'EMERGENCY_SITE')) AS role(key, holds)
      WHERE role.holds AND ${under('shelterRole')} GROUP BY role.key
    UNION ALL
    SELECT 'shelterRole', 'NONE', '', count(*)::int
      FROM found hit WHERE ${under('shelterRole')} AND NOT EXISTS (SELECT FROM shelter s WHERE s.facility_id = hit.id)
    UNION ALL
    SELECT 'equipmentYes', e.item, '', count(DISTINCT hit.id)::int
      FROM found hit JOIN facility_equipment e ON e.facility_id = hit.id WHERE e.state = 'YES' AND ${under()} GROUP BY e.item
    UNION ALL
    SELECT 'equipmentNo', item, '', count(*)::int FROM (
      SELECT e.item, hit.id FROM found hit JOIN facility_equipment e ON e.facility_id = hit.id WHERE ${under()}
      GROUP BY e.item, hit.id HAVING bool_and(e.state = 'NO')) AS denied GROUP BY item
    UNION ALL
    ${(['ROOM', 'VEHICLE'] as const)
      .map((kind) => {
        const own = kind === 'ROOM' ? 'rooms' : 'vehicles'
        return `SELECT '${own}', given.answer, '', count(*)::int FROM (
          SELECT CASE WHEN bool_or(r.lendable = 'YES') THEN 'YES'
                      WHEN bool_and(r.lendable = 'NO') THEN 'NO' ELSE 'UNKNOWN' END AS answer
          FROM found hit LEFT JOIN facility_resource r ON r.facility_id = hit.id AND r.kind = '${kind}'
          WHERE ${under(own)} GROUP BY hit.id) AS given GROUP BY given.answer`
      })
      .join(' UNION ALL ')}
    UNION ALL
    SELECT 'qualification', q.qualification, '', count(DISTINCT hit.id)::int
      FROM found hit JOIN facility_qualification q ON q.facility_id = hit.id WHERE q.count > 0 AND ${under()} GROUP BY q.qualification
    UNION ALL
    SELECT 'area', a.id::text, a.name, count(*)::int
      FROM found hit JOIN community_area a ON a.id IN (hit.level1_area_id, hit.level2_area_id, hit.school_district_id)
      WHERE ${under('area')} GROUP BY a.id, a.name
    UNION ALL
    SELECT 'capacity', CASE WHEN hit.capacity IS NULL THEN 'UNKNOWN' ELSE 'GIVEN' END, '', count(*)::int
      FROM found hit WHERE ${under('capacity')} GROUP BY 2
    UNION ALL
    SELECT 'status', hit.status::text, '', count(*)::int FROM found hit WHERE ${under('status')} GROUP BY 2
    UNION ALL
    SELECT 'total', '', '', count(*)::int FROM found hit WHERE ${under()}
    ORDER BY facet, count DESC, name, key`,
    values,
  )
  const of = (facet: string): ConditionCount[] =>
    rows.filter((row) => row.facet === facet).map(({ key, name, count }) => ({ key, name, count }))
  const one = (facet: string, wanted: string) => of(facet).find(({ key }) => key === wanted)?.count ?? 0
  const total = one('total', '')
  const resource = (own: 'rooms' | 'vehicles'): PossessionCount => ({
    name: own,
    yes: one(own, 'YES'),
    yesOrUnknown: one(own, 'YES') + one(own, 'UNKNOWN'),
  })
  const denied = new Map(of('equipmentNo').map(({ key, count }) => [key, count]))
  return {
    corporationKinds: of('corporationKind'),
    shelterRoles: of('shelterRole'),
    equipment: of('equipmentYes').map(({ key, count }) => ({
      name: key,
      yes: count,
      yesOrUnknown: total - (denied.get(key) ?? 0),
    })),
    rooms: resource('rooms'),
    vehicles: resource('vehicles'),
    qualifications: of('qualification'),
    areas: of('area'),
    statuses: of('status'),
    capacityGiven: one('capacity', 'GIVEN'),
    capacityUnknown: one('capacity', 'UNKNOWN'),
  }
}
