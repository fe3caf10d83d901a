import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { duesCollectedBy } from './policy/dues.ts'
import { corporationAnsweredFor, networkKeptBy } from './policy/membership.ts'
import { readFacts, type StoredFacts } from './queries/network-facts.ts'
import { rulesOf } from './rulebook.ts'
import { endsSoon, isAskedFor } from './rules/due.ts'
import { calendarOf, filingsAskedFor, missingOf } from './rules/standing.ts'
import { faultsAmong } from './votes.ts'

/** What is due in a network today, the same for everybody who keeps it. `today` is `YYYY-MM-DD`. */
export function dueIn(facts: StoredFacts, today: string): Todo[] {
  const { id: platformId, name: network, kind, version, administrators } = facts
  const id = globalId('Platform', platformId)
  const { rules } = rulesOf(version, kind)
  const todo = (
    key: string,
    code: string,
    params: Todo['params'],
    link: string,
    dueOn: string | null = null,
  ): Todo => ({
    id: `platforms.${key}`,
    kind: 'DECIDE',
    code,
    params: { network, ...params },
    dueOn,
    link,
  })

  const missing = missingOf(facts, today)
  const faults = faultsAmong(rules, facts.members)
  return [
    ...facts.applications.map((application) =>
      todo(
        `application:${application.id}`,
        'MEMBERSHIP_APPLICATION_TO_REVIEW',
        { corporation: application.corporation },
        `/network/applications/${globalId('MembershipApplication', application.id)}`,
      ),
    ),
    ...filingsAskedFor(calendarOf(facts, today), today).map((filing) =>
      todo(
        `filing:${platformId}:${filing.code}:${filing.fiscalYear}`,
        'FILING_DUE',
        { filing: filing.name, year: filing.fiscalYear },
        `/network/profile?id=${id}`,
        filing.dueOn,
      ),
    ),
    ...facts.officers
      .filter(({ endsOn }) => endsSoon(endsOn, today))
      .map((officer) =>
        todo(
          `office:${officer.id}`,
          'OFFICE_ENDING',
          { office: officer.office },
          `/network/committees?id=${id}`,
          officer.endsOn,
        ),
      ),
    ...facts.chairs
      .filter(({ endsOn }) => endsSoon(endsOn, today))
      .map((chair) =>
        todo(
          `chair:${chair.id}`,
          'COMMITTEE_CHAIR_ENDING',
          { committee: chair.committee, corporation: chair.corporation },
          `/network/committees?id=${id}`,
          chair.endsOn,
        ),
      ),
    ...(administrators < rules.administrators.least
      ? [
          todo(
            `administrators:${platformId}`,
            'TOO_FEW_ADMINISTRATORS',
            { count: administrators, least: rules.administrators.least, clause: rules.administrators.clause },
            '/people/invite',
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          todo(
            `missing:${platformId}`,
            'NETWORK_FACTS_MISSING',
            { count: missing.length },
            `/network/profile?id=${id}`,
          ),
        ]
      : []),
    ...(faults.length > 0
      ? [
          todo(
            `votes:${platformId}`,
            'VOTES_AGAINST_THE_RULEBOOK',
            { clause: faults[0]?.clause ?? '' },
            `/network/members?id=${id}`,
          ),
        ]
      : []),
  ]
}

/** What the secretariat and the chair of a network have to do for it. */
export async function networkTodos({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const platformId = networkKeptBy(viewer)
  if (!platformId) return []
  const today = dayInJapan(now)
  const facts = await readFacts(sql, platformId, today)
  return facts ? dueIn(facts, today) : []
}

const INVITATIONS = `
  SELECT a.id, p.name AS network FROM membership_application a JOIN platform p ON p.id = a.platform_id
  WHERE a.corporation_id = $1::uuid AND a.state = 'INVITED' ORDER BY a.created_at, a.id LIMIT 50`

/** Invitations of networks that the administrator of a corporation has not answered. */
export async function invitationTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const corporationId = corporationAnsweredFor(viewer)
  if (!corporationId) return []
  const rows = await sql<{ id: string; network: string }>(INVITATIONS, [corporationId])
  return rows.map(({ id, network }) => ({
    id: `platforms.invitation:${id}`,
    kind: 'DECIDE',
    code: 'MEMBERSHIP_INVITATION_TO_ANSWER',
    params: { network },
    dueOn: null,
    link: `/network/applications/${globalId('MembershipApplication', id)}`,
  }))
}

const duesLink = (platformId: string, fiscalYear: number) =>
  `/network/dues?id=${globalId('Platform', platformId)}&year=${fiscalYear}` as const

const OVERDUE = `
  SELECT d.fiscal_year AS "fiscalYear", p.name AS network, count(*)::int AS count, min(d.due_on)::text AS "dueOn"
  FROM membership_dues AS d JOIN platform AS p ON p.id = d.platform_id
  WHERE d.platform_id = $1::uuid AND d.paid_on IS NULL AND d.waived_on IS NULL AND d.due_on < $2::date
  GROUP BY d.fiscal_year, p.name ORDER BY d.fiscal_year LIMIT 20`

/** Dues that are past their day, which the secretariat asks for: one todo for each fiscal year. */
export async function duesToCollect({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const platformId = duesCollectedBy(viewer)
  if (!platformId) return []
  const rows = await sql<{ fiscalYear: number; network: string; count: number; dueOn: string }>(OVERDUE, [
    platformId,
    dayInJapan(now),
  ])
  return rows.map(({ fiscalYear, network, count, dueOn }) => ({
    id: `platforms.duesOverdue:${platformId}:${fiscalYear}`,
    kind: 'DECIDE',
    code: 'DUES_OVERDUE',
    params: { network, year: fiscalYear, count },
    dueOn,
    link: duesLink(platformId, fiscalYear),
  }))
}

const OWED = `
  SELECT d.id, d.platform_id AS "platformId", d.fiscal_year AS "fiscalYear", p.name AS network, d.amount_yen AS yen,
    d.due_on::text AS "dueOn"
  FROM membership_dues AS d JOIN platform AS p ON p.id = d.platform_id
  WHERE d.corporation_id = $1::uuid AND d.paid_on IS NULL AND d.waived_on IS NULL
  ORDER BY d.due_on, d.id LIMIT 50`

interface Owed extends Record<string, unknown> {
  readonly id: string
  readonly platformId: string
  readonly fiscalYear: number
  readonly network: string
  readonly yen: number
  readonly dueOn: string
}

/** Dues that a corporation has to pay soon, or should have paid. */
export async function duesToPay({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const corporationId = corporationAnsweredFor(viewer)
  if (!corporationId) return []
  const today = dayInJapan(now)
  const rows = await sql<Owed>(OWED, [corporationId])
  return rows
    .filter(({ dueOn }) => isAskedFor(dueOn, today))
    .map(({ id, platformId, fiscalYear, network, yen, dueOn }) => ({
      id: `platforms.dues:${id}`,
      kind: 'DECIDE',
      code: 'DUES_TO_PAY',
      params: { network, year: fiscalYear, yen },
      dueOn,
      link: duesLink(platformId, fiscalYear),
    }))
}
