import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../kernel/viewer.ts'
import { AMENDING_KINDS } from './rules/adoption.ts'
import { statuteFaultsOf, type StatuteFault } from './rules/statute.ts'
import { storedRules } from './version-in-force.ts'

/** A decision by which a draft can be put in force. */
export interface AmendingDecision {
  /** Relay id. */
  readonly decisionId: string
  readonly title: string
  /** Day in Japan on which it was taken. */
  readonly decidedOn: Date
}

/**
 * Carried decisions of a network that amend its rulebook and by which no version was adopted yet, the latest first; none
 * of a network the viewer does not see.
 */
export async function amendingDecisions(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
): Promise<AmendingDecision[]> {
  if (!actsAs(viewer, 'SYSTEM_OPERATOR') && !viewer.platformIds.includes(platformId)) return []
  const rows = await sql<{ id: string; title: string; decidedAt: Date }>(
    `SELECT d.id, d.title, d.decided_at AS "decidedAt" FROM decision d
     WHERE d.platform_id = $1 AND d.outcome = 'CARRIED' AND d.resolution_kind = ANY($2)
       AND NOT EXISTS (SELECT FROM rulebook_version v WHERE v.decision_id = d.id)
     ORDER BY d.decided_at DESC, d.id DESC LIMIT 20`,
    [platformId, AMENDING_KINDS],
  )
  return rows.map(({ id, title, decidedAt }) => ({
    decisionId: globalId('Decision', id),
    title,
    decidedOn: dateOf(dayInJapan(new Date(decidedAt))),
  }))
}

/** What of a version's rules the statute does not allow; nothing of a network the viewer does not see. */
export async function statuteFaults(
  sql: Sql,
  viewer: Viewer,
  rulebookVersionId: string,
): Promise<StatuteFault[]> {
  const [version] = await sql<{ kind: string; rules: unknown; platformId: string }>(
    `SELECT p.kind::text AS kind, v.rules, v.platform_id AS "platformId"
     FROM rulebook_version v JOIN platform p ON p.id = v.platform_id WHERE v.id = $1`,
    [rulebookVersionId],
  )
  if (!version) return []
  const sees = actsAs(viewer, 'SYSTEM_OPERATOR') || viewer.platformIds.includes(version.platformId)
  return sees ? statuteFaultsOf(version.kind, storedRules(version.rules)) : []
}
