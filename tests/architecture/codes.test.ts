import { describe, expect, it } from 'vitest'
import { accountActs } from '../../api/src/modules/identity/authentication/acts.ts'
import { acts as englishActs } from '../../web/src/locales/en/audit.ts'
import { happenings as englishHappenings } from '../../web/src/locales/en/happenings.ts'
import { reasons as englishReasons } from '../../web/src/locales/en/reasons.ts'
import { rules as englishRules } from '../../web/src/locales/en/rules.ts'
import { todos as englishTodos } from '../../web/src/locales/en/todos.ts'
import { acts } from '../../web/src/locales/ja/audit.ts'
import { happenings } from '../../web/src/locales/ja/happenings.ts'
import { reasons } from '../../web/src/locales/ja/reasons.ts'
import { rules } from '../../web/src/locales/ja/rules.ts'
import { todos } from '../../web/src/locales/ja/todos.ts'
import { findCodesWithoutText, raisedCodes } from './codes.ts'
import { readSources } from './sources.ts'

const api = readSources('api/src')

it.each([
  ['reason for which a policy says no', 'reasons', reasons, englishReasons],
  ['rule that can say no', 'rules', rules, englishRules],
  ['thing to do', 'todos', todos, englishTodos],
  ['thing a notification tells', 'happenings', happenings, englishHappenings],
] as const)('every %s has its words, in Japanese and English', (_, kind, japanese, english) => {
  const codes = raisedCodes(api, kind)
  expect(codes.size).toBeGreaterThan(0)
  expect(findCodesWithoutText(codes, japanese, `ja/${kind}.ts`)).toEqual([])
  expect(findCodesWithoutText(codes, english, `en/${kind}.ts`)).toEqual([])
})

it('every act in the audit has its words, in Japanese and English', () => {
  const done = raisedCodes(api, 'acts')
  for (const act of accountActs) done.set(act, 'api/src/modules/identity/authentication/acts.ts')
  expect(done.size).toBeGreaterThan(accountActs.length)
  expect(findCodesWithoutText(done, acts, 'ja/audit.ts')).toEqual([])
  expect(findCodesWithoutText(done, englishActs, 'en/audit.ts')).toEqual([])
})

describe('the check of codes', () => {
  const sources = [
    { path: 'api/src/modules/x/policy.ts', text: "a ? deny('NOT_YOURS') : any(deny(\n  'TOO_LATE'), b)" },
    { path: 'api/src/kernel/command.ts', text: "throw forbidden('CHOOSE_ACTING')" },
    { path: 'api/src/modules/x/rules.ts', text: "throw new RuleProblem('ROLE_ENDED', 'It has ended.')" },
    {
      path: 'api/src/modules/x/schema/todos.ts',
      text: "return { kind: 'CONFIRM', code: 'CONFIRM_FACILITY' }",
    },
    { path: 'api/src/modules/x/reactions.ts', text: "notify(at, { kind: 'x.roleEnded', code: 'NO_TODO' })" },
    { path: 'api/src/modules/x/policy.test.ts', text: "expect(deny('ONLY_IN_A_TEST'))" },
  ]

  it('finds what is raised', () => {
    expect([...raisedCodes(sources, 'reasons').keys()]).toEqual(['NOT_YOURS', 'TOO_LATE', 'CHOOSE_ACTING'])
    expect([...raisedCodes(sources, 'todos').keys()]).toEqual(['CONFIRM_FACILITY'])
    expect([...raisedCodes(sources, 'happenings').keys()]).toEqual(['x.roleEnded'])
    expect([...raisedCodes(sources, 'rules')]).toEqual([['ROLE_ENDED', 'api/src/modules/x/rules.ts:1']])
  })

  it('finds a code without a text, and a text without a code', () => {
    const texts = { OTHER: 'x', CHOOSE_ACTING: 'x', NOT_YOURS: 'x', LONG_GONE: 'x' }
    expect(findCodesWithoutText(raisedCodes(sources, 'reasons'), texts, 'ja')).toEqual([
      { path: 'api/src/modules/x/policy.ts:1', message: 'TOO_LATE has no text in ja' },
      { path: 'ja', message: 'LONG_GONE is raised nowhere' },
    ])
  })
})
