import type { OrganRule, ResolutionRule } from './rulebook.ts'
import { verdictOf, type Choice, type Outcome, type Vote, type Voter, type VoteVerdict } from './verdict.ts'

/** What the ballots that are still missing could do. */
export interface Forecast {
  /** What it would be if the vote were closed now. */
  readonly now: Outcome
  /** What it will be whatever comes, or null while it is open. TIED never settles anything. */
  readonly settled: 'CARRIED' | 'FAILED' | null
  /** Voters who can still vote and have not. */
  readonly missingIds: readonly string[]
  /** Those of them whose vote could still change the outcome. */
  readonly decisiveIds: readonly string[]
}

/** So many ways the other missing ballots may fall are tried one by one. */
const TRIED = 4 ** 5

/** For who is there, no ballot is as good as an abstention; in writing it makes the difference of being there. */
const waysOf = ({ standing }: Voter): readonly (Choice | null)[] =>
  standing === 'WRITTEN' ? ['FOR', 'AGAINST', 'ABSTAIN', null] : ['FOR', 'AGAINST', 'ABSTAIN']

/**
 * Looks ahead while a vote is open. A vote in favour never hurts a proposal and a vote against never helps its majority,
 * so it is settled when the two ends agree (everybody missing votes for it; everybody missing votes against it or stays
 * away) and no fall of the missing ballots ends in a tie that the chair would settle. `mayStillCome` says whose ballot
 * in writing can still arrive: everybody's until the deadline.
 */
export function forecastOf(
  organ: OrganRule,
  resolution: ResolutionRule,
  vote: Vote,
  mayStillCome: (voter: Voter) => boolean = () => true,
): Forecast {
  const outcome: OutcomeOf = (choices) =>
    verdictOf(organ, resolution, {
      ...vote,
      voters: vote.voters.map((voter) => {
        const choice = choices.get(voter.id)
        return choice === undefined ? voter : { ...voter, choice }
      }),
    }).outcome
  const missing = vote.voters.filter(
    (voter) =>
      voter.choice === null &&
      (voter.standing !== 'WRITTEN' || mayStillCome(voter)) &&
      isCounted(organ, resolution, vote, voter),
  )
  const verdictNow = verdictOf(organ, resolution, vote)
  const all = (choice: Choice | null) => outcome(new Map(missing.map(({ id }) => [id, choice])))

  const ends = [all('FOR'), all('AGAINST'), all(null), ...levelled(resolution, verdictNow, missing, outcome)]
  // A tie is settled by the chair, who may do either.
  const canCarry = ends.some((one) => one === 'CARRIED' || one === 'TIED')
  const canFail = ends.some((one) => one !== 'CARRIED')
  const settled = canCarry && canFail ? null : canCarry ? 'CARRIED' : 'FAILED'
  return {
    now: verdictNow.outcome,
    settled,
    missingIds: missing.map(({ id }) => id),
    decisiveIds: settled ? [] : decisive(missing, outcome),
  }
}

type OutcomeOf = (choices: ReadonlyMap<string, Choice | null>) => Outcome

/** What comes of it when the missing ballots make both sides equal, where they can; the rest of them abstain. */
function levelled(
  resolution: ResolutionRule,
  { for: inFavour, against }: VoteVerdict,
  missing: readonly Voter[],
  outcome: OutcomeOf,
): readonly Outcome[] {
  const heads = resolution.majority[0]?.unit === 'VOTERS'
  const lead = heads ? inFavour.voters - against.voters : inFavour.votes - against.votes
  let leads = new Map<number, ReadonlyMap<string, Choice>>([[lead, new Map()]])
  for (const { id, votes } of missing) {
    const weight = heads ? 1 : votes
    const next = new Map<number, ReadonlyMap<string, Choice>>()
    for (const [at, choices] of leads) {
      next.set(at, new Map([...choices, [id, 'ABSTAIN']]))
      next.set(at + weight, new Map([...choices, [id, 'FOR']]))
      next.set(at - weight, new Map([...choices, [id, 'AGAINST']]))
    }
    leads = next
  }
  const level = leads.get(0)
  return level ? [outcome(level)] : []
}

/** Whether a ballot of this voter would be counted. */
function isCounted(organ: OrganRule, resolution: ResolutionRule, vote: Vote, voter: Voter): boolean {
  const alone = verdictOf(organ, resolution, {
    ...vote,
    voters: vote.voters.map((one) => ({ ...one, choice: one.id === voter.id ? ('FOR' as const) : null })),
  })
  return alone.for.voters === 1
}

/** Voters for whom some fall of the other missing ballots makes their own the one that decides. */
function decisive(missing: readonly Voter[], outcome: OutcomeOf): readonly string[] {
  // Who carries as many votes and is there, or in writing, alike can stand for one another: one of each kind is tried.
  const kindOf = ({ votes, standing }: Voter) => `${votes} ${standing === 'WRITTEN'}`
  const kinds = new Map(missing.map((voter) => [kindOf(voter), voter]))
  const deciding = new Set(
    [...kinds]
      .filter(([, voter]) => kinds.size === 1 || canDecide(voter, missing, outcome))
      .map(([kind]) => kind),
  )
  return missing.filter((voter) => deciding.has(kindOf(voter))).map(({ id }) => id)
}

function canDecide(voter: Voter, missing: readonly Voter[], outcome: OutcomeOf): boolean {
  const others = missing.filter(({ id }) => id !== voter.id)
  // Of too many to try, each may matter.
  if (others.reduce((product, other) => product * waysOf(other).length, 1) > TRIED) return true
  return everyWay(others).some((choices) => {
    const outcomes = waysOf(voter).map((choice) => outcome(new Map([...choices, [voter.id, choice]])))
    return new Set(outcomes).size > 1
  })
}

/** Every way the ballots of some voters may fall. */
function everyWay(voters: readonly Voter[]): readonly (readonly (readonly [string, Choice | null])[])[] {
  return voters.reduce<readonly (readonly (readonly [string, Choice | null])[])[]>(
    (found, voter) =>
      found.flatMap((one) => waysOf(voter).map((choice) => [...one, [voter.id, choice] as const])),
    [[]],
  )
}
