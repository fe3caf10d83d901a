import { faultsOfVotes, memberClass, type Rulebook, type VoteFault } from '../rulebooks/public.ts'
import { isWelfareCorporation } from './rules/membership.ts'

/** A member as far as its votes are concerned. */
interface VotingMember {
  readonly id: string
  /** Kind of corporation. */
  readonly kind: string
  readonly memberClass: string
  readonly votes: number | null
}

/** Votes a member carries: its own, else those of its kind of member. */
export const votesOf = (
  rules: Rulebook,
  { memberClass: code, votes }: Omit<VotingMember, 'id' | 'kind'>,
): number => votes ?? memberClass(rules, code)?.votes ?? 0

/** Members that have a vote, with how many votes each. */
export const holdersAmong = (rules: Rulebook, members: readonly VotingMember[]) =>
  members
    .map((member) => ({
      id: member.id,
      votes: votesOf(rules, member),
      welfareCorporation: isWelfareCorporation(member.kind),
    }))
    .filter(({ votes }) => votes > 0)

/** What is wrong with how the votes of some members are spread. */
export const faultsAmong = (rules: Rulebook, members: readonly VotingMember[]): VoteFault[] =>
  faultsOfVotes(rules, holdersAmong(rules, members))
