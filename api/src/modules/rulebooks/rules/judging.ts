import { forecastOf, type Forecast } from './forecast.ts'
import { omissionRules, omissionVerdict } from './omission.ts'
import type { OrganRule, ResolutionRule } from './rulebook.ts'
import { verdictOf, type Vote, type VoteVerdict } from './verdict.ts'
import { writtenRules } from './written.ts'

/** How an organ decides: in a meeting, in writing by the ordinary majorities, or because everybody agrees. */
export type Form = 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'

/** The verdict of a vote in the form in which it was held; null where the rulebook knows no such form. */
export function judge(
  form: Form,
  organ: OrganRule,
  resolution: ResolutionRule,
  vote: Vote,
  auditorObjected: boolean,
): VoteVerdict | null {
  if (form === 'OMISSION') return omissionVerdict(organ, vote, auditorObjected)
  const rules = form === 'WRITTEN' ? writtenRules(organ) : organ
  return rules && verdictOf(rules, resolution, vote)
}

/** What the missing ballots could still do, in the form in which the vote is held; null as for `judge`. */
export function foresee(
  form: Form,
  organ: OrganRule,
  resolution: ResolutionRule,
  vote: Vote,
  inTime: boolean,
): Forecast | null {
  if (form === 'OMISSION') {
    const rules = omissionRules(organ)
    return rules && forecastOf(rules.organ, rules.resolution, vote, () => inTime)
  }
  const rules = form === 'WRITTEN' ? writtenRules(organ) : organ
  return rules && forecastOf(rules, resolution, vote, () => inTime)
}
