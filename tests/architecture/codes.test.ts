import { describe, expect, it } from 'vitest'
import { reasons as englishReasons } from '../../web/src/locales/en/reasons.ts'
import { rules as englishRules } from '../../web/src/locales/en/rules.ts'
import { reasons } from '../../web/src/locales/ja/reasons.ts'
import { rules } from '../../web/src/locales/ja/rules.ts'
import { findCodesWithoutText, raisedCodes } from './codes.ts'
import { readSources } from './sources.ts'

const api = readSources('api/src')

it('every reason for which a policy says no has its words, in Japanese and English', () => {
  const codes = raisedCodes(api, 'reasons')
  expect(codes.size).toBeGreaterThan(5)
  expect(findCodesWithoutText(codes, reasons, 'ja/reasons.ts')).toEqual([])
  expect(findCodesWithoutText(codes, englishReasons, 'en/reasons.ts')).toEqual([])
})

it('every rule that can say no has its words, in Japanese and English', () => {
  const codes = raisedCodes(api, 'rules')
  expect(codes.size).toBeGreaterThan(5)
  expect(findCodesWithoutText(codes, rules, 'ja/rules.ts')).toEqual([])
  expect(findCodesWithoutText(codes, englishRules, 'en/rules.ts')).toEqual([])
})

describe('the check of codes', () => {
  const sources = [
    { path: 'api/src/modules/x/policy.ts', text: "a ? deny('NOT_YOURS') : any(deny(\n  'TOO_LATE'), b)" },
    { path: 'api/src/kernel/command.ts', text: "throw forbidden('CHOOSE_ACTING')" },
    { path: 'api/src/modules/x/rules.ts', text: "throw new RuleProblem('ROLE_ENDED', 'It has ended.')" },
    { path: 'api/src/modules/x/policy.test.ts', text: "expect(deny('ONLY_IN_A_TEST'))" },
  ]

  it('finds what is raised', () => {
    expect([...raisedCodes(sources, 'reasons').keys()]).toEqual(['NOT_YOURS', 'TOO_LATE', 'CHOOSE_ACTING'])
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
