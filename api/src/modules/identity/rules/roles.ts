import { RuleProblem } from '../../../kernel/problems.ts'
import type { RoleName } from '../../../kernel/viewer.ts'
import { kindOfBody, type Body } from './bodies.ts'
import { coversDay, daysAfter, lastDayOfYearFrom } from './days.ts'

// A role, from its grant to its end; every arrow is a command, "by itself" is the calendar.
//
//   granted ──(startsOn comes, by itself)──▶ held ──(endsOn passes, by itself)──▶ ended
//      │                                      │
//      └─ withdrawRole (until the day it      └─ endRole sets endsOn, yesterday at the earliest
//         starts): the row goes

/** Days on which somebody holds a role. */
export interface Term {
  readonly startsOn: Date
  /** Last day; null = until further notice. */
  readonly endsOn: Date | null
}

/** Refuses a role on a body of the wrong kind, or for days that cannot be. */
export function checkNewRole(role: RoleName, body: Pick<Body, 'kind'>, term: Term, today: Date): void {
  if (kindOfBody[role] !== body.kind) {
    throw new RuleProblem('ROLE_DOES_NOT_FIT_BODY', `${role} cannot be held on a ${body.kind}.`)
  }
  if (term.startsOn < today) {
    throw new RuleProblem('ROLE_STARTS_IN_THE_PAST', 'A role starts today at the earliest.')
  }
  checkTerm(role, term)
}

/** Refuses a term that ends before it starts, and one of an auditor that is open or longer than a year. */
export function checkTerm(role: RoleName, { startsOn, endsOn }: Term): void {
  if (endsOn !== null && endsOn < startsOn) {
    throw new RuleProblem('ROLE_ENDS_BEFORE_START', 'The last day lies before the first.')
  }
  if (role === 'PLATFORM_AUDITOR' && (endsOn === null || endsOn > lastDayOfYearFrom(startsOn))) {
    throw new RuleProblem('AUDITOR_TERM_TOO_LONG', 'An auditor reads for at most one year.')
  }
}

/** Refuses to end a role on a day that is too late, too early or no change. */
export function checkEnd(role: RoleName, term: Term, endsOn: Date, today: Date): void {
  if (term.endsOn !== null && term.endsOn < today) {
    throw new RuleProblem('ROLE_ALREADY_ENDED', 'The role has ended.')
  }
  if (endsOn < daysAfter(today, -1)) {
    throw new RuleProblem(
      'ROLE_ENDS_IN_THE_PAST',
      'A role ends yesterday at the earliest: then it is gone at once.',
    )
  }
  checkTerm(role, { startsOn: term.startsOn, endsOn })
}

/** Refuses to take back a role that has been held on an earlier day. */
export function checkWithdrawal({ startsOn }: Term, today: Date): void {
  if (startsOn < today) {
    throw new RuleProblem('ROLE_ALREADY_STARTED', 'The role has been held; end it instead.')
  }
}

/** Roles without which a body could no longer look after its people. */
const indispensable: ReadonlySet<RoleName> = new Set([
  'CORPORATION_ADMIN',
  'PLATFORM_SECRETARIAT',
  'SYSTEM_OPERATOR',
])

/** Whether somebody must always hold the role. */
export const isIndispensable = (role: RoleName): boolean => indispensable.has(role)

/** Refuses to let a body without anybody who looks after its people from a day on. */
export function checkSuccession(role: RoleName, othersTerms: readonly Term[], firstDayWithout: Date): void {
  if (!isIndispensable(role)) return
  if (!othersTerms.some((term) => coversDay(term, firstDayWithout))) {
    throw new RuleProblem('LAST_ADMINISTRATOR', 'Nobody else would hold this role; name a successor first.')
  }
}

/** The database refuses a role that the person holds already on some of the days. */
export const roleAlreadyHeld = (): RuleProblem =>
  new RuleProblem('ROLE_ALREADY_HELD', 'The person holds this role already on some of these days.')
