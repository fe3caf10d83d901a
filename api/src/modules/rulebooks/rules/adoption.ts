import { RuleProblem } from '../../../kernel/problems.ts'

/** Kinds of resolution by which a rulebook is changed: 会則の改正, and 特別決議 (定款の変更, 一般社団・財団法人法146条). */
export const AMENDING_KINDS: readonly string[] = ['AMENDMENT', 'SPECIAL']

/** A decision as far as adopting a rulebook is concerned. */
export interface AdoptingDecision {
  readonly outcome: string
  readonly resolutionKind: string
  /** Day in Japan on which it was taken. */
  readonly decidedOn: Date
}

interface Adoption {
  readonly effectiveOn: Date
  readonly today: Date
  /** Day that was given; a decision has its own. */
  readonly adoptedOn: Date | null
  /** First day of the version that is the latest so far; null = this is the first rulebook. */
  readonly latestEffectiveOn: Date | null
  readonly decision: AdoptingDecision | null
}

/**
 * The day a version was adopted on, or why it cannot be. A first rulebook is taken over as the network has it; every
 * further one needs the decision that changed it.
 */
export function adoptionDay({ effectiveOn, today, adoptedOn, latestEffectiveOn, decision }: Adoption): Date {
  if (latestEffectiveOn && !decision)
    throw new RuleProblem('RULEBOOK_NEEDS_A_DECISION', 'A rulebook is changed by a decision of its network.')
  if (decision && decision.outcome !== 'CARRIED')
    throw new RuleProblem('DECISION_NOT_CARRIED', 'This decision was not carried.')
  if (decision && !AMENDING_KINDS.includes(decision.resolutionKind))
    throw new RuleProblem('DECISION_AMENDS_NOTHING', 'This kind of decision does not change a rulebook.')
  const day = decision?.decidedOn ?? adoptedOn
  if (!day) throw new RuleProblem('ADOPTION_DAY_MISSING', 'The day of adoption is missing.')
  if (day > today) throw new RuleProblem('ADOPTED_IN_THE_FUTURE', 'It has not been adopted yet.')
  if (effectiveOn < day)
    throw new RuleProblem('IN_FORCE_BEFORE_ADOPTION', 'It cannot be in force before it was adopted.')
  if (latestEffectiveOn && effectiveOn < latestEffectiveOn)
    throw new RuleProblem('IN_FORCE_BEFORE_THE_LATEST', 'It would begin before the version that is there.')
  return day
}
