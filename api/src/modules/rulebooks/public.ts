export { draftRulebook } from './draft-rulebook.ts'
export { checkNotice } from './rules/notice.ts'
export { foresee, judge } from './rules/judging.ts'
export { promotionCorporationRulebook } from './rules/promotion-corporation-rulebook.ts'
export {
  memberClass,
  organRule,
  resolutionRule,
  type Organ,
  type OrganRule,
  type ResolutionRule,
  type Rulebook,
} from './rules/rulebook.ts'
export {
  verdictOf,
  type Choice,
  type Outcome,
  type Standing,
  type Vote,
  type Voter,
  type VoteVerdict,
} from './rules/verdict.ts'
export { rulebookInForce, rulebookVersion, storedRules, type RulebookInForce } from './version-in-force.ts'
export { voluntaryRulebook } from './rules/voluntary-rulebook.ts'
export { faultsOfVotes, type VoteFault } from './rules/votes.ts'
