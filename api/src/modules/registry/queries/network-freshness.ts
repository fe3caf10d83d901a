import type { Prisma } from '../../../generated/prisma/client.ts'
import type { FacilityBlock } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { ageLimits, AGES, type Age } from '../rules/confirmation-age.ts'
import { FACILITY_BLOCKS } from '../rules/freshness.ts'

/** Whether the network may be looked at as a whole: by its members, officers, its liaison and the operator. */
export const seesNetwork = (viewer: Viewer, platformId: string): boolean =>
  actsAs(viewer, 'SYSTEM_OPERATOR') || viewer.platformIds.includes(platformId)

/** Memberships of the network that hold on the day. */
export const membersOn = (platformId: string, today: Date): Prisma.PlatformMembershipWhereInput => ({
  platformId,
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

/** Facilities whose corporation is a member on the day, closed ones too. */
export const everOfMembers = (platformId: string, today: Date): Prisma.FacilityWhereInput => ({
  corporation: { is: { memberships: { some: membersOn(platformId, today) } } },
})

/** Facilities that stand and whose corporation is a member on the day. */
export const ofMembers = (platformId: string, today: Date): Prisma.FacilityWhereInput => ({
  status: 'ACTIVE',
  ...everOfMembers(platformId, today),
})

/** Facilities of one of these ages, as a whole or in one block. */
export function agedWhere(
  ages: readonly Age[],
  block: FacilityBlock | null,
  now: Date,
): Prisma.FacilityWhereInput {
  const states = AGES.filter((age) => ages.includes(age)).map((age) =>
    block === null ? wholeAged(age, now) : blockAged(age, block, now),
  )
  return states.length > 0 ? { OR: states } : { id: { in: [] } }
}

function wholeAged(age: Age, now: Date): Prisma.FacilityWhereInput {
  const { quarter, year } = ageLimits(now)
  switch (age) {
    case 'QUARTER':
      return { confirmedAt: { gte: quarter } }
    case 'YEAR':
      return { confirmedAt: { gte: year, lt: quarter } }
    case 'OLDER':
      return { confirmedAt: { lt: year } }
    case 'NEVER':
      return { confirmedAt: null }
  }
}

function blockAged(age: Age, block: FacilityBlock, now: Date): Prisma.FacilityWhereInput {
  const { quarter, year } = ageLimits(now)
  const since = (moment: Date) => ({ block, confirmedAt: { gte: moment } })
  switch (age) {
    case 'QUARTER':
      return { confirmations: { some: since(quarter) } }
    case 'YEAR':
      return { confirmations: { some: since(year), none: since(quarter) } }
    case 'OLDER':
      return { confirmations: { some: { block }, none: since(year) } }
    case 'NEVER':
      return { confirmations: { none: { block } } }
  }
}

/** How many of some facilities are of which age. */
export interface AgeCounts {
  readonly total: number
  readonly quarter: number
  readonly year: number
  readonly older: number
  readonly never: number
}

export interface BlockFreshness {
  readonly block: FacilityBlock
  readonly counts: AgeCounts
}

export interface MemberFreshness {
  readonly corporationId: string
  readonly name: string
  readonly sample: boolean
  readonly startsOn: string
  readonly counts: AgeCounts
}

export interface NetworkFreshness {
  readonly facilities: AgeCounts
  readonly blocks: readonly BlockFreshness[]
  readonly members: readonly MemberFreshness[]
}

interface Row extends Record<string, unknown> {
  readonly what: 'all' | 'block' | 'member'
  readonly key: string
  readonly name: string
  readonly sample: boolean
  readonly startsOn: string
  readonly total: number
  readonly quarter: number
  readonly year: number
  readonly older: number
  readonly never: number
}

const counts = `
  count(at.id)::int AS total,
  count(*) FILTER (WHERE at.moment >= $3)::int AS quarter,
  count(*) FILTER (WHERE at.moment >= $4 AND at.moment < $3)::int AS year,
  count(*) FILTER (WHERE at.moment < $4)::int AS older,
  count(at.id) FILTER (WHERE at.moment IS NULL)::int AS never`

const STATEMENT = `
  WITH member AS MATERIALIZED (
    SELECT DISTINCT ON (m.corporation_id) m.corporation_id, m.position, m.starts_on FROM platform_membership m
    WHERE m.platform_id = $1::uuid AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
    ORDER BY m.corporation_id, m.starts_on
  ), place AS MATERIALIZED (
    SELECT f.id, f.corporation_id, f.confirmed_at AS moment
    FROM member JOIN facility f ON f.corporation_id = member.corporation_id WHERE f.status = 'ACTIVE'
  ), part AS (
    SELECT place.id, b.block, (
      SELECT max(c.confirmed_at) FROM facility_confirmation c WHERE c.facility_id = place.id AND c.block = b.block
    ) AS moment
    FROM place CROSS JOIN unnest(enum_range(NULL::facility_block)) AS b(block)
  )
  SELECT 'all' AS what, '' AS key, '' AS name, false AS sample, '' AS "startsOn", 0 AS position, ${counts}
  FROM place AS at
  UNION ALL
  SELECT 'block', at.block::text, '', false, '', 0, ${counts} FROM part AS at GROUP BY at.block
  UNION ALL
  SELECT 'member', c.id::text, c.name, c.sample, member.starts_on::text, member.position, ${counts}
  FROM member JOIN corporation c ON c.id = member.corporation_id LEFT JOIN place AS at ON at.corporation_id = c.id
  GROUP BY c.id, member.starts_on, member.position
  ORDER BY what, position, name, key`

/**
 * How recent the facts of a network's facilities are: all together, by block and by member, in one statement. Null for
 * who does not see the network; facilities and their confirmations are public.
 */
export async function networkFreshness(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  now: Date,
): Promise<NetworkFreshness | null> {
  if (!seesNetwork(viewer, platformId)) return null
  const { quarter, year } = ageLimits(now)
  const rows = await sql<Row>(STATEMENT, [platformId, viewer.today, quarter, year])
  const blocks = new Map(rows.filter(({ what }) => what === 'block').map((row) => [row.key, countsOf(row)]))
  return {
    facilities: countsOf(rows.find(({ what }) => what === 'all')),
    blocks: FACILITY_BLOCKS.map((block) => ({ block, counts: blocks.get(block) ?? countsOf(undefined) })),
    members: rows
      .filter(({ what }) => what === 'member')
      .map((row) => ({
        corporationId: globalId('Corporation', row.key),
        name: row.name,
        sample: row.sample,
        startsOn: row.startsOn,
        counts: countsOf(row),
      })),
  }
}

function countsOf(row: Row | undefined): AgeCounts {
  const { total = 0, quarter = 0, year = 0, older = 0, never = 0 } = row ?? {}
  return { total, quarter, year, older, never }
}
