import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules, voteOf } from './fixtures.ts'
import { forecastOf } from './forecast.ts'
import type { OrganRule, ResolutionRule, Threshold } from './rulebook.ts'
import {
  neededOf,
  verdictOf,
  type Choice,
  type Outcome,
  type Standing,
  type Vote,
  type Voter,
} from './verdict.ts'

/**
 * The oracle: the clauses read a second time, one voter after the other with four running sums, and shares compared by
 * multiplying crosswise, without a smallest number. It shares no line with `verdictOf`.
 */
function oracle(organ: OrganRule, resolution: ResolutionRule, vote: Vote): Outcome {
  const nothing = () => ({ VOTERS: 0n, VOTES: 0n })
  const sums = {
    quorumBase: nothing(),
    there: nothing(),
    all: nothing(),
    taking: nothing(),
    yes: nothing(),
    no: nothing(),
  }
  const add = (to: keyof typeof sums, votes: number) => {
    sums[to].VOTERS += 1n
    sums[to].VOTES += BigInt(votes)
  }
  const byId = new Map(vote.voters.map((voter) => [voter.id, voter]))
  const barred = (voter: Voter) =>
    voter.suspended || (organ.conflict.excludes !== 'NOBODY' && voter.conflicted)

  for (const voter of vote.voters) {
    if (voter.votes === 0) continue
    if (voter.suspended && !organ.suspension.countedInBase) continue
    const interested = voter.conflicted && organ.conflict.excludes !== 'NOBODY'
    const inQuorum = !interested || organ.conflict.excludes === 'FROM_MAJORITY'
    if (inQuorum) add('quorumBase', voter.votes)
    if (!interested) add('all', voter.votes)

    let here = false
    let countsForQuorum = true
    if (voter.standing === 'ON_SITE') here = true
    if (voter.standing === 'ONLINE') {
      here = true
      countsForQuorum = organ.counted.online
    }
    if (voter.standing === 'WRITTEN') {
      here = organ.written.allowed && voter.choice !== null
      countsForQuorum = organ.counted.written
    }
    if (voter.standing === 'PROXY' && organ.proxy.allowed) {
      const agent = voter.proxyHolderId ?? vote.chairId
      const person = agent === null ? undefined : byId.get(agent)
      if (person === undefined) here = voter.proxyHolderId === null
      else here = person !== voter && ['ON_SITE', 'ONLINE'].includes(person.standing) && !barred(person)
      countsForQuorum = organ.counted.proxy
    }
    if (!here || voter.suspended) continue
    if (inQuorum && countsForQuorum) add('there', voter.votes)
    if (interested) continue
    if (organ.chair.votes === 'TIE_ONLY' && vote.chairId === voter.id) continue
    add('taking', voter.votes)
    if (voter.choice === 'FOR') add('yes', voter.votes)
    if (voter.choice === 'AGAINST') add('no', voter.votes)
  }

  const reached = ({ unit, share, reach }: Threshold, have: bigint, of: bigint) => {
    const left = have * BigInt(share.denominator)
    const right = of * BigInt(share.numerator)
    if (have === 0n) return false
    return unit !== undefined && (reach === 'MORE_THAN' ? left > right : left >= right)
  }
  const quorum = resolution.quorum === null ? organ.quorum : resolution.quorum
  for (const one of quorum)
    if (!reached(one, sums.there[one.unit], sums.quorumBase[one.unit])) return 'NO_QUORUM'
  let carried = true
  for (const one of resolution.majority) {
    const base = {
      ALL: sums.all[one.unit],
      PRESENT: sums.taking[one.unit],
      CAST: sums.yes[one.unit] + sums.no[one.unit],
    }[one.base]
    if (!reached(one, sums.yes[one.unit], base)) carried = false
  }
  if (carried) return 'CARRIED'
  const unit = resolution.majority[0]?.unit ?? 'VOTES'
  const level = sums.yes[unit] === sums.no[unit] && sums.yes[unit] > 0n
  const chair = vote.chairId === null ? undefined : byId.get(vote.chairId)
  const chairIsHere =
    chair === undefined || (['ON_SITE', 'ONLINE', 'WRITTEN'].includes(chair.standing) && !barred(chair))
  if (!level || !resolution.tieGoesToChair || !organ.chair.settlesTies || !chairIsHere) return 'REJECTED'
  if (vote.chairDecision === 'FOR') return 'CARRIED'
  return vote.chairDecision === 'AGAINST' ? 'REJECTED' : 'TIED'
}

const CHOICES: readonly (Choice | null)[] = ['FOR', 'AGAINST', 'ABSTAIN', null]

/** Calls back with every way the voters may choose; the vote is changed in place, because there are many. */
function everyBallot(
  vote: Vote,
  visit: (vote: Vote) => void,
  free = vote.voters.map((_, index) => index),
): number {
  const voters = vote.voters.map((voter) => ({ ...voter }))
  const moving = { ...vote, voters }
  const ways = CHOICES.length ** free.length
  for (let way = 0; way < ways; way++) {
    let rest = way
    for (const index of free) {
      const voter = voters[index]
      if (voter) voter.choice = CHOICES[rest % CHOICES.length] ?? null
      rest = Math.floor(rest / CHOICES.length)
    }
    visit(moving)
  }
  return ways
}

/** Rolls of up to seven, each with what makes a difference: representation, interests, weights, suspension, leaving. */
const rolls: readonly (readonly [roll: string, chairId: string | null])[] = [
  ['', null],
  ['場', '1'],
  ['2場', '1'],
  ['場/2 場利 書', null],
  ['場 委 書 欠', '1'],
  ['場利 委 書 場 線', '1'],
  ['2場 委1 委2 退 書', '2'],
  ['7場', '1'],
  ['場/3 場/2 2場 線 書 欠', '1'],
  ['3場 2書 委 場停', '1'],
  ['2場 場利 委3 委1 書利 場', '2'],
  ['場/4 場/0 2委2 書/2 線停 場', null],
]

describe('every ballot of every roll agrees with the oracle', () => {
  it.each(Object.entries(rules))('%s', (_name, { organ, resolution }) => {
    const disagreements: unknown[] = []
    for (const [roll, chairId] of rolls) {
      everyBallot(voteOf(roll, chairId), (vote) => {
        const agree = (chairDecision: Vote['chairDecision']) => {
          const one = { ...vote, chairDecision }
          const expected = oracle(organ, resolution, one)
          const found = verdictOf(organ, resolution, one).outcome
          if (found !== expected) disagreements.push({ found, expected, vote: structuredClone(one) })
          return expected
        }
        if (agree(null) === 'TIED') {
          agree('FOR')
          agree('AGAINST')
        }
      })
    }
    expect(disagreements).toEqual([])
  })
})

describe('every way three voters can take part', () => {
  const STANDINGS: readonly Standing[] = ['ON_SITE', 'ONLINE', 'PROXY', 'WRITTEN', 'LEFT', 'ABSENT']
  const states = STANDINGS.flatMap((standing) =>
    ['', '利', '停'].map((mark) => ({ standing, conflicted: mark === '利', suspended: mark === '停' })),
  )

  // One rule of each sort: what they share is shared code.
  it.each(['通常', '特別', '投票数', '議長裁決'] as const)(
    '%s',
    (name) => {
      const { organ, resolution } = rules[name]
      const disagreements: unknown[] = []
      for (const first of states) {
        for (const second of states) {
          for (const third of states) {
            const voters = [first, second, third].map((state, index) => ({
              ...state,
              id: String(index + 1),
              votes: index + 1,
              proxyHolderId: index === 2 ? '1' : null,
              choice: null,
            }))
            everyBallot(
              { voters, chairId: '2', chairDecision: null },
              (vote) => {
                const found = verdictOf(organ, resolution, vote).outcome
                const expected = oracle(organ, resolution, vote)
                if (found !== expected) disagreements.push({ found, expected, vote: structuredClone(vote) })
              },
              [0, 1, 2],
            )
          }
        }
      }
      expect(disagreements).toEqual([])
    },
    120_000,
  )
})

describe('looking ahead agrees with trying every completion', () => {
  /** Open votes: what is missing is everything without a ballot. */
  const open = [
    ...rolls,
    ['3場○ 2場× 2場', '1'],
    ['3場○ 場× 3書', '1'],
    ['2場○ 2場× 3場△', '1'],
    ['場○/3 場×/2 場 場/2 書/3 委 場', '1'],
    ['場○/5 場 場/2 書', null],
    ['2場○ 書○ 4書', null],
    ['3場× 委1 2書 場', '1'],
  ] as const

  it.each(Object.entries(rules))(
    '%s',
    (_name, { organ, resolution }) => {
      for (const [roll, chairId] of open) {
        const vote = voteOf(roll, chairId)
        const forecast = forecastOf(organ, resolution, vote)
        const free = vote.voters.flatMap(({ choice }, index) => (choice === null ? [index] : []))
        const outcomes: Outcome[] = []
        everyBallot(vote, (one) => outcomes.push(oracle(organ, resolution, one)), free)
        const seen = new Set(outcomes)
        const canCarry = seen.has('CARRIED') || seen.has('TIED')
        const canFail = [...seen].some((outcome) => outcome !== 'CARRIED')
        const settled = canCarry && canFail ? null : canCarry ? 'CARRIED' : 'FAILED'
        // `everyBallot` counts in fours: a voter decides where the outcome differs from the one its first choice gives.
        const decisive = free
          .filter((_, place) => {
            const step = CHOICES.length ** place
            return outcomes.some(
              (outcome, way) => outcome !== outcomes[way - (Math.floor(way / step) % CHOICES.length) * step],
            )
          })
          .map((index) => vote.voters[index]?.id)
        expect({ roll, settled: forecast.settled, decisive: forecast.decisiveIds }).toEqual({
          roll,
          settled,
          decisive: settled ? [] : decisive,
        })
        expect(forecast.now).toBe(oracle(organ, resolution, vote))
      }
    },
    120_000,
  )

  it('a ballot in writing that can no longer come is not waited for', () => {
    const { organ, resolution } = rules.通常
    const vote = voteOf('3場○ 3書')
    expect(forecastOf(organ, resolution, vote)).toMatchObject({ settled: null, missingIds: ['4', '5', '6'] })
    expect(forecastOf(organ, resolution, vote, () => false)).toMatchObject({
      now: 'NO_QUORUM',
      settled: 'FAILED',
      missingIds: [],
    })
  })

  it('of very many unequal voters each may matter', () => {
    const { organ, resolution } = rules.普通
    const vote = voteOf(Array.from({ length: 19 }, (_, n) => `場/${n + 1}`).join(' '))
    expect(forecastOf(organ, resolution, vote).decisiveIds).toHaveLength(19)
  })
})

describe('what holds of every vote', () => {
  const voter = (index: number) =>
    fc.record<Voter>({
      id: fc.constant(String(index + 1)),
      votes: fc.constantFrom(0, 1, 1, 1, 2, 5),
      standing: fc.constantFrom('ON_SITE', 'ON_SITE', 'ONLINE', 'PROXY', 'WRITTEN', 'LEFT', 'ABSENT'),
      proxyHolderId: fc.constantFrom(null, '1', '2'),
      conflicted: fc.boolean().map((first) => first && index % 3 === 0),
      suspended: fc.boolean().map((first) => first && index % 4 === 0),
      choice: fc.constantFrom(...CHOICES),
    })
  const votes = fc.integer({ min: 1, max: 24 }).chain((size) =>
    fc.record<Vote>({
      voters: fc.tuple(...Array.from({ length: size }, (_, index) => voter(index))),
      chairId: fc.constantFrom(null, '1', '3'),
      chairDecision: fc.constantFrom(null, 'FOR', 'AGAINST'),
    }),
  )
  const ruled = fc.constantFrom(...Object.values(rules))
  const good: Readonly<Record<Outcome, number>> = { NO_QUORUM: 0, REJECTED: 0, TIED: 1, CARRIED: 2 }

  it('the oracle and the verdict agree', () => {
    fc.assert(
      fc.property(ruled, votes, ({ organ, resolution }, vote) => {
        expect(verdictOf(organ, resolution, vote).outcome).toBe(oracle(organ, resolution, vote))
      }),
      { numRuns: 2_000 },
    )
  })

  it('a vote for it never hurts, outside a tie that the chair has settled', () => {
    fc.assert(
      fc.property(ruled, votes, fc.nat(23), ({ organ, resolution }, vote, at) => {
        const undecided = { ...vote, chairDecision: null }
        const changed = {
          ...undecided,
          voters: vote.voters.map((one, index) =>
            index === at % vote.voters.length ? { ...one, choice: 'FOR' as const } : one,
          ),
        }
        const before = verdictOf(organ, resolution, undecided).outcome
        const after = verdictOf(organ, resolution, changed).outcome
        fc.pre(before !== 'TIED')
        expect(good[after]).toBeGreaterThanOrEqual(good[before])
      }),
      { numRuns: 2_000 },
    )
  })

  it('the order of the voters is irrelevant', () => {
    fc.assert(
      fc.property(ruled, votes, fc.nat(23), ({ organ, resolution }, vote, turn) => {
        const voters = [...vote.voters.slice(turn), ...vote.voters.slice(0, turn)].toReversed()
        const { outcome, for: inFavour, quorum, majority } = verdictOf(organ, resolution, vote)
        expect(verdictOf(organ, resolution, { ...vote, voters })).toMatchObject({
          outcome,
          for: inFavour,
          quorum,
          majority,
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('the needed number is the smallest that reaches the share', () => {
    const share = fc
      .record({ numerator: fc.integer({ min: 1, max: 40 }), denominator: fc.integer({ min: 1, max: 40 }) })
      .filter(({ numerator, denominator }) => numerator <= denominator)
    fc.assert(
      fc.property(share, fc.constantFrom('MORE_THAN', 'AT_LEAST'), fc.nat(5_000), (of, reach, total) => {
        const needed = BigInt(neededOf({ share: of, reach }, total))
        const reaches = (have: bigint) => {
          const gap = have * BigInt(of.denominator) - BigInt(total) * BigInt(of.numerator)
          return reach === 'MORE_THAN' ? gap > 0n : gap >= 0n
        }
        expect(reaches(needed)).toBe(true)
        expect(needed === 1n || !reaches(needed - 1n)).toBe(true)
      }),
    )
  })
})
