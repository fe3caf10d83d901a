import type { Rulebook } from './rulebook.ts'

/** A member as far as the distribution of votes is concerned. */
export interface VoteHolder {
  readonly id: string
  readonly votes: number
  /** A 社会福祉法人. */
  readonly welfareCorporation: boolean
}

/** What is wrong with how the votes are spread over the members. */
export type VoteFault =
  | { readonly code: 'ONE_MEMBER_HOLDS_TOO_MANY_VOTES'; readonly memberId: string; readonly clause: string }
  | { readonly code: 'WELFARE_CORPORATIONS_LACK_THE_MAJORITY'; readonly clause: string }

/** Whether the votes of all members keep to the rulebook (社会福祉法127条 for a 社会福祉連携推進法人). */
export function faultsOfVotes({ votes: rule }: Rulebook, holders: readonly VoteHolder[]): VoteFault[] {
  const total = holders.reduce((sum, { votes }) => sum + votes, 0)
  const faults: VoteFault[] = []
  const { largestShare, clause } = rule
  if (largestShare) {
    for (const { id, votes } of holders) {
      if (votes * largestShare.denominator > total * largestShare.numerator)
        faults.push({ code: 'ONE_MEMBER_HOLDS_TOO_MANY_VOTES', memberId: id, clause })
    }
  }
  if (rule.welfareMajority && holders.length > 0) {
    const welfare = holders
      .filter(({ welfareCorporation }) => welfareCorporation)
      .reduce((sum, { votes }) => sum + votes, 0)
    if (welfare * 2 <= total) faults.push({ code: 'WELFARE_CORPORATIONS_LACK_THE_MAJORITY', clause })
  }
  return faults
}
