import { expect, it } from 'vitest'
import { rules } from './fixtures.ts'
import { tryOut, type Figures } from './trial.ts'

const nothing: Figures = {
  members: 19,
  present: 0,
  proxies: 0,
  written: 0,
  conflicted: 0,
  inFavour: 0,
  against: 0,
  abstaining: 0,
  chairDecision: null,
}

it.each<readonly [string, keyof typeof rules, Partial<Figures>, string]>([
  ['10 of 19, all for it', '通常', { present: 10, inFavour: 10 }, 'CARRIED'],
  ['9 of 19', '通常', { present: 9, inFavour: 9 }, 'NO_QUORUM'],
  [
    'with proxies and writing',
    '通常',
    { present: 4, proxies: 4, written: 2, inFavour: 6, against: 4 },
    'CARRIED',
  ],
  ['in writing without a word counts as there', '通常', { present: 6, written: 4, inFavour: 6 }, 'CARRIED'],
  ['a tie', '通常', { present: 10, inFavour: 5, against: 5 }, 'TIED'],
  ['a tie, settled', '通常', { present: 10, inFavour: 5, against: 5, chairDecision: 'FOR' }, 'CARRIED'],
  [
    'who has an interest leaves both counts',
    '通常',
    { present: 10, conflicted: 2, inFavour: 8 },
    'NO_QUORUM',
  ],
  ['everybody there has an interest', '通常', { present: 10, conflicted: 10 }, 'NO_QUORUM'],
  [
    'a chair who votes only in a tie',
    '議長裁決',
    { present: 11, inFavour: 5, against: 5, chairDecision: 'AGAINST' },
    'REJECTED',
  ],
  ['… has no ballot', '議長裁決', { present: 11, inFavour: 6, against: 5 }, 'MORE_BALLOTS_THAN_VOTERS'],
  ['no proxies at the board', '理事会', { members: 6, present: 3, proxies: 3, inFavour: 3 }, 'NO_QUORUM'],
  [
    '… nor ballots by them',
    '理事会',
    { members: 6, present: 3, proxies: 3, inFavour: 6 },
    'MORE_BALLOTS_THAN_VOTERS',
  ],
  ['more there than members', '通常', { present: 15, proxies: 5 }, 'MORE_THERE_THAN_MEMBERS'],
  [
    'more with an interest than present',
    '通常',
    { present: 3, conflicted: 4 },
    'MORE_CONFLICTED_THAN_PRESENT',
  ],
  ['less than nobody', '通常', { against: -1 }, 'NOT_A_NUMBER_OF_PEOPLE'],
  ['more than any network has', '通常', { members: 1_000 }, 'NOT_A_NUMBER_OF_PEOPLE'],
  ['nobody at all', '通常', { members: 0 }, 'NO_QUORUM'],
])('%s', (_what, rule, figures, expected) => {
  const { organ, resolution } = rules[rule]
  const { fault, verdict } = tryOut(organ, resolution, { ...nothing, ...figures })
  expect(fault ?? verdict?.outcome).toBe(expected)
})
