import { describe, expect, it } from 'vitest'
import { rollOf, rules } from './fixtures.ts'
import type { Measured, Outcome, Vote } from './verdict.ts'
import { neededOf, verdictOf } from './verdict.ts'

/** What is the case | the rule | the roll (see `rollOf`) | outcome | quorum, have/needed | majority, have/needed. */
type Case = readonly [
  what: string,
  rule: keyof typeof rules,
  roll: string,
  outcome: Outcome,
  quorum: string,
  majority: string,
  extra?: Partial<Pick<Vote, 'chairId' | 'chairDecision'>>,
]

const cases: Readonly<Record<string, readonly Case[]>> = {
  'quorum: more than half of the members (会則14条1項)': [
    ['10 of 19 are there', '通常', '10場○ 9欠', 'CARRIED', '10/10', '10/6'],
    ['9 of 19 are not enough, however they vote', '通常', '9場○ 10欠', 'NO_QUORUM', '9/10', '9/5'],
    ['half of 18 is not more than half', '通常', '9場○ 9欠', 'NO_QUORUM', '9/10', '9/5'],
    ['10 of 18', '通常', '10場○ 8欠', 'CARRIED', '10/10', '10/6'],
    ['lost because one leaves before the vote', '通常', '9場○ 退○ 9欠', 'NO_QUORUM', '9/10', '9/5'],
    ['kept although one leaves', '通常', '10場○ 退× 8欠', 'CARRIED', '10/10', '10/6'],
    ['online is there like on site', '通常', '4場○ 6線○ 9欠', 'CARRIED', '10/10', '10/6'],
    ['a network of one', '通常', '場○', 'CARRIED', '1/1', '1/1'],
    ['nobody on the roll', '通常', '', 'NO_QUORUM', '0/1', '0/1'],
    ['nobody there', '通常', '19欠', 'NO_QUORUM', '0/10', '0/1'],
    ['there, but nobody votes', '通常', '12場 7欠', 'REJECTED', '12/10', '0/7'],
    ['a committee', '部会', '3場○ 2欠', 'CARRIED', '3/3', '3/2'],
  ],
  'quorum: what counts besides those on site': [
    ['proxies to the chair count', '通常', '4場○ 6委○ 9欠', 'CARRIED', '10/10', '10/6', { chairId: '1' }],
    [
      '… but not where the rules say so',
      '議長裁決',
      '4場○ 6委○ 9欠',
      'NO_QUORUM',
      '4/10',
      '9/5',
      { chairId: '1' },
    ],
    [
      'online does not count there either',
      '議長裁決',
      '6場○ 6線○ 7欠',
      'NO_QUORUM',
      '6/10',
      '11/6',
      { chairId: '1' },
    ],
    ['votes in writing count once exercised', '通常', '4場○ 6書○ 9欠', 'CARRIED', '10/10', '10/6'],
    ['a form that was not sent in counts for nothing', '通常', '9場○ 書 9欠', 'NO_QUORUM', '9/10', '9/5'],
    [
      'in writing not counted towards the quorum, but in the vote',
      '投票数',
      '7場○ 8書× 4欠',
      'REJECTED',
      '7/7',
      '7/8',
    ],
    ['… and then too few are there', '投票数', '6場○ 8書○ 5欠', 'NO_QUORUM', '6/7', '14/8'],
    ['abstaining in writing is exercising', '通常', '6場○ 4書△ 9欠', 'CARRIED', '10/10', '6/6'],
  ],
  proxies: [
    ['the holder left', '通常', '9場○ 退 委10○ 8欠', 'NO_QUORUM', '9/10', '9/5'],
    ['the holder came', '通常', '9場○ 場○ 委10○ 8欠', 'CARRIED', '11/10', '11/6'],
    ['the holder is online', '通常', '9場○ 線○ 委10× 8欠', 'CARRIED', '11/10', '10/6'],
    ['the holder has an interest of its own', '通常', '9場○ 場○利 委10○ 8欠', 'NO_QUORUM', '9/10', '9/5'],
    ['the holder is suspended', '通常', '9場○ 場○停 委10○ 8欠', 'NO_QUORUM', '9/10', '9/5'],
    [
      'the holder voted in writing and is not there',
      '通常',
      '9場○ 書○ 委10○ 8欠',
      'CARRIED',
      '10/10',
      '10/6',
    ],
    ['the holder gave its own away', '通常', '9場○ 委1○ 委10○ 8欠', 'CARRIED', '10/10', '10/6'],
    ['to itself', '通常', '9場○ 委10○ 9欠', 'NO_QUORUM', '9/10', '9/5'],
    ['to somebody who is not on the roll', '通常', '9場○ 委99○ 9欠', 'NO_QUORUM', '9/10', '9/5'],
    ['to the chair from outside', '通常', '9場○ 委○ 9欠', 'CARRIED', '10/10', '10/6'],
    [
      'to the chair, who has an interest',
      '通常',
      '場利 8場○ 2委○ 8欠',
      'NO_QUORUM',
      '8/10',
      '8/5',
      { chairId: '1' },
    ],
    ['to a member without a vote, who is there', '通常', '9場○ 場/0 委10○ 9欠', 'CARRIED', '10/10', '10/6'],
    [
      'who is represented has the interest, not the holder',
      '通常',
      '9場○ 委1○利 9欠',
      'NO_QUORUM',
      '9/10',
      '9/5',
    ],
    ['the board knows none', '役員会', '3場○ 委1○ 3欠', 'NO_QUORUM', '3/4', '3/2'],
    [
      '95条1項: neither does the board of a corporation',
      '理事会',
      '3場○ 委1○ 2欠',
      'NO_QUORUM',
      '3/4',
      '3/2',
    ],
  ],
  'majority: of those present, abstentions weigh against': [
    ['6 of 11', '通常', '6場○ 5場× 8欠', 'CARRIED', '11/10', '6/6'],
    ['6 of 12 is no majority and no tie', '通常', '6場○ 5場× 場△ 7欠', 'REJECTED', '12/10', '6/7'],
    ['silence is like abstaining', '通常', '6場○ 5場× 場 7欠', 'REJECTED', '12/10', '6/7'],
    ['all against', '通常', '10場× 9欠', 'REJECTED', '10/10', '0/6'],
    ['all abstain', '通常', '10場△ 9欠', 'REJECTED', '10/10', '0/6'],
    ['a vote in writing against', '通常', '6場○ 5書× 8欠', 'CARRIED', '11/10', '6/6'],
  ],
  'majority: of the votes cast, abstentions do not count': [
    ['6 of 11 cast, 5 abstain', '投票数', '6場○ 5場× 5場△ 3欠', 'CARRIED', '16/7', '6/6'],
    ['1 of 1 cast', '投票数', '場○ 18場△', 'CARRIED', '19/7', '1/1'],
    ['all abstain: nothing is reached', '投票数', '19場△', 'REJECTED', '19/7', '0/1'],
    ['5 of 11 cast', '投票数', '5場○ 6場× 8場', 'REJECTED', '19/7', '5/6'],
  ],
  'ties and the chair': [
    ['open until the chair speaks', '通常', '5場○ 5場× 9欠', 'TIED', '10/10', '5/6', { chairId: '1' }],
    [
      'the chair is for it',
      '通常',
      '5場○ 5場× 9欠',
      'CARRIED',
      '10/10',
      '5/6',
      { chairId: '1', chairDecision: 'FOR' },
    ],
    [
      'the chair is against it',
      '通常',
      '5場○ 5場× 9欠',
      'REJECTED',
      '10/10',
      '5/6',
      { chairId: '1', chairDecision: 'AGAINST' },
    ],
    ['a chair from outside', '通常', '5場○ 5場× 9欠', 'TIED', '10/10', '5/6'],
    ['abstentions beside a tie', '通常', '5場○ 5場× 2場△ 7欠', 'TIED', '12/10', '5/7'],
    [
      'a chair with an interest settles nothing',
      '通常',
      '場利 5場○ 5場× 8欠',
      'REJECTED',
      '10/10',
      '5/6',
      { chairId: '1', chairDecision: 'FOR' },
    ],
    [
      'a chair who left settles nothing',
      '通常',
      '退 5場○ 5場× 8欠',
      'REJECTED',
      '10/10',
      '5/6',
      { chairId: '1', chairDecision: 'FOR' },
    ],
    [
      'no tie without a quorum',
      '通常',
      '4場○ 4場× 11欠',
      'NO_QUORUM',
      '8/10',
      '4/5',
      { chairDecision: 'FOR' },
    ],
    [
      'what the chair says without a tie is nothing',
      '通常',
      '4場○ 6場× 9欠',
      'REJECTED',
      '10/10',
      '4/6',
      { chairDecision: 'FOR' },
    ],
    ['none for an amendment', '改正', '7場○ 7場× 5欠', 'REJECTED', '14/13', '7/10', { chairDecision: 'FOR' }],
    ['49条1項 knows none', '普通', '5場○ 5場× 9欠', 'REJECTED', '10/10', '5/6', { chairDecision: 'FOR' }],
    ['votes are tied, not heads', '通常', '場○/3 3場×', 'TIED', '4/3', '3/4'],
    ['the board counts heads', '役員会', '場○/3 3場×', 'REJECTED', '4/3', '1/3'],
    [
      'a chair who votes only in a tie counts for the quorum alone',
      '議長裁決',
      '場× 10場○ 8欠',
      'CARRIED',
      '11/10',
      '10/6',
      { chairId: '1' },
    ],
    [
      '… and its ballot does not count',
      '議長裁決',
      '場○ 5場○ 5場× 8欠',
      'TIED',
      '11/10',
      '5/6',
      { chairId: '1' },
    ],
    [
      '… until it settles the tie',
      '議長裁決',
      '場 5場○ 5場× 8欠',
      'CARRIED',
      '11/10',
      '5/6',
      { chairId: '1', chairDecision: 'FOR' },
    ],
    [
      'nobody for and nobody against is no tie',
      '通常',
      '10場△ 9欠',
      'REJECTED',
      '10/10',
      '0/6',
      { chairDecision: 'FOR' },
    ],
  ],
  'special interest (特別の利害関係)': [
    ['out of both counts', '通常', '7場○ 2場×利 7欠', 'NO_QUORUM', '7/8', '7/4'],
    ['the quorum is taken of those who are left', '通常', '9場○ 2場×利 8欠', 'CARRIED', '9/9', '9/5'],
    ['its vote does not count', '通常', '5場○ 5場× 場○利 8欠', 'TIED', '10/10', '5/6'],
    ['everybody has one', '通常', '19場○利', 'NO_QUORUM', '0/1', '0/1'],
    ['95条2項: a director out of both', '理事会', '2場○ 場×利 場○利 2欠', 'NO_QUORUM', '2/3', '2/2'],
    ['95条2項: 3 of the 4 who may take part', '理事会', '3場○ 2場×利 欠', 'CARRIED', '3/3', '3/2'],
    [
      'out of the majority alone: still there for the quorum',
      '投票数',
      '3場○ 2場× 2場×利 12欠',
      'CARRIED',
      '7/7',
      '3/3',
    ],
    [
      '49条: no exclusion among the members of a corporation',
      '普通',
      '5場○ 5場×利 場○利 8欠',
      'CARRIED',
      '11/10',
      '6/6',
    ],
    ['who is absent and excluded leaves the base', '通常', '9場○ 2欠利 8欠', 'CARRIED', '9/9', '9/5'],
  ],
  'weighted votes (48条)': [
    ['49条1項: the quorum is one of votes', '普通', '場○/10 9欠', 'CARRIED', '10/10', '10/6'],
    ['… not of heads', '普通', '10場○ 欠/12', 'NO_QUORUM', '10/12', '10/6'],
    ['the majority is one of votes', '普通', '場○/6 5場× 欠', 'CARRIED', '11/7', '6/6'],
    ['exactly half of the votes present', '普通', '場○/5 5場×', 'REJECTED', '10/6', '5/6'],
    ['two majorities at once: heads lost', '二重', '場○/6 5場×', 'REJECTED', '', '1/4 6/6'],
    ['two majorities at once: both', '二重', '3場○ 2場○/2 3場×', 'CARRIED', '', '5/5 7/6'],
    ['two majorities at once: votes lost', '二重', '4場○ 3場×/2', 'REJECTED', '', '4/4 4/6'],
  ],
  'amendments and special resolutions': [
    ['two thirds of 15 present', '改正', '10場○ 5場× 4欠', 'CARRIED', '15/13', '10/10'],
    ['one too few', '改正', '9場○ 6場× 4欠', 'REJECTED', '15/13', '9/10'],
    ['two thirds of 19 are 13, not 12', '改正', '12場○ 7欠', 'NO_QUORUM', '12/13', '12/8'],
    ['two thirds of 18 are exactly 12', '改正', '12場○ 6欠', 'CARRIED', '12/12', '12/8'],
    ['two thirds of 13, rounded up', '改正', '9場○ 4場× 6欠', 'CARRIED', '13/13', '9/9'],
    ['dissolution: of all members', '解散', '13場○ 6欠', 'CARRIED', '13/13', '13/13'],
    ['… an absent one weighs against', '解散', '12場○ 5場× 2欠', 'REJECTED', '17/13', '12/13'],
    [
      '49条2項: half of all members and two thirds of all votes',
      '特別',
      '6場○/2 6場×',
      'CARRIED',
      '',
      '6/6 12/12',
    ],
    ['49条2項: half of the heads is enough', '特別', '2場○/4 2場×', 'CARRIED', '', '2/2 8/7'],
    ['49条2項: votes enough, heads too few', '特別', '場○/9 3場×', 'REJECTED', '', '1/2 9/8'],
    ['49条2項: heads enough, votes too few', '特別', '3場○ 2場×/2', 'REJECTED', '', '3/3 3/5'],
    ['49条2項: absent members stand in both bases', '特別', '12場○ 7欠', 'REJECTED', '', '12/10 12/13'],
    ['49条2項: 13 of 19', '特別', '13場○ 6欠', 'CARRIED', '', '13/10 13/13'],
    ['51条: in writing counts', '特別', '7場○ 6書○ 6欠', 'CARRIED', '', '13/10 13/13'],
  ],
  'suspended members': [
    ['out of the base', '通常', '9場○ 8欠 2欠停', 'CARRIED', '9/9', '9/5'],
    ['in the base', '投票数', '6場○ 12欠 欠停', 'NO_QUORUM', '6/7', '6/4'],
    ['never votes, though it is there', '通常', '5場○ 5場× 場○停 8欠', 'TIED', '10/10', '5/6'],
    ['does not count towards the quorum either', '通常', '9場○ 場○停 9欠', 'NO_QUORUM', '9/10', '9/5'],
    ['49条2項: stands in all votes', '特別', '12場○ 7欠停', 'REJECTED', '', '12/10 12/13'],
    ['its proxy is worth nothing', '通常', '9場○ 委1○停 9欠', 'NO_QUORUM', '9/10', '9/5'],
  ],
  'members without a vote': [
    ['stand in no base', '通常', '9場○ 8欠 10欠/0', 'CARRIED', '9/9', '9/5'],
    ['count for no quorum', '通常', '9場○ 10欠 5場○/0', 'NO_QUORUM', '9/10', '9/5'],
    ['only such members', '通常', '5場○/0', 'NO_QUORUM', '0/1', '0/1'],
  ],
  'no vote in writing where it is not allowed': [
    ['95条: a director’s letter', '理事会', '3場○ 2書○ 欠', 'NO_QUORUM', '3/4', '3/2'],
    ['95条: more than half of those there', '理事会', '3場○ 2場× 欠', 'CARRIED', '5/4', '3/3'],
    ['95条: online is there', '理事会', '2場○ 2線○ 2欠', 'CARRIED', '4/4', '4/3'],
    ['評議会: as its 定款 says', '評議会', '2場○ 書○', 'CARRIED', '2/2', '2/2'],
  ],
}

const shown = (measured: readonly Measured[]) =>
  measured.map(({ have, needed }) => `${have}/${needed}`).join(' ')

describe.each(Object.entries(cases))('%s', (_title, rows) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_what, row) => {
    const [, rule, roll, outcome, quorum, majority, extra] = row
    const { organ, resolution } = rules[rule]
    const vote: Vote = { voters: rollOf(roll), chairId: null, chairDecision: null, ...extra }
    const verdict = verdictOf(organ, resolution, vote)
    expect({
      outcome: verdict.outcome,
      quorum: shown(verdict.quorum),
      majority: shown(verdict.majority),
    }).toEqual({ outcome, quorum, majority })
  })
})

it('the table has at least 60 cases', () => {
  expect(Object.values(cases).flat().length).toBeGreaterThanOrEqual(60)
})

it('a verdict says who was left out, who is silent and how much was missing', () => {
  const verdict = verdictOf(rules.通常.organ, rules.通常.resolution, {
    voters: rollOf('4場○ 2場× 場△ 場 場×利 欠停 2欠'),
    chairId: null,
    chairDecision: null,
  })
  expect(verdict).toMatchObject({
    outcome: 'REJECTED',
    entitled: { voters: 10, votes: 10 },
    conflictedIds: ['9'],
    suspendedIds: ['10'],
    present: { voters: 8, votes: 8 },
    takingPart: { voters: 8, votes: 8 },
    for: { voters: 4, votes: 4 },
    against: { voters: 2, votes: 2 },
    abstaining: { voters: 1, votes: 1 },
    silent: { voters: 1, votes: 1 },
    silentIds: ['8'],
    quorum: [{ total: 10, needed: 6, have: 8, met: true, spare: 2 }],
    majority: [{ total: 8, needed: 5, have: 4, met: false, spare: -1 }],
  })
})

describe('the smallest number that reaches a share', () => {
  it.each([
    ['MORE_THAN', 1, 2, 19, 10],
    ['MORE_THAN', 1, 2, 18, 10],
    ['MORE_THAN', 1, 2, 0, 1],
    ['AT_LEAST', 1, 2, 18, 9],
    ['AT_LEAST', 1, 2, 19, 10],
    ['AT_LEAST', 2, 3, 19, 13],
    ['AT_LEAST', 2, 3, 18, 12],
    ['AT_LEAST', 1, 1, 7, 7],
    ['AT_LEAST', 2, 3, 0, 1],
  ] as const)('%s %d/%d of %d: %d', (reach, numerator, denominator, total, needed) => {
    expect(neededOf({ reach, share: { numerator, denominator } }, total)).toBe(needed)
  })
})
