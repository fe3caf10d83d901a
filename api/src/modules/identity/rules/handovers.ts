import { RuleProblem } from '../../../kernel/problems.ts'
import type { RoleName } from '../../../kernel/viewer.ts'
import { coversDay, daysAfter, lastDayOfYearFrom } from './days.ts'
import type { Term } from './roles.ts'

// planned ──completeHandover (on the day, by itself)──▶ done
//    └─────cancelHandover (before the day)─────────────▶ cancelled

/** A role that is to be handed over. */
export interface HandedRole extends Term {
  readonly id: string
  readonly userId: string
}

/** Refuses a hand-over to oneself, for a day that has come, or of roles the leaver will not hold on the eve. */
export function checkPlan(
  plan: { readonly fromUserId: string; readonly toUserId: string; readonly onDate: Date },
  roles: readonly HandedRole[],
  today: Date,
): void {
  if (plan.fromUserId === plan.toUserId) {
    throw new RuleProblem('HANDOVER_TO_ONESELF', 'The successor is the person who leaves.')
  }
  if (plan.onDate <= today) {
    throw new RuleProblem('HANDOVER_TOO_SOON', 'A hand-over takes place tomorrow at the earliest.')
  }
  const eve = daysAfter(plan.onDate, -1)
  if (roles.some((role) => role.userId !== plan.fromUserId || !coversDay(role, eve))) {
    throw new RuleProblem('HANDOVER_OF_ENDED_ROLE', 'A chosen role will not be held on the day before.')
  }
}

/**
 * The terms after a hand-over. The leaver keeps the role until the eve, or until the day it was ended earlier. The
 * successor takes over a later last day; a role that ran out with the eve goes on, for an auditor for a year.
 */
export function handOver(
  role: RoleName,
  { endsOn }: Term,
  onDate: Date,
): { leaverEndsOn: Date; successor: Term } {
  const eve = daysAfter(onDate, -1)
  const successorEndsOn = role === 'PLATFORM_AUDITOR' ? lastDayOfYearFrom(onDate) : null
  return {
    leaverEndsOn: endsOn !== null && endsOn < eve ? endsOn : eve,
    successor: { startsOn: onDate, endsOn: endsOn !== null && endsOn >= onDate ? endsOn : successorEndsOn },
  }
}
