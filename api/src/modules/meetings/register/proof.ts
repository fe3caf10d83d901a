import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import {
  organRule,
  resolutionRule,
  type Choice,
  type Organ,
  type OrganRule,
  type ResolutionRule,
  type Rulebook,
  type VoteVerdict,
} from '../../rulebooks/public.ts'
import type { Reach } from '../policy/decisions.ts'
import {
  marginsOf,
  stepsOf,
  type Margin,
  type Measure,
  type StepCode,
  type StepState,
} from '../rules/decision-steps.ts'
import {
  countedChoice,
  countedFrom,
  partOf,
  type Form,
  type KeptVote,
  type Part,
} from '../rules/kept-vote.ts'
import { decisionLabel } from '../rules/decision-number.ts'
import { recompute } from './recompute.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly organ: Organ
  readonly resolutionKind: string
  readonly outcome: string
  readonly vote: KeptVote
  readonly verdict: VoteVerdict
  readonly rules: Rulebook
  readonly versionNumber: number
  /** `YYYY-MM-DD`. */
  readonly effectiveOn: string | null
  readonly platform: string
  readonly fiscalYear: number
  readonly number: number
  readonly title: string
  readonly text: string
  readonly decidedAt: Date | string
  /** First day of effect, `YYYY-MM-DD`. */
  readonly holdsFrom: string
  readonly itemNumber: number
  /** The version that the same meeting adopted, if it comes into force later. */
  readonly laterVersion: { readonly number: number; readonly effectiveOn: string } | null
  readonly exclusions: readonly {
    readonly voterId: string
    readonly declaredAt: string
    readonly acceptedAt: string
  }[]
}

const STATEMENT = `
  SELECT d.id::text, d.organ::text, d.resolution_kind AS "resolutionKind", d.outcome::text, d.vote, d.verdict, v.rules,
    p.name AS platform, d.fiscal_year AS "fiscalYear", d.number, d.title, d.text, d.decided_at AS "decidedAt",
    d.effective_on::text AS "holdsFrom", v.number AS "versionNumber", v.effective_on::text AS "effectiveOn",
    (SELECT count(*)::int FROM agenda_item AS o JOIN agenda_item AS i ON i.id = d.item_id
     WHERE o.meeting_id = d.meeting_id AND o.kind = i.kind AND (o.position, o.id) <= (i.position, i.id)) AS "itemNumber",
    (SELECT jsonb_build_object('number', later.number, 'effectiveOn', later.effective_on::text)
     FROM rulebook_version AS later JOIN decision AS adopting ON adopting.id = later.decision_id
     WHERE adopting.meeting_id = d.meeting_id AND later.effective_on > v.effective_on
     ORDER BY later.number LIMIT 1) AS "laterVersion",
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'voterId', x.voter_id, 'declaredAt', x.declared_at, 'acceptedAt', x.accepted_at)), '[]')
     FROM item_exclusion AS x WHERE x.item_id = d.item_id AND x.accepted_at IS NOT NULL) AS exclusions
  FROM decision AS d
  JOIN rulebook_version AS v ON v.id = d.rulebook_version_id
  JOIN platform AS p ON p.id = d.platform_id
  WHERE d.id = $1::uuid
    AND ($2::boolean OR d.platform_id = ANY ($3::uuid[]) AND ($4::text IS NULL OR d.organ::text = $4::text))`

/** One voter’s part in a decision. */
export interface ProofBallot {
  readonly position: number
  readonly name: string
  /** Relay id of the corporation; null for the holder of an office. */
  readonly corporationId: string | null
  readonly votes: number
  readonly part: Part
  /** Who voted for it with a proxy; null for the chair and where there is none. */
  readonly proxyHolder: string | null
  /** Null if it has none that counted. */
  readonly choice: Choice | null
  readonly reason: string | null
  readonly channel: KeptVote['voters'][number]['channel']
  readonly exclusionReason: string | null
  readonly excludedAt: string | null
}

/** A figure of a vote: heads, and the votes they carry. */
type Amount = VoteVerdict['entitled']

export interface ProofMeasure {
  readonly unit: 'VOTERS' | 'VOTES'
  readonly base: 'ALL' | 'PRESENT' | 'CAST'
  readonly numerator: number
  readonly denominator: number
  readonly reach: 'MORE_THAN' | 'AT_LEAST'
  readonly clause: string
  readonly total: number
  readonly needed: number
  readonly have: number
  readonly spare: number
  readonly met: boolean
}

export interface ProofStep {
  readonly code: StepCode
  readonly state: StepState
  readonly clauses: readonly string[]
  readonly measures: readonly ProofMeasure[]
}

/** Why a decision came about, from what is kept of its vote and the rules that were applied. */
export interface Proof {
  readonly form: Form
  readonly itemNumber: number
  readonly rulebookName: string
  readonly rulebookVersion: number
  readonly rulebookEffectiveOn: string | null
  readonly organName: string
  readonly resolutionName: string
  readonly resolutionClause: string
  readonly laterVersion: number | null
  readonly laterVersionOn: string | null
  readonly weighted: boolean
  readonly roll: Amount
  readonly entitled: Amount
  readonly present: Amount
  readonly takingPart: Amount
  readonly inFavour: Amount
  readonly against: Amount
  readonly abstaining: Amount
  readonly silent: Amount
  readonly proxies: number
  readonly written: number
  readonly excludedCount: number
  readonly suspendedCount: number
  readonly chairDecision: 'FOR' | 'AGAINST' | null
  readonly steps: readonly ProofStep[]
  readonly margins: readonly Margin[]
  readonly ballots: readonly ProofBallot[]
  readonly agrees: boolean
  readonly differs: readonly string[]
}

/** A line of the register as a file tells it. */
export interface RegisterLine {
  readonly platform: string
  readonly label: string
  readonly title: string
  readonly text: string
  readonly outcome: string
  readonly decidedAt: Date
  readonly holdsFrom: string
}

/** One decision the viewer may see with its proof, in one statement. */
export async function readDecision(
  sql: Sql,
  decisionId: string,
  reach: Reach,
): Promise<{ readonly line: RegisterLine; readonly proof: Proof } | null> {
  const [row] = await sql<Row>(STATEMENT, [decisionId, reach.everything, [...reach.platformIds], reach.organ])
  if (!row) return null
  const { platform, title, text, outcome, decidedAt, holdsFrom } = row
  const line = { platform, label: decisionLabel(row), title, text, outcome, holdsFrom }
  return { line: { ...line, decidedAt: new Date(decidedAt) }, proof: proofOf(row) }
}

/** The proof of one decision the viewer may see. */
export const readProof = async (sql: Sql, decisionId: string, reach: Reach): Promise<Proof | null> =>
  (await readDecision(sql, decisionId, reach))?.proof ?? null

function proofOf(row: Row): Proof {
  const { vote, verdict, rules } = row
  const organ = organRule(rules, row.organ)
  const resolution = organ && (resolutionRule(organ, row.resolutionKind) ?? organ.resolutions[0] ?? null)
  const steps = organ && resolution ? stepsOf(organ, resolution, vote, verdict) : []
  const { agrees, differs } = recompute({ ...row, vote, verdict, rules })
  return {
    form: vote.form,
    itemNumber: row.itemNumber,
    rulebookName: rules.name,
    rulebookVersion: row.versionNumber,
    rulebookEffectiveOn: row.effectiveOn,
    ...namesOf(row, organ, resolution),
    laterVersion: row.laterVersion?.number ?? null,
    laterVersionOn: row.laterVersion?.effectiveOn ?? null,
    weighted: vote.voters.some(({ votes }) => votes > 1),
    roll: rollOf(vote),
    entitled: verdict.entitled,
    present: verdict.present,
    takingPart: verdict.takingPart,
    inFavour: verdict.for,
    against: verdict.against,
    abstaining: verdict.abstaining,
    silent: verdict.silent,
    proxies: countedFrom(vote, verdict.conflictedIds, 'PROXY'),
    written: countedFrom(vote, verdict.conflictedIds, 'WRITTEN'),
    excludedCount: verdict.conflictedIds.length,
    suspendedCount: verdict.suspendedIds.length,
    chairDecision: vote.chairDecision,
    steps: steps.map((step) => ({ ...step, measures: step.measures.map(measureOf) })),
    margins: marginsOf(verdict),
    ballots: ballotsOf(row),
    agrees,
    differs,
  }
}

const namesOf = (row: Row, organ: OrganRule | null, resolution: ResolutionRule | null) => ({
  organName: organ?.name ?? row.organ,
  resolutionName: resolution?.name ?? row.resolutionKind,
  resolutionClause: resolution?.clause ?? '',
})

const measureOf = ({ threshold, ...figures }: Measure): ProofMeasure => ({
  unit: threshold.unit,
  base: threshold.base,
  numerator: threshold.share.numerator,
  denominator: threshold.share.denominator,
  reach: threshold.reach,
  clause: threshold.clause,
  ...figures,
})

const rollOf = ({ voters }: KeptVote): Amount => {
  const voting = voters.filter(({ votes }) => votes > 0)
  return { voters: voting.length, votes: voting.reduce((sum, { votes }) => sum + votes, 0) }
}

function ballotsOf({ vote, verdict, exclusions }: Row): ProofBallot[] {
  const names = new Map(vote.voters.map(({ id, name }) => [id, name]))
  const accepted = new Map(exclusions.map(({ voterId, acceptedAt }) => [voterId, acceptedAt]))
  return vote.voters
    .filter(({ votes }) => votes > 0)
    .toSorted((one, other) => one.position - other.position)
    .map((voter) => ({
      position: voter.position,
      name: voter.name,
      corporationId: voter.corporationId === null ? null : globalId('Corporation', voter.corporationId),
      votes: voter.votes,
      part: partOf(voter, verdict.conflictedIds),
      proxyHolder: voter.proxyHolderId === null ? null : (names.get(voter.proxyHolderId) ?? null),
      choice: countedChoice(voter, verdict.conflictedIds),
      reason: voter.reason,
      channel: voter.channel,
      exclusionReason: voter.exclusionReason,
      excludedAt: accepted.get(voter.id) ?? null,
    }))
}
