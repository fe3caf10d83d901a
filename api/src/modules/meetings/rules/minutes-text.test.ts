import { describe, expect, it } from 'vitest'
import type { ItemFact, MinutesFacts, ThresholdFact } from './minutes-facts.ts'
import {
  appliedRule,
  closingText,
  dayInWords,
  entryText,
  openingText,
  thresholdWords,
  timeInWords,
} from './minutes-text.ts'

const threshold = (over: Partial<ThresholdFact> = {}): ThresholdFact => ({
  unit: 'VOTERS',
  base: 'ALL',
  numerator: 1,
  denominator: 2,
  reach: 'MORE_THAN',
  clause: '会則第14条1項',
  needed: 10,
  have: 17,
  ...over,
})

const facts: MinutesFacts = {
  platform: '見本協議会',
  sample: true,
  organ: 'GENERAL_MEETING',
  organName: '総会',
  title: '令和8年度 第2回 総会',
  label: '令和8年-総会-第2回',
  form: 'ASSEMBLY',
  openedAt: '2026-11-26T05:00:00Z',
  closedAt: '2026-11-26T06:38:00Z',
  place: '',
  online: false,
  chair: '見本あおば会',
  noticeSentAt: null,
  lateNoticeReason: null,
  rulebook: { name: '会則', number: 4, effectiveOn: '2025-04-01' },
  members: true,
  roll: { voters: 19, votes: 19 },
  attendance: { onSite: 10, online: 3, proxy: 2, written: 2, absent: 2, total: 19 },
  quorum: [threshold()],
  items: [],
}

const item = (over: Partial<ItemFact>): ItemFact => ({
  itemId: 'i',
  kind: 'RESOLUTION',
  number: 1,
  title: '見本',
  presenter: '',
  state: 'DECIDED',
  decision: null,
  exclusions: [],
  questions: [],
  moves: [],
  ...over,
})

const decision: NonNullable<ItemFact['decision']> = {
  label: '令和8年-総会-01',
  outcome: 'CARRIED',
  resolutionName: '通常の議決',
  present: 15,
  entitled: 18,
  inFavour: 11,
  against: 3,
  abstaining: 1,
  silent: 0,
  quorum: [threshold()],
  majority: [threshold({ base: 'PRESENT', clause: '会則第15条1項' })],
  conflictClause: null,
  chairDecision: null,
  effectiveOn: '2026-12-01',
}

describe('days and times', () => {
  it('are those of Japan', () => {
    expect(dayInWords('2026-11-25T15:30:00Z')).toBe('2026年11月26日（令和8年・木）')
    expect(timeInWords('2026-11-26T05:05:00Z')).toBe('14時05分')
  })
})

describe('what a threshold asks for', () => {
  it.each([
    [threshold(), '総会員の過半数'],
    [threshold({ base: 'PRESENT' }), '出席会員の過半数'],
    [threshold({ reach: 'AT_LEAST' }), '総会員の半数以上'],
    [threshold({ numerator: 2, denominator: 3, reach: 'AT_LEAST' }), '総会員の3分の2以上'],
    [threshold({ unit: 'VOTES', numerator: 2, denominator: 3, reach: 'AT_LEAST' }), '総議決権の3分の2以上'],
    [threshold({ numerator: 1, denominator: 1, reach: 'AT_LEAST' }), '総会員の全部'],
  ])('%o is %s', (one, words) => {
    expect(thresholdWords(one, { members: true })).toBe(words)
  })

  it('stands under 適用 with its clauses and the version of the rules', () => {
    expect(appliedRule({ decision }, facts)).toBe(
      '会則第15条1項、会則第14条1項（総会員の過半数の出席、出席会員の過半数の賛成、会則第4版）',
    )
  })
})

describe('the opening', () => {
  it.each<[string, Partial<MinutesFacts>, string]>([
    [
      'with proxies and votes in writing',
      {},
      '14時00分、議長が開会を告げた。定足数は総会員の過半数の10法人であり、委任状と書面を含めて17法人が出席したため、総会は成立した（会則第14条1項）。',
    ],
    [
      'without a quorum',
      {
        quorum: [threshold({ have: 9 })],
        attendance: { onSite: 9, online: 0, proxy: 0, written: 0, absent: 10, total: 19 },
      },
      '14時00分、議長が開会を告げた。定足数は総会員の過半数の10法人であり、9法人が出席したため、総会は定足数に足りなかった（会則第14条1項）。',
    ],
    [
      'after a late notice',
      { quorum: [], noticeSentAt: '2026-11-24T01:00:00Z', lateNoticeReason: '全員が同意した。' },
      '14時00分、議長が開会を告げた。招集の通知は2026年11月24日（令和8年・火）に発した。通知が遅れた理由は次のとおりである。全員が同意した。',
    ],
    [
      'of a decision in writing',
      { form: 'WRITTEN', noticeSentAt: '2026-11-24T01:00:00Z' },
      '2026年11月24日（令和8年・火）に全員に提案し、書面により議決した。',
    ],
  ])('%s', (_title, over, words) => {
    expect(openingText({ ...facts, ...over })).toBe(words)
  })
})

describe('an item', () => {
  it.each<[string, Partial<ItemFact>, string]>([
    ['nothing is known of', {}, ''],
    ['that somebody explained', { presenter: '車両部会長' }, '車両部会長が説明した。'],
    ['that was reported', { kind: 'REPORT', state: 'REPORTED', presenter: '事務局' }, '事務局が報告した。'],
    [
      'with an exclusion',
      {
        decision: { ...decision, conflictClause: '会則第16条' },
        exclusions: [{ name: '見本くるみ会', reason: '契約の相手方である。' }],
      },
      '見本くるみ会は、特別の利害関係があるとして（契約の相手方である）、会則第16条により審議と議決に加わらなかった。議決に加わることのできる会員は18法人、出席は15法人となった。',
    ],
    [
      'with a question beforehand',
      { questions: [{ asker: '見本えにし会', text: '保険は。', answer: '無制限です。' }] },
      '見本えにし会から、事前に「保険は。」との質問があった。これに対し「無制限です。」と答えた。',
    ],
    [
      'before which somebody left',
      { moves: [{ at: '2026-11-26T05:32:00Z', name: '見本つばき会', presence: 'LEFT' }] },
      '14時32分に見本つばき会が退席した。',
    ],
    [
      'that the chair settled',
      { decision: { ...decision, chairDecision: 'FOR' } },
      '賛成と反対が同数のため、議長が可決と決した。',
    ],
    ['that was withdrawn', { state: 'WITHDRAWN', presenter: '事務局' }, 'この議案は取り下げられた。'],
    ['that goes on', { state: 'CARRIED_OVER' }, '引き続き次の会議で審議することとした。'],
  ])('%s', (_title, over, words) => {
    expect(entryText(item(over), facts)).toBe(words)
  })
})

describe('the closing', () => {
  it('names who signs', () => {
    expect(closingText(facts, 2)).toBe(
      '以上で議事を終え、15時38分に議長が閉会を告げた。以上の議事を明らかにするため、この議事録を作り、議長と議事録署名人2名が署名する。',
    )
    expect(closingText({ ...facts, chair: '', form: 'WRITTEN' }, 2)).toBe(
      '以上の議事を明らかにするため、この議事録を作り、議事録署名人2名が署名する。',
    )
  })
})
