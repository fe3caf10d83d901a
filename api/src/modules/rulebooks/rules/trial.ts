import type { OrganRule, ResolutionRule } from './rulebook.ts'
import { verdictOf, type Choice, type Standing, type VoteVerdict, type Voter } from './verdict.ts'

/** A vote in figures, for trying a rule out; everybody has one vote. */
export interface Figures {
  /** All who are on the roll. */
  readonly members: number
  readonly present: number
  readonly proxies: number
  readonly written: number
  /** Of those present, with a special interest. */
  readonly conflicted: number
  readonly inFavour: number
  readonly against: number
  readonly abstaining: number
  readonly chairDecision: 'FOR' | 'AGAINST' | null
}

export type TrialFault =
  | 'NOT_A_NUMBER_OF_PEOPLE'
  | 'MORE_THERE_THAN_MEMBERS'
  | 'MORE_CONFLICTED_THAN_PRESENT'
  | 'MORE_BALLOTS_THAN_VOTERS'

export interface Trial {
  /** What does not add up in the figures; the verdict is null then. */
  readonly fault: TrialFault | null
  readonly verdict: VoteVerdict | null
}

/** More than any network has members; keeps a trial cheap. */
const MOST = 999

/** Judges figures by the rules. The chair is one of those present; proxies are given to the chair. */
export function tryOut(organ: OrganRule, resolution: ResolutionRule, figures: Figures): Trial {
  const { members, present, proxies, written, conflicted } = figures
  const refuse = (fault: TrialFault): Trial => ({ fault, verdict: null })
  const { chairDecision, ...numbers } = figures
  if (Object.values(numbers).some((one) => one < 0 || one > MOST)) return refuse('NOT_A_NUMBER_OF_PEOPLE')
  if (present + proxies + written > members) return refuse('MORE_THERE_THAN_MEMBERS')
  if (conflicted > present) return refuse('MORE_CONFLICTED_THAN_PRESENT')

  const voters = [
    ...group('ON_SITE', present - conflicted),
    ...group('PROXY', proxies),
    ...group('WRITTEN', written),
    ...group('ON_SITE', conflicted, true),
    ...group('ABSENT', members - present - proxies - written),
  ].map((voter, index) => ({ ...voter, id: String(index + 1) }))
  const chairId = present > conflicted ? '1' : null
  const excluded = organ.conflict.excludes !== 'NOBODY'
  const votes = ({ id, standing, conflicted: interested }: Voter) =>
    (standing === 'ON_SITE' &&
      !(excluded && interested) &&
      !(organ.chair.votes === 'TIE_ONLY' && id === chairId)) ||
    (standing === 'PROXY' && organ.proxy.allowed) ||
    (standing === 'WRITTEN' && organ.written.allowed)
  const ballots = ballotsOf(figures)
  if (ballots.length > voters.filter(votes).length) return refuse('MORE_BALLOTS_THAN_VOTERS')

  let next = 0
  const cast = voters.map((voter): Voter => {
    if (!votes(voter)) return voter
    // Who has written in has said something; what was not said here is an abstention.
    const choice = ballots[next++] ?? (voter.standing === 'WRITTEN' ? 'ABSTAIN' : null)
    return { ...voter, choice }
  })
  return { fault: null, verdict: verdictOf(organ, resolution, { voters: cast, chairId, chairDecision }) }
}

const group = (standing: Standing, size: number, conflicted = false): Omit<Voter, 'id'>[] =>
  Array.from({ length: size }, () => ({
    votes: 1,
    standing,
    proxyHolderId: null,
    conflicted,
    suspended: false,
    choice: null,
  }))

const ballotsOf = ({ inFavour, against, abstaining }: Figures): Choice[] => [
  ...Array.from({ length: inFavour }, () => 'FOR' as const),
  ...Array.from({ length: against }, () => 'AGAINST' as const),
  ...Array.from({ length: abstaining }, () => 'ABSTAIN' as const),
]
