import { describe, expect, it } from 'vitest'
import { faultsOfRulebook } from './faults.ts'
import { promotionCorporationRulebook } from './promotion-corporation-rulebook.ts'
import type { OrganRule, ResolutionRule, Rulebook } from './rulebook.ts'
import { voluntaryRulebook } from './voluntary-rulebook.ts'

const organ = (over: Partial<OrganRule>): Rulebook => ({
  ...voluntaryRulebook,
  organs: voluntaryRulebook.organs.map((one, index) => (index === 0 ? { ...one, ...over } : one)),
})
const [general] = voluntaryRulebook.organs
const [ordinary] = general?.resolutions ?? []
const resolution = (over: Partial<ResolutionRule>): Rulebook =>
  organ({ resolutions: ordinary ? [{ ...ordinary, ...over }] : [] })
const majority = ordinary?.majority[0]
const all = (share: readonly [number, number], over: object = {}) =>
  majority ? [{ ...majority, share: { numerator: share[0], denominator: share[1] }, ...over }] : []

describe('rules that do not go together', () => {
  it.each<readonly [string, Rulebook, readonly string[]]>([
    ['the ready 会則', voluntaryRulebook, []],
    ['the ready statute', promotionCorporationRulebook, []],
    [
      'a class twice',
      { ...voluntaryRulebook, classes: [...voluntaryRulebook.classes, ...voluntaryRulebook.classes] },
      ['classes.2.code CODE_TWICE', 'classes.3.code CODE_TWICE'],
    ],
    [
      'nobody has a vote',
      { ...voluntaryRulebook, classes: voluntaryRulebook.classes.map((one) => ({ ...one, votes: 0 })) },
      ['classes.0.votes NOBODY_HAS_A_VOTE'],
    ],
    [
      'an office twice',
      { ...voluntaryRulebook, terms: [...voluntaryRulebook.terms, ...voluntaryRulebook.terms.slice(0, 1)] },
      ['terms.4.office OFFICE_TWICE'],
    ],
    [
      'a body twice',
      {
        ...voluntaryRulebook,
        organs: [...voluntaryRulebook.organs, ...voluntaryRulebook.organs.slice(0, 1)],
      },
      ['organs.3.organ BODY_TWICE'],
    ],
    [
      'a member may hold more than all',
      {
        ...voluntaryRulebook,
        votes: { ...voluntaryRulebook.votes, largestShare: { numerator: 3, denominator: 2 } },
      },
      ['votes.largestShare.numerator SHARE_ABOVE_ALL'],
    ],
    [
      'proxies counted, not allowed',
      organ({ proxy: { allowed: false, perHolder: null, clause: '会則第14条' } }),
      ['organs.0.counted.proxy COUNTS_PROXIES_IT_DOES_NOT_ALLOW'],
    ],
    [
      'writing counted, not allowed',
      organ({ written: { allowed: false, clause: '会則第14条' } }),
      ['organs.0.counted.written COUNTS_WRITING_IT_DOES_NOT_ALLOW'],
    ],
    [
      'less notice in writing',
      organ({
        notice: {
          days: 7,
          daysIfWritten: 3,
          waivedByConsent: true,
          waivedIfWritten: true,
          clause: '会則第12条',
        },
      }),
      ['organs.0.notice.daysIfWritten NOTICE_SHORTER_IN_WRITING'],
    ],
    [
      'a chair without any vote',
      organ({ chair: { votes: 'TIE_ONLY', settlesTies: false, clause: '会則第15条' } }),
      [
        'organs.0.chair.votes CHAIR_NEVER_VOTES',
        'organs.0.resolutions.0.tieGoesToChair CHAIR_SETTLES_NO_TIES',
      ],
    ],
    [
      'a quorum of those present',
      organ({ quorum: all([1, 2]) }),
      ['organs.0.quorum.0.base QUORUM_OF_THOSE_PRESENT'],
    ],
    [
      'all of them is within reach',
      resolution({ tieGoesToChair: false, majority: all([1, 1], { reach: 'AT_LEAST' }) }),
      [],
    ],
    [
      'more than all',
      resolution({ tieGoesToChair: false, majority: all([1, 1]) }),
      ['organs.0.resolutions.0.majority.0.share.numerator SHARE_ABOVE_ALL'],
    ],
    [
      'a tie in two thirds',
      resolution({ majority: all([2, 3]) }),
      ['organs.0.resolutions.0.tieGoesToChair MAJORITY_KNOWS_NO_TIE'],
    ],
    ['a tie in two quarters', resolution({ majority: all([2, 4]) }), []],
    [
      'a tie where half is enough',
      resolution({ majority: all([1, 2], { reach: 'AT_LEAST' }) }),
      ['organs.0.resolutions.0.tieGoesToChair MAJORITY_KNOWS_NO_TIE'],
    ],
    [
      'a tie of all members',
      resolution({ majority: all([1, 2], { base: 'ALL' }) }),
      ['organs.0.resolutions.0.tieGoesToChair MAJORITY_KNOWS_NO_TIE'],
    ],
    [
      'a tie in two majorities',
      resolution({ majority: [...all([1, 2]), ...all([1, 2])] }),
      ['organs.0.resolutions.0.tieGoesToChair MAJORITY_KNOWS_NO_TIE'],
    ],
  ])('%s', (_what, rulebook, expected) => {
    expect(faultsOfRulebook(rulebook).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
  })
})
