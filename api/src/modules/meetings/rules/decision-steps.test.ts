import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  organRule,
  promotionCorporationRulebook,
  resolutionRule,
  verdictOf,
  voluntaryRulebook,
  type Choice,
  type OrganRule,
  type ResolutionRule,
  type Rulebook,
  type Standing,
} from '../../rulebooks/public.ts'
import { marginsOf, stepsOf } from './decision-steps.ts'
import type { KeptVote, KeptVoter } from './kept-vote.ts'

interface Line {
  readonly standing?: Standing
  readonly choice?: Choice | null
  readonly conflicted?: boolean
  readonly suspended?: boolean
  readonly votes?: number
}

const voter = (line: Line, n: number): KeptVoter => ({
  id: `v${n}`,
  name: `見本${n}会`,
  corporationId: null,
  position: n + 1,
  votes: 1,
  standing: 'ON_SITE',
  proxyHolderId: null,
  conflicted: false,
  suspended: false,
  choice: null,
  reason: null,
  channel: null,
  exclusionReason: null,
  ...line,
})

const many = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line)

const voteOf = (lines: readonly Line[], chairDecision: KeptVote['chairDecision'] = null): KeptVote => ({
  form: 'ASSEMBLY',
  voters: lines.map(voter),
  chairId: 'v0',
  chairDecision,
  auditorObjected: false,
})

function ruleOf(code: string, rulebook: Rulebook = voluntaryRulebook): [OrganRule, ResolutionRule] {
  const organ = organRule(rulebook, 'GENERAL_MEETING')
  const resolution = organ && resolutionRule(organ, code)
  if (!organ || !resolution) throw new Error(`no rule ${code}`)
  return [organ, resolution]
}

function explained(
  lines: readonly Line[],
  code = 'ORDINARY',
  chairDecision: KeptVote['chairDecision'] = null,
) {
  const [organ, resolution] = ruleOf(code)
  const vote = voteOf(lines, chairDecision)
  const verdict = verdictOf(organ, resolution, vote)
  return { verdict, steps: stepsOf(organ, resolution, vote, verdict), margins: marginsOf(verdict) }
}

/** 19 members decide on a contract with one of them: the decision drawn in the design. */
const bus = [
  ...many(8, { choice: 'FOR' }),
  ...many(1, { choice: 'AGAINST' }),
  ...many(1, { standing: 'ONLINE', choice: 'FOR' }),
  ...many(1, { standing: 'ONLINE', choice: 'AGAINST' }),
  ...many(2, { standing: 'PROXY', choice: 'FOR' }),
  ...many(1, { standing: 'WRITTEN', choice: 'AGAINST' }),
  ...many(1, { standing: 'WRITTEN', choice: 'ABSTAIN' }),
  ...many(1, { conflicted: true }),
  ...many(1, { standing: 'LEFT' }),
  ...many(2, { standing: 'ABSENT' }),
]

describe('the four steps of a decision', () => {
  it('are those of the design for its contract', () => {
    const { verdict, steps, margins } = explained(bus)
    expect(verdict.outcome).toBe('CARRIED')
    expect(steps.map(({ code, state, clauses }) => [code, state, clauses])).toEqual([
      ['ENTITLED', 'CHECKED', ['会則第16条']],
      ['QUORUM', 'MET', ['会則第14条1項', '会則第14条2項']],
      ['MAJORITY', 'MET', ['会則第15条1項']],
      ['TIE', 'NOT_USED', ['会則第15条3項']],
    ])
    expect(steps[1]?.measures).toMatchObject([{ total: 18, needed: 10, have: 15, spare: 5 }])
    expect(steps[2]?.measures).toMatchObject([{ total: 15, needed: 8, have: 11, spare: 3 }])
    expect(margins).toEqual([
      { kind: 'FEWER_FOR', unit: 'VOTES', count: 4, from: 11, to: 7 },
      { kind: 'FEWER_PRESENT', unit: 'VOTERS', count: 6, from: 15, to: 9 },
    ])
  })

  it.each<[string, Line[], string, string[], object[]]>([
    [
      'no quorum: it does not come to the rest',
      [...many(4, { choice: 'FOR' }), ...many(6, { standing: 'ABSENT' })],
      'ORDINARY',
      ['CHECKED', 'NOT_MET', 'MET', 'NOT_USED'],
      [{ kind: 'MORE_PRESENT', count: 2, from: 4, to: 6 }],
    ],
    [
      'rejected by one vote',
      [...many(5, { choice: 'FOR' }), ...many(6, { choice: 'AGAINST' })],
      'ORDINARY',
      ['CHECKED', 'MET', 'NOT_MET', 'NOT_USED'],
      [{ kind: 'MORE_FOR', count: 1, from: 5, to: 6 }],
    ],
    [
      'an amendment short of two thirds',
      [...many(7, { choice: 'FOR' }), ...many(5, { choice: 'AGAINST' })],
      'AMENDMENT',
      ['CHECKED', 'MET', 'NOT_MET', 'NOT_USED'],
      [{ kind: 'MORE_FOR', count: 1, from: 7, to: 8 }],
    ],
  ])('%s', (_title, lines, code, states, margins) => {
    const { steps, margins: found } = explained(lines, code)
    expect(steps.map(({ state }) => state)).toEqual(states)
    expect(found).toMatchObject(margins)
  })

  it('say that the chair settled a tie', () => {
    const tied = [...many(4, { choice: 'FOR' as const }), ...many(4, { choice: 'AGAINST' as const })]
    const { verdict, steps, margins } = explained(tied, 'ORDINARY', 'FOR')
    expect(verdict.outcome).toBe('CARRIED')
    expect(steps.at(-1)?.state).toBe('USED')
    // It was carried by the chair, not by a majority that could have been smaller.
    expect(margins.map(({ kind }) => kind)).toEqual(['FEWER_PRESENT'])
  })

  it('show both thresholds of a special resolution', () => {
    const [organ, resolution] = ruleOf('SPECIAL', promotionCorporationRulebook)
    const vote = voteOf([...many(3, { choice: 'FOR' }), { votes: 3, choice: 'AGAINST' }])
    const verdict = verdictOf(organ, resolution, vote)
    expect(
      stepsOf(organ, resolution, vote, verdict)[2]?.measures.map(({ threshold }) => threshold.unit),
    ).toEqual(['VOTERS', 'VOTES'])
  })
})

const choices = fc.constantFrom<Choice | null>('FOR', 'AGAINST', 'ABSTAIN', null)
const standings = fc.constantFrom<Standing>('ON_SITE', 'ONLINE', 'WRITTEN', 'LEFT', 'ABSENT')
const rolls = fc.array(
  fc.record({ standing: standings, choice: choices, conflicted: fc.constantFrom(false, false, true) }),
  { minLength: 1, maxLength: 12 },
)

/** The vote with some ballots turned. */
const turned = (
  vote: KeptVote,
  count: number,
  from: (line: KeptVoter) => boolean,
  change: Partial<KeptVoter>,
) => {
  let left = count
  return {
    ...vote,
    voters: vote.voters.map((line) => (from(line) && left-- > 0 ? { ...line, ...change } : line)),
  }
}

describe('how little would have changed it', () => {
  const there = ({ standing, conflicted }: KeptVoter) =>
    !conflicted && ['ON_SITE', 'ONLINE', 'WRITTEN'].includes(standing)

  it('is exact: one less changes nothing, so many change the outcome', () => {
    fc.assert(
      fc.property(rolls, fc.constantFrom('ORDINARY', 'AMENDMENT', 'DISSOLUTION'), (lines, code) => {
        const [organ, resolution] = ruleOf(code)
        const vote = { ...voteOf(lines), chairId: null }
        const verdict = verdictOf(organ, resolution, vote)
        const outcome = (changed: KeptVote) => verdictOf(organ, resolution, changed).outcome
        const from = { FEWER_FOR: 'FOR', MORE_FOR: 'AGAINST' } as const
        const to = { FEWER_FOR: 'AGAINST', MORE_FOR: 'FOR' } as const
        const found = marginsOf(verdict).flatMap(({ kind, count }) => {
          if (kind !== 'FEWER_FOR' && kind !== 'MORE_FOR') return []
          const turns = (line: KeptVoter) => there(line) && line.choice === from[kind]
          // What the other side has not enough of cannot be tried out.
          if (vote.voters.filter(turns).length < count) return []
          const carried = (n: number) => outcome(turned(vote, n, turns, { choice: to[kind] })) === 'CARRIED'
          return [carried(count - 1) !== carried(count)]
        })
        expect(found).not.toContain(false)
      }),
      { numRuns: 400 },
    )
  })
})
