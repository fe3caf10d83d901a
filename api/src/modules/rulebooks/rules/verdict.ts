import type { OrganRule, ResolutionRule, Threshold, Unit } from './rulebook.ts'

export type Choice = 'FOR' | 'AGAINST' | 'ABSTAIN'

/** How a voter takes part in the vote on one item. */
export type Standing = 'ON_SITE' | 'ONLINE' | 'PROXY' | 'WRITTEN' | 'LEFT' | 'ABSENT'

/** One voter as it stands in the vote on one item. */
export interface Voter {
  readonly id: string
  /** Votes it carries; 1 where every member has one. */
  readonly votes: number
  readonly standing: Standing
  /** Who holds its proxy; null = the chair. Only with PROXY. */
  readonly proxyHolderId: string | null
  /** Has a special interest in this item (特別の利害関係). */
  readonly conflicted: boolean
  /** Its membership is suspended. */
  readonly suspended: boolean
  readonly choice: Choice | null
}

export interface Vote {
  readonly voters: readonly Voter[]
  /** Who chairs this item, if it is a voter. */
  readonly chairId: string | null
  /** How the chair settled a tie; null while it has not. */
  readonly chairDecision: 'FOR' | 'AGAINST' | null
}

/** Heads and the votes they carry. */
export interface Amount {
  readonly voters: number
  readonly votes: number
}

/** A threshold held against the figures. */
export interface Measured {
  readonly threshold: Threshold
  /** What the share is taken of. */
  readonly total: number
  readonly needed: number
  readonly have: number
  readonly met: boolean
  /** How many more there are than needed; negative: how many are missing. */
  readonly spare: number
}

export type Outcome = 'CARRIED' | 'REJECTED' | 'NO_QUORUM' | 'TIED'

/** What came of a vote and why, step by step. */
export interface VoteVerdict {
  readonly outcome: Outcome
  /** All who are entitled to decide this item; shares of ALL are taken of them. */
  readonly entitled: Amount
  readonly conflictedIds: readonly string[]
  readonly suspendedIds: readonly string[]
  /** Those who count towards the quorum. */
  readonly present: Amount
  readonly presentIds: readonly string[]
  /** Those whose vote counts; the base PRESENT of a majority. */
  readonly takingPart: Amount
  readonly for: Amount
  readonly against: Amount
  readonly abstaining: Amount
  /** Taking part, but without a ballot. */
  readonly silent: Amount
  readonly silentIds: readonly string[]
  readonly quorum: readonly Measured[]
  readonly majority: readonly Measured[]
  /** As many for as against, where the rules let the chair settle it and the chair is there to do so. */
  readonly tie: boolean
}

/** The smallest whole number that reaches a share of `total`. Of nothing, nothing is reached. */
export function neededOf({ share, reach }: Pick<Threshold, 'share' | 'reach'>, total: number): number {
  const exact = total * share.numerator
  const needed =
    reach === 'MORE_THAN' ? Math.floor(exact / share.denominator) + 1 : Math.ceil(exact / share.denominator)
  return Math.max(1, needed)
}

const measure = (threshold: Threshold, total: Amount, have: Amount): Measured => {
  const of = amountIn(threshold.unit, total)
  const needed = neededOf(threshold, of)
  const reached = amountIn(threshold.unit, have)
  return { threshold, total: of, needed, have: reached, met: reached >= needed, spare: reached - needed }
}

const amountIn = (unit: Unit, { voters, votes }: Amount): number => (unit === 'VOTERS' ? voters : votes)

const sum = (voters: readonly Voter[]): Amount => ({
  voters: voters.length,
  votes: voters.reduce((total, { votes }) => total + votes, 0),
})

const plus = (one: Amount, other: Amount): Amount => ({
  voters: one.voters + other.voters,
  votes: one.votes + other.votes,
})

/**
 * The verdict of a vote under the rules of an organ. Pure: the same ballots and the same rulebook give the same verdict
 * on any day, so that every decision can be recomputed.
 */
export function verdictOf(organ: OrganRule, resolution: ResolutionRule, vote: Vote): VoteVerdict {
  const roll = vote.voters.filter(({ votes }) => votes > 0)
  const conflicted = organ.conflict.excludes === 'NOBODY' ? [] : roll.filter((voter) => voter.conflicted)
  const suspended = roll.filter((voter) => voter.suspended)
  const outside = new Set(conflicted.map(({ id }) => id))
  const inBase = roll.filter((voter) => !voter.suspended || organ.suspension.countedInBase)
  const entitled = inBase.filter(({ id }) => !outside.has(id))
  const quorumBase = organ.conflict.excludes === 'FROM_QUORUM_AND_MAJORITY' ? entitled : inBase

  const takesPart = new Set(roll.filter((voter) => participates(organ, vote, voter)).map(({ id }) => id))
  const present = quorumBase.filter((voter) => takesPart.has(voter.id) && countsTowardsQuorum(organ, voter))
  const takingPart = entitled.filter(
    ({ id }) => takesPart.has(id) && !(organ.chair.votes === 'TIE_ONLY' && id === vote.chairId),
  )
  const having = (choice: Choice | null) => takingPart.filter((voter) => voter.choice === choice)
  const figures = {
    for: sum(having('FOR')),
    against: sum(having('AGAINST')),
    abstaining: sum(having('ABSTAIN')),
  }
  const silent = having(null)

  const quorum = (resolution.quorum ?? organ.quorum).map((threshold) =>
    measure(threshold, sum(quorumBase), sum(present)),
  )
  const bases = {
    ALL: sum(entitled),
    PRESENT: sum(takingPart),
    CAST: plus(figures.for, figures.against),
  }
  const majority = resolution.majority.map((threshold) =>
    measure(threshold, bases[threshold.base], figures.for),
  )
  const tie = isTie(organ, resolution, figures) && chairMaySettle(organ, vote)
  return {
    outcome: outcomeOf({ quorum, majority, tie }, vote.chairDecision),
    entitled: bases.ALL,
    conflictedIds: conflicted.map(({ id }) => id),
    suspendedIds: suspended.map(({ id }) => id),
    present: sum(present),
    presentIds: present.map(({ id }) => id),
    takingPart: bases.PRESENT,
    ...figures,
    silent: sum(silent),
    silentIds: silent.map(({ id }) => id),
    quorum,
    majority,
    tie,
  }
}

function outcomeOf(
  { quorum, majority, tie }: Pick<VoteVerdict, 'quorum' | 'majority' | 'tie'>,
  chairDecision: Vote['chairDecision'],
): Outcome {
  if (!quorum.every(({ met }) => met)) return 'NO_QUORUM'
  if (majority.every(({ met }) => met)) return 'CARRIED'
  if (!tie) return 'REJECTED'
  if (chairDecision === null) return 'TIED'
  return chairDecision === 'FOR' ? 'CARRIED' : 'REJECTED'
}

/** As many for as against (可否同数), in the unit of the majority; a vote nobody took part in is no tie. */
function isTie(
  organ: OrganRule,
  resolution: ResolutionRule,
  figures: Pick<VoteVerdict, 'for' | 'against'>,
): boolean {
  if (!organ.chair.settlesTies || !resolution.tieGoesToChair) return false
  const unit = resolution.majority[0]?.unit ?? 'VOTES'
  const inFavour = amountIn(unit, figures.for)
  return inFavour > 0 && inFavour === amountIn(unit, figures.against)
}

/** Whether a voter is there at all for an item: in person, through somebody who is, or by a ballot in writing. */
function participates(organ: OrganRule, vote: Vote, voter: Voter): boolean {
  if (voter.suspended) return false
  switch (voter.standing) {
    case 'ON_SITE':
    case 'ONLINE':
      return true
    case 'WRITTEN':
      // What counts is the vote that was exercised in writing, not the intention to (一般社団・財団法人法51条2項).
      return organ.written.allowed && voter.choice !== null
    case 'PROXY':
      return organ.proxy.allowed && canExercise(organ, vote, voter)
    case 'LEFT':
    case 'ABSENT':
      return false
  }
}

/** A proxy is worth something only while its holder is there and may take part in the item. */
function canExercise(organ: OrganRule, vote: Vote, voter: Voter): boolean {
  const holderId = voter.proxyHolderId ?? vote.chairId
  if (holderId === voter.id) return false
  const holder = vote.voters.find(({ id }) => id === holderId)
  // A chair who is no voter (a chair from outside) is there as long as the meeting is.
  if (!holder) return voter.proxyHolderId === null
  return (holder.standing === 'ON_SITE' || holder.standing === 'ONLINE') && mayAct(organ, holder)
}

/** A chair from outside may settle a tie; one who is a voter, unless it is away or may not take part in the item. */
function chairMaySettle(organ: OrganRule, vote: Vote): boolean {
  const chair = vote.voters.find(({ id }) => id === vote.chairId)
  if (!chair) return true
  // In a vote that is held in writing alone the chair, too, is there in writing.
  return !['PROXY', 'LEFT', 'ABSENT'].includes(chair.standing) && mayAct(organ, chair)
}

/** Neither suspended nor excluded for an interest of its own. */
const mayAct = (organ: OrganRule, { conflicted, suspended }: Voter): boolean =>
  !suspended && !(conflicted && organ.conflict.excludes !== 'NOBODY')

function countsTowardsQuorum({ counted }: OrganRule, { standing }: Voter): boolean {
  switch (standing) {
    case 'ONLINE':
      return counted.online
    case 'PROXY':
      return counted.proxy
    case 'WRITTEN':
      return counted.written
    case 'ON_SITE':
    case 'LEFT':
    case 'ABSENT':
      return true
  }
}
