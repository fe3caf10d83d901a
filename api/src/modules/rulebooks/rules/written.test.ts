import { expect, it } from 'vitest'
import { rollOf, rules } from './fixtures.ts'
import { verdictOf } from './verdict.ts'
import { writtenRules } from './written.ts'

it.each([
  ['10 of 19 answers reach the quorum', '通常', '10書○ 9書', 'CARRIED'],
  ['9 do not', '通常', '9書○ 10書', 'NO_QUORUM'],
  ['answers count although they do not before a meeting', '投票数', '7書○ 12書', 'CARRIED'],
  ['a tie is the chair’s', '通常', '5書○ 5書× 9書', 'TIED'],
  ['a proxy is none', '通常', '9書○ 委1○ 9書', 'NO_QUORUM'],
] as const)('%s', (_what, rule, roll, outcome) => {
  const organ = writtenRules(rules[rule].organ)
  const vote = { voters: rollOf(roll), chairId: '1', chairDecision: null }
  expect(organ && verdictOf(organ, rules[rule].resolution, vote).outcome).toBe(outcome)
})

it('the statute knows no such vote', () => {
  expect(writtenRules(rules.普通.organ)).toBeNull()
  expect(writtenRules(rules.理事会.organ)).toBeNull()
})
