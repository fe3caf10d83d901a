import type { Sql } from '../../../kernel/read/sql.ts'
import type { Organ, Rulebook, VoteVerdict } from '../../rulebooks/public.ts'
import { decisionLabel } from '../rules/decision-number.ts'
import type { KeptVote } from '../rules/kept-vote.ts'
import { recompute } from './recompute.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly platform: string
  readonly organ: Organ
  readonly fiscalYear: number
  readonly number: number
  readonly resolutionKind: string
  readonly outcome: string
  readonly vote: KeptVote
  readonly verdict: VoteVerdict
  readonly rules: Rulebook
}

/** Decisions read at once, so that memory stays small however many there are. */
const AT_ONCE = 200
const STATEMENT = `
  SELECT d.id::text, p.name AS platform, d.organ::text, d.fiscal_year AS "fiscalYear", d.number,
    d.resolution_kind AS "resolutionKind", d.outcome::text, d.vote, d.verdict, v.rules
  FROM decision AS d
  JOIN rulebook_version AS v ON v.id = d.rulebook_version_id
  JOIN platform AS p ON p.id = d.platform_id
  WHERE d.id > $1::uuid ORDER BY d.id LIMIT $2`

/** A decision whose verdict is not what its vote and rules say. */
interface Disagreement {
  readonly platform: string
  readonly label: string
  readonly differs: readonly string[]
}

/** Computes every decision of the database again. */
export async function verifyDecisions(
  sql: Sql,
  atOnce = AT_ONCE,
): Promise<{ readonly checked: number; readonly disagreements: readonly Disagreement[] }> {
  const disagreements: Disagreement[] = []
  let checked = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await sql<Row>(STATEMENT, [last, atOnce])
    for (const row of rows) {
      const { agrees, differs } = recompute(row)
      if (!agrees) disagreements.push({ platform: row.platform, label: decisionLabel(row), differs })
    }
    checked += rows.length
    last = rows.at(-1)?.id ?? last
    if (rows.length < atOnce) return { checked, disagreements }
  }
}
