import type { CollaborationStage, PlatformKind } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { visibleSql } from '../policy/ties.ts'
import { stageOfMembers } from '../rules/stages.ts'

/** A member of the network as the picture names it. */
export interface PicturedCorporation {
  readonly corporationId: string
  readonly name: string
  readonly sample: boolean
}

/** Two members that work together. */
export interface PicturedPair {
  readonly oneId: string
  readonly otherId: string
  /** The deepest of their stages that the viewer may see. */
  readonly stage: CollaborationStage
  readonly tieCount: number
}

export interface CollaborationPicture {
  readonly membersStage: CollaborationStage
  readonly ownCorporationId: string | null
  readonly corporations: readonly PicturedCorporation[]
  readonly pairs: readonly PicturedPair[]
}

interface Row extends Record<string, unknown> {
  readonly what: 'network' | 'member' | 'pair'
  readonly one: string
  readonly other: string
  readonly name: string
  readonly sample: boolean
  readonly stage: CollaborationStage
  readonly count: number
}

/** Whether the network may be looked at as a whole. */
const seesNetwork = (viewer: Viewer, platformId: string): boolean =>
  actsAs(viewer, 'SYSTEM_OPERATOR') || viewer.platformIds.includes(platformId)

/** Collects the values of a statement. */
export function parameters(...values: unknown[]) {
  return {
    values,
    param: (value: unknown): string => {
      values.push(value)
      return `$${values.length}`
    },
  }
}

/** Ties in force today that belong into the picture of network $1: those within it, and the viewer's own that stand in none. */
export const tiesOfPicture = (viewer: Viewer, param: (value: unknown) => string): string => `
  SELECT t.* FROM collaboration_tie AS t
  WHERE t.id IN (
      SELECT id FROM collaboration_tie WHERE platform_id = $1::uuid
      UNION ALL
      SELECT tie_id FROM collaboration_tie_party WHERE corporation_id = ${param(viewer.acting?.corporationId ?? null)}::uuid
    )
    AND (t.platform_id = $1::uuid OR t.platform_id IS NULL)
    AND t.status = 'STANDING' AND t.valid_from <= $2::date AND (t.valid_to IS NULL OR t.valid_to >= $2::date)
    AND ${visibleSql(viewer, param)}`

/** Parties of today, on the alias `p`. */
export const PARTY_TODAY = `(p.starts_on IS NULL OR p.starts_on <= $2::date) AND (p.ends_on IS NULL OR p.ends_on >= $2::date)`

/**
 * Who works with whom in a network, in one statement: its members of today, and each pair of them with the deepest stage
 * that the viewer may see. Null for who does not see the network.
 */
export async function collaborationPicture(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
): Promise<CollaborationPicture | null> {
  if (!seesNetwork(viewer, platformId)) return null
  const { values, param } = parameters(platformId, viewer.today)
  const rows = await sql<Row>(
    `WITH member AS MATERIALIZED (
       SELECT DISTINCT ON (m.corporation_id) m.corporation_id AS id, m.position FROM platform_membership AS m
       WHERE m.platform_id = $1::uuid AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
       ORDER BY m.corporation_id, m.starts_on
     ), tie AS MATERIALIZED (${tiesOfPicture(viewer, param)}
     ), part AS MATERIALIZED (
       SELECT p.tie_id, p.corporation_id AS id, member.position, tie.stage
       FROM tie JOIN collaboration_tie_party AS p ON p.tie_id = tie.id AND ${PARTY_TODAY}
       JOIN member ON member.id = p.corporation_id
     )
     SELECT 'network' AS what, '' AS one, '' AS other, kind::text AS name, false AS sample, NULL::text AS stage,
            0 AS count, 0 AS position
     FROM platform WHERE id = $1::uuid
     UNION ALL
     SELECT 'member', c.id::text, '', c.name, c.sample, NULL, 0, member.position
     FROM member JOIN corporation AS c ON c.id = member.id
     UNION ALL
     SELECT 'pair', one.id::text, other.id::text, '', false, max(one.stage)::text, count(*)::int, one.position
     FROM part AS one JOIN part AS other
       ON other.tie_id = one.tie_id AND (one.position, one.id) < (other.position, other.id)
     GROUP BY one.id, other.id, one.position
     ORDER BY what, position, name, one, other`,
    values,
  )
  const network = rows.find(({ what }) => what === 'network')
  const own = viewer.acting?.corporationId
  return {
    membersStage: stageOfMembers((network?.name ?? 'OTHER') as PlatformKind),
    ownCorporationId: own ? globalId('Corporation', own) : null,
    corporations: rows
      .filter(({ what }) => what === 'member')
      .map(({ one, name, sample }) => ({ corporationId: globalId('Corporation', one), name, sample })),
    pairs: rows
      .filter(({ what }) => what === 'pair')
      .map(({ one, other, stage, count }) => ({
        oneId: globalId('Corporation', one),
        otherId: globalId('Corporation', other),
        stage,
        tieCount: count,
      })),
  }
}
