import type { OrganRule, ResolutionRule, VoteVerdict } from '../../rulebooks/public.ts'
import { countedFrom, type KeptVote } from './kept-vote.ts'

/** One threshold of a step, with its figures. */
export type Measure = VoteVerdict['quorum'][number]

export type StepCode = 'ENTITLED' | 'QUORUM' | 'MAJORITY' | 'TIE'
/** CHECKED: counted, nothing to reach. NOT_ASKED: the rules ask for none. NOT_USED: it did not come to that. */
export type StepState = 'CHECKED' | 'MET' | 'NOT_MET' | 'NOT_ASKED' | 'NOT_USED' | 'USED' | 'OPEN'

/** One of the four steps in which a decision came about. */
export interface Step {
  readonly code: StepCode
  readonly state: StepState
  readonly measures: readonly Measure[]
  /** Clauses it rests on, each once. */
  readonly clauses: readonly string[]
}

/** Why a decision came about: who could decide, were enough there, were enough in favour, was the chair asked. */
export function stepsOf(
  organ: OrganRule,
  resolution: ResolutionRule,
  vote: KeptVote,
  verdict: VoteVerdict,
): readonly Step[] {
  return [
    {
      code: 'ENTITLED',
      state: 'CHECKED',
      measures: [],
      clauses: once([
        ...(verdict.conflictedIds.length > 0 ? [organ.conflict.clause] : []),
        ...(verdict.suspendedIds.length > 0 ? [organ.suspension.clause] : []),
        ...(verdict.conflictedIds.length + verdict.suspendedIds.length === 0 ? [resolution.clause] : []),
      ]),
    },
    {
      code: 'QUORUM',
      state: reached(verdict.quorum),
      measures: verdict.quorum,
      clauses: once([
        ...verdict.quorum.map(({ threshold }) => threshold.clause),
        ...(countedElsewhere(vote, verdict) ? [organ.counted.clause] : []),
      ]),
    },
    {
      code: 'MAJORITY',
      state: reached(verdict.majority),
      measures: verdict.majority,
      clauses: once(verdict.majority.map(({ threshold }) => threshold.clause)),
    },
    { code: 'TIE', state: tieState(vote, verdict), measures: [], clauses: [organ.chair.clause] },
  ]
}

const reached = (measures: readonly Measure[]): StepState => {
  if (measures.length === 0) return 'NOT_ASKED'
  return measures.every(({ met }) => met) ? 'MET' : 'NOT_MET'
}

function tieState(vote: KeptVote, { tie, outcome }: VoteVerdict): StepState {
  // Without a quorum it does not come to counting who is in favour.
  if (!tie || outcome === 'NO_QUORUM') return 'NOT_USED'
  return vote.chairDecision === null ? 'OPEN' : 'USED'
}

const countedElsewhere = (vote: KeptVote, { conflictedIds }: VoteVerdict): boolean =>
  (['PROXY', 'WRITTEN', 'ONLINE'] as const).some((standing) => countedFrom(vote, conflictedIds, standing) > 0)

const once = (clauses: readonly string[]): string[] => [...new Set(clauses)]

export type MarginKind = 'FEWER_FOR' | 'FEWER_PRESENT' | 'MORE_FOR' | 'MORE_PRESENT'

/** How little would have changed the outcome. */
export interface Margin {
  readonly kind: MarginKind
  /** Voters, or the votes they carry. */
  readonly unit: 'VOTERS' | 'VOTES'
  readonly count: number
  /** The figure as it was and as it would have been. */
  readonly from: number
  readonly to: number
}

/**
 * How many votes, or people who are there, would have changed the outcome. Votes change from or to a vote against, so that
 * nothing else moves; each unit of what has to be reached is told by itself where heads and votes differ.
 */
export function marginsOf(verdict: VoteVerdict): readonly Margin[] {
  const { outcome, quorum, majority } = verdict
  switch (outcome) {
    case 'CARRIED':
      return [
        ...(majority.every(({ met }) => met) ? smallest('FEWER_FOR', majority) : []),
        ...smallest('FEWER_PRESENT', quorum),
      ]
    case 'REJECTED':
    case 'TIED':
      return largest('MORE_FOR', majority)
    case 'NO_QUORUM':
      return largest('MORE_PRESENT', quorum)
  }
}

/** The first threshold to break. */
function smallest(kind: MarginKind, measures: readonly Measure[]): Margin[] {
  const [first] = measures.toSorted((one, other) => one.spare - other.spare)
  if (!first) return []
  return [marginOf(kind, first, first.spare + 1, -1)]
}

/** The last threshold to be reached; nothing where it lies beyond everybody. */
function largest(kind: MarginKind, measures: readonly Measure[]): Margin[] {
  const [last] = measures.filter(({ met }) => !met).toSorted((one, other) => one.spare - other.spare)
  if (!last || last.needed > last.total) return []
  return [marginOf(kind, last, -last.spare, 1)]
}

const marginOf = (kind: MarginKind, { threshold, have }: Measure, count: number, sign: 1 | -1): Margin => ({
  kind,
  unit: threshold.unit,
  count,
  from: have,
  to: have + sign * count,
})
