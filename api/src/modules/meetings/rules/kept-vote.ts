import type { Choice, Standing, Vote, Voter } from '../../rulebooks/public.ts'

/** How an organ decided. */
export type Form = 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'

/** A voter as the register keeps it: what the verdict is computed from, and what people want to know of it. */
export interface KeptVoter extends Voter {
  readonly name: string
  readonly corporationId: string | null
  /** Place on the roll. */
  readonly position: number
  /** What it wanted to be written down with its vote. */
  readonly reason: string | null
  /** By which way its vote came; null if none did. */
  readonly channel: 'PORTAL' | 'PHONE' | 'FAX' | 'PAPER' | 'ROOM' | 'LINK' | null
  /** Why it was excluded; null if it was not. */
  readonly exclusionReason: string | null
}

/** The vote of a decision as the register keeps it. */
export interface KeptVote extends Omit<Vote, 'voters'> {
  readonly form: Form
  readonly voters: readonly KeptVoter[]
  readonly auditorObjected: boolean
}

/** What a voter did in a vote, in one word. */
export type Part = Standing | 'EXCLUDED' | 'SUSPENDED'

/** Exclusion and suspension say more than where somebody sat. */
export function partOf(voter: Voter, conflictedIds: readonly string[]): Part {
  if (conflictedIds.includes(voter.id)) return 'EXCLUDED'
  return voter.suspended ? 'SUSPENDED' : voter.standing
}

/** How many voters counted towards the quorum in a way other than being there: 「委任状2・書面2」. */
export function countedFrom(vote: KeptVote, conflictedIds: readonly string[], standing: Standing): number {
  return vote.voters.filter(
    (voter) =>
      voter.votes > 0 &&
      partOf(voter, conflictedIds) === standing &&
      (standing !== 'WRITTEN' || voter.choice !== null),
  ).length
}

/** A choice that counted: a ballot of somebody who was excluded or had left stands, but says nothing. */
export const countedChoice = (voter: Voter, conflictedIds: readonly string[]): Choice | null => {
  const part = partOf(voter, conflictedIds)
  const silent = part === 'EXCLUDED' || part === 'SUSPENDED' || part === 'LEFT' || part === 'ABSENT'
  return silent ? null : voter.choice
}
