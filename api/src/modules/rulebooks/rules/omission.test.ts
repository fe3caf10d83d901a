import { expect, it } from 'vitest'
import { rollOf, rules } from './fixtures.ts'
import { omissionVerdict } from './omission.ts'

/** What is the case | the organ | the answers (see `rollOf`) | an auditor objected | what comes of it. */
const cases = [
  ['58条: all agree', '普通', '19書○', false, 'CARRIED'],
  ['58条: one is silent', '普通', '18書○ 書', false, 'NOT_YET'],
  ['58条: one is against', '普通', '18書○ 書×', false, 'NOT_YET'],
  ['58条: one abstains', '普通', '18書○ 書△', false, 'NOT_YET'],
  ['58条: an interest does not matter among members', '普通', '18書○ 書利', false, 'NOT_YET'],
  ['58条: a suspended member is not asked', '普通', '18書○ 書停', false, 'CARRIED'],
  ['58条: an auditor has no say', '普通', '19書○', true, 'CARRIED'],
  ['58条: how they answer does not matter', '普通', '2場○ 委○ 欠○', false, 'CARRIED'],
  ['58条: who has no vote is not asked', '普通', '5書○ 書/0', false, 'CARRIED'],
  ['96条: all directors agree', '理事会', '6書○', false, 'CARRIED'],
  ['96条: an auditor objects', '理事会', '6書○', true, 'NOT_YET'],
  ['96条: who has an interest is not asked', '理事会', '5書○ 書×利', false, 'CARRIED'],
  ['96条: everybody has one', '理事会', '6書○利', false, 'NOT_YET'],
  ['nobody to ask', '理事会', '', false, 'NOT_YET'],
  ['the 会則 knows none', '通常', '19書○', false, 'NOT_ALLOWED'],
  ['nor does the 評議会', '評議会', '5書○', false, 'NOT_ALLOWED'],
] as const

it.each(cases)('%s', (_what, rule, roll, objected, expected) => {
  const vote = { voters: rollOf(roll), chairId: '1', chairDecision: null }
  const verdict = omissionVerdict(rules[rule].organ, vote, objected)
  const answer = verdict === null ? 'NOT_ALLOWED' : verdict.outcome === 'CARRIED' ? 'CARRIED' : 'NOT_YET'
  expect(answer).toBe(expected)
})

it('a chair who votes only in a tie answers like everybody else', () => {
  const organ = { ...rules.議長裁決.organ, omission: { auditorMayObject: false, clause: '見本の規約' } }
  const vote = { voters: rollOf('3書○'), chairId: '1', chairDecision: null }
  expect(omissionVerdict(organ, vote, false)?.outcome).toBe('CARRIED')
})
