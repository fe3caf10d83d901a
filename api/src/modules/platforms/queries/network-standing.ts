import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Todo } from '../../../kernel/todos.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { sightOf } from '../policy/membership.ts'
import { rulesOf } from '../rulebook.ts'
import type { Filing } from '../rules/filings.ts'
import type { Missing } from '../rules/kinds.ts'
import { calendarOf, missingOf } from '../rules/standing.ts'
import { dueIn } from '../todos.ts'
import { faultsAmong, votesOf } from '../votes.ts'
import type { OpenClass } from './networks-to-join.ts'
import { readFacts } from './network-facts.ts'

/** Something that is wrong with how the votes are spread. */
export interface SpreadFault {
  readonly code: string
  /** The member it is about, if it is one. */
  readonly member: string | null
  readonly clause: string
}

/** A kind of member with whom the rulebook lets be one. */
export interface MemberKind extends OpenClass {
  readonly openTo: 'WELFARE_CORPORATIONS' | 'OTHERS' | 'ALL'
}

/** How a network stands on a day, by its rulebook and its kind. */
export interface NetworkStanding {
  readonly rulebook: string
  readonly rulebookNumber: number | null
  readonly weighted: boolean
  readonly classes: readonly MemberKind[]
  readonly members: number
  readonly voters: number
  readonly votes: number
  readonly faults: readonly SpreadFault[]
  readonly noticeDays: number
  readonly noticeClause: string
  readonly administrators: number
  readonly leastAdministrators: number
  readonly administratorsClause: string
  readonly missing: readonly Missing[]
  readonly filings: readonly Filing[]
  readonly due: readonly Todo[]
}

/** Reads how a network stands; null for who does not see it. Applications are told to its officers alone. */
export async function networkStanding(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  day: string,
): Promise<NetworkStanding | null> {
  const sight = sightOf(viewer, platformId)
  const facts = sight && (await readFacts(sql, platformId, day))
  if (!facts) return null
  const { rules, number } = rulesOf(facts.version, facts.kind)
  const votes = facts.members.map((member) => (member.suspended ? 0 : votesOf(rules, member)))
  const names = new Map(facts.members.map(({ id, name }) => [id, name]))
  const seen = sight === 'OFFICER' ? facts : { ...facts, applications: [] }
  return {
    rulebook: rules.name,
    rulebookNumber: number,
    weighted: rules.votes.weighting === 'WEIGHTED',
    classes: rules.classes,
    members: facts.members.length,
    voters: votes.filter((own) => own > 0).length,
    votes: votes.reduce((sum, own) => sum + own, 0),
    faults: faultsAmong(rules, facts.members).map((fault) => ({
      code: fault.code,
      member: 'memberId' in fault ? (names.get(fault.memberId) ?? null) : null,
      clause: fault.clause,
    })),
    noticeDays: rules.leaving.noticeDays,
    noticeClause: rules.leaving.clause,
    administrators: facts.administrators,
    leastAdministrators: rules.administrators.least,
    administratorsClause: rules.administrators.clause,
    missing: missingOf(facts, day),
    filings: calendarOf(facts, day),
    due: dueIn(seen, day),
  }
}

/** A network that is linked with another one, as that one's people read it. */
export interface LinkedNetwork {
  readonly linkId: string
  readonly version: number
  readonly relation: 'BELOW' | 'ABOVE' | 'BESIDE'
  readonly platformId: string
  readonly name: string
  readonly kind: string
  readonly note: string
  readonly startsOn: string
  readonly endsOn: string | null
}

interface LinkRow extends Record<string, unknown>, Omit<LinkedNetwork, 'linkId' | 'platformId'> {
  readonly linkId: string
  readonly platformId: string
}

const LINKS = `
  SELECT l.id AS "linkId", l.version,
    CASE WHEN l.kind = 'WORKS_WITH' THEN 'BESIDE' WHEN l.from_id = $1::uuid THEN 'ABOVE' ELSE 'BELOW' END AS relation,
    p.id AS "platformId", p.name, p.kind, l.note, l.starts_on::text AS "startsOn", l.ends_on::text AS "endsOn"
  FROM platform_link l JOIN platform p ON p.id = CASE WHEN l.from_id = $1::uuid THEN l.to_id ELSE l.from_id END
  WHERE l.from_id = $1::uuid OR l.to_id = $1::uuid
  ORDER BY l.ends_on IS NOT NULL, l.starts_on, l.id LIMIT 100`

/** Networks linked with one, by name and kind: as much of another network as its neighbours know. */
export async function linkedNetworks(sql: Sql, viewer: Viewer, platformId: string): Promise<LinkedNetwork[]> {
  if (!sightOf(viewer, platformId)) return []
  const rows = await sql<LinkRow>(LINKS, [platformId])
  return rows.map((row) => ({
    ...row,
    linkId: globalId('PlatformLink', row.linkId),
    platformId: globalId('Platform', row.platformId),
  }))
}

/** A carried decision, to be named as what something rests on. */
export interface CarriedDecision {
  readonly decisionId: string
  readonly title: string
  readonly number: number
  readonly fiscalYear: number
  readonly effectiveOn: string
}

const DECISIONS = `
  SELECT id AS "decisionId", title, number, fiscal_year AS "fiscalYear", effective_on::text AS "effectiveOn"
  FROM decision WHERE platform_id = $1::uuid AND outcome = 'CARRIED'
  ORDER BY decided_at DESC, id DESC LIMIT 100`

/** The latest carried decisions of a network. */
export async function carriedDecisions(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
): Promise<CarriedDecision[]> {
  if (!sightOf(viewer, platformId)) return []
  const rows = await sql<CarriedDecision & Record<string, unknown>>(DECISIONS, [platformId])
  return rows.map((row) => ({ ...row, decisionId: globalId('Decision', row.decisionId) }))
}
