import { describe, expect, it } from 'vitest'
import { rulebook as english } from '../../locales/en/rulebook.ts'
import { rulebook as japanese } from '../../locales/ja/rulebook.ts'
import { compareArticles, compareRules } from './compare.ts'
import { toRules, toValues } from './draft-values.ts'
import { readClause, sentencesOf, type OrganRules, type Rules } from './sentences.ts'

const half = { __typename: 'RuleShare', numerator: 1, denominator: 2 } as const
const twoThirds = { __typename: 'RuleShare', numerator: 2, denominator: 3 } as const
const threshold = {
  __typename: 'RuleThreshold',
  unit: 'VOTERS',
  base: 'ALL',
  share: half,
  reach: 'MORE_THAN',
} as const

const organ: OrganRules = {
  __typename: 'OrganRule',
  organ: 'GENERAL_MEETING',
  name: '総会',
  voters: 'MEMBERS',
  notice: {
    __typename: 'NoticeRule',
    days: 7,
    daysIfWritten: 14,
    waivedByConsent: true,
    waivedIfWritten: false,
    clause: '会則第12条',
  },
  recordDate: { __typename: 'RecordDateRule', daysBefore: 0, clause: '会則第13条' },
  quorum: [{ ...threshold, clause: '会則第14条1項' }],
  counted: { __typename: 'CountedRule', online: false, proxy: true, written: true, clause: '会則第14条2項' },
  proxy: { __typename: 'ProxyRule', allowed: true, perHolder: 2, clause: '会則第14条2項' },
  written: { __typename: 'WrittenRule', allowed: true, clause: '会則第14条2項' },
  conflict: { __typename: 'ConflictRule', excludes: 'FROM_QUORUM_AND_MAJORITY', clause: '会則第16条' },
  suspension: { __typename: 'SuspensionRule', countedInBase: false, clause: '会則第8条' },
  chair: { __typename: 'ChairRule', votes: 'ALWAYS', settlesTies: true, clause: '会則第15条3項' },
  ballotsHiddenUntilClose: { __typename: 'SecrecyRule', hidden: true, clause: '会則第15条4項' },
  writtenResolution: { __typename: 'WrittenResolutionRule', clause: '会則第17条' },
  omission: null,
  resolutions: [
    {
      __typename: 'ResolutionRule',
      code: 'ORDINARY',
      name: '通常の議決',
      majority: [{ ...threshold, unit: 'VOTES', base: 'PRESENT', clause: '会則第15条1項' }],
      quorum: null,
      tieGoesToChair: true,
      clause: '会則第15条',
    },
    {
      __typename: 'ResolutionRule',
      code: 'SPECIAL',
      name: '特別の議決',
      majority: [
        { ...threshold, reach: 'AT_LEAST', clause: '法49条2項' },
        { ...threshold, unit: 'VOTES', share: twoThirds, reach: 'AT_LEAST', clause: '法49条2項' },
      ],
      quorum: [],
      tieGoesToChair: false,
      clause: '法49条2項',
    },
  ],
}

const rules: Rules = {
  __typename: 'Rulebook',
  name: '会則',
  classes: [
    {
      __typename: 'MemberClassRule',
      code: 'FULL',
      name: '正会員',
      votes: 1,
      openTo: 'WELFARE_CORPORATIONS',
      clause: '会則第5条1項',
    },
    {
      __typename: 'MemberClassRule',
      code: 'ASSOCIATE',
      name: '賛助会員',
      votes: 0,
      openTo: 'ALL',
      clause: '会則第5条2項',
    },
  ],
  votes: {
    __typename: 'VoteRule',
    weighting: 'EQUAL',
    largestShare: half,
    welfareMajority: false,
    clause: '会則第15条',
  },
  organs: [organ],
  terms: [{ __typename: 'TermRule', office: '会長', years: 2, clause: '会則第18条' }],
  administrators: { __typename: 'AdministratorRule', least: 2, clause: '会則第19条' },
  leaving: { __typename: 'LeavingRule', noticeDays: 30, clause: '会則第7条' },
}

const cited = (one: Rules, text = japanese as Parameters<typeof sentencesOf>[1]) =>
  sentencesOf(one, text).flatMap(({ sentences }) =>
    sentences.map(({ sentence, clause }) => text.cited(sentence, clause)),
  )
const withOrgan = (over: Partial<OrganRules>): Rules => ({ ...rules, organs: [{ ...organ, ...over }] })

describe('rules read as sentences', () => {
  it('in Japanese, each with its clause', () => {
    expect(cited(rules)).toEqual([
      '正会員には、社会福祉法人がなれます。議決権は1個です（会則第5条1項）。',
      '賛助会員には、社会福祉法人もほかの団体もなれます。議決権はありません（会則第5条2項）。',
      '同じ種別の会員は、同じ数の議決権をもちます（会則第15条）。',
      '1つの会員が、議決権の過半数をもつことはできません（会則第15条）。',
      '総会は、議決に加われる会員の過半数の出席で成立します（会則第14条1項）。',
      '会場に来た人のほかに、委任状・書面を出席に数えます（会則第14条2項）。',
      '通常の議決は、出席した会員の議決権の過半数の賛成で決まります（会則第15条1項）。',
      '通常の議決が可否同数のときは、議長が決めます（会則第15条3項）。',
      '特別の議決は、すべての会員の2分の1以上と、すべての議決権の3分の2以上の賛成で決まります（法49条2項）。',
      '特別の議決には、出席者の数の定めはありません（法49条2項）。',
      '総会は、会日との間に7日以上おいて招集します（会則第12条）。',
      '書面での議決を認めるときは、14日以上おきます（会則第12条）。',
      '会員の全員が同意すれば、招集の期間を短くできます（会則第12条）。',
      '書面での議決を認めるときは、同意があっても短くできません（会則第12条）。',
      '総会の日の会員が議決に加わります（会則第13条）。',
      '委任状による議決を認めます。1人が預かれるのは2件までです（会則第14条2項）。',
      '会議の前の、書面による議決を認めます（会則第14条2項）。',
      '特別の利害関係がある会員は、出席にも議決にも数えません（会則第16条）。',
      '権利を停止された会員は議決に加わらず、全体の数にも入れません（会則第8条）。',
      '議長も、ほかの人と同じように議決に加わります（会則第15条3項）。',
      'だれが賛成し、だれが反対したかは、採決が終わるまで表示しません（会則第15条4項）。',
      '総会を開かずに、書面で議決できます（会則第17条）。',
      '会長の任期は2年です（会則第18条）。',
      '事務を行う人を2人以上おきます（会則第19条）。',
      '退会は、30日前までに届け出ます（会則第7条）。',
    ])
  })

  it.each<readonly [string, Partial<OrganRules>, string]>([
    ['no quorum', { quorum: [] }, '総会の成立に、出席者の数の定めはありません（会則第14条2項）。'],
    [
      'a quorum of votes',
      { quorum: [{ ...threshold, unit: 'VOTES', clause: '法49条1項' }] },
      '総会は、総議決権の過半数をもつ会員の出席で成立します（法49条1項）。',
    ],
    [
      'nothing else counts',
      { counted: { ...organ.counted, proxy: false, written: false } },
      '会場に来た人だけを出席に数えます（会則第14条2項）。',
    ],
    [
      'a chair for ties alone',
      { chair: { ...organ.chair, votes: 'TIE_ONLY' } },
      '議長は、可否同数のときだけ議決に加わります（会則第15条3項）。',
    ],
    [
      'consent of all',
      { omission: { __typename: 'OmissionRule', auditorMayObject: true, clause: '法96条' } },
      '会員の全員が同意し、監事の異議がなければ、会議を開かずに決めたものとみなします（法96条）。',
    ],
    [
      'officers',
      { voters: 'OFFICERS', name: '役員会' },
      '役員会は、議決に加われる役員の過半数の出席で成立します（会則第14条1項）。',
    ],
  ])('%s', (_what, over, sentence) => {
    expect(cited(withOrgan(over))).toContain(sentence)
  })

  it('in English, sentence by sentence', () => {
    const found = cited(rules, english)
    expect(found).toHaveLength(cited(rules).length)
    expect(found).toContain(
      '総会 can decide when more than half of the members entitled to vote take part (会則第14条1項).',
    )
  })

  it('a clause that says it is not confirmed is shown without the remark', () => {
    expect(readClause('社会福祉法127条（文言は未確認）', japanese)).toEqual({
      clause: '社会福祉法127条',
      unconfirmed: true,
    })
    expect(readClause('会則第14条（2項）', japanese)).toEqual({
      clause: '会則第14条（2項）',
      unconfirmed: false,
    })
  })
})

describe('two versions compared', () => {
  it('rule by rule', () => {
    const older = withOrgan({
      notice: { ...organ.notice, days: 5, daysIfWritten: 5 },
      writtenResolution: null,
    })
    const found = compareRules(sentencesOf(older, japanese), sentencesOf(rules, japanese), japanese.cited)
    expect(found.map(({ key, older: before, newer }) => [key, before, newer])).toEqual([
      [
        'GENERAL_MEETING.notice',
        '総会は、会日との間に5日以上おいて招集します（会則第12条）。',
        '総会は、会日との間に7日以上おいて招集します（会則第12条）。',
      ],
      [
        'GENERAL_MEETING.noticeIfWritten',
        null,
        '書面での議決を認めるときは、14日以上おきます（会則第12条）。',
      ],
      ['GENERAL_MEETING.writtenResolution', null, '総会を開かずに、書面で議決できます（会則第17条）。'],
    ])
    expect(compareRules(sentencesOf(rules, japanese), sentencesOf(rules, japanese), japanese.cited)).toEqual(
      [],
    )
  })

  it('article by article', () => {
    const article = (number: string, text: string) => ({ number, heading: '名称', text })
    const titleOf = ({ number }: { number: string }) => number
    expect(
      compareArticles(
        [article('1', '前'), article('2', '同じ'), article('3', '消えた')],
        [article('1', '後'), article('2', '同じ'), article('2の2', '新しい')],
        titleOf,
      ),
    ).toEqual([
      { key: '1', title: '1', older: '前', newer: '後' },
      { key: '2の2', title: '2の2', older: null, newer: '新しい' },
      { key: '3', title: '3', older: '消えた', newer: null },
    ])
  })
})

describe('the form', () => {
  const bare = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === '__typename' ? undefined : one)))

  it('changes nothing while nothing is chosen otherwise', () => {
    expect(toRules(toValues(rules), rules)).toEqual(bare(rules))
  })

  it('says what cannot be said in its sentences as what stands', () => {
    const [values] = toValues(rules).organs
    expect(values?.resolutions.map(({ majority, quorum }) => [majority, quorum])).toEqual([
      ['PRESENT_HALF', 'ORGAN'],
      ['KEPT', 'NONE'],
    ])
  })

  it('writes what was chosen', () => {
    const values = toValues(rules)
    const [first] = values.organs
    if (!first) throw new Error('no body')
    first.quorum = 'TWO_THIRDS'
    first.quorumClause = '会則第14条の2'
    first.counted = { online: 'COUNTED', proxy: 'NOT_ALLOWED', written: 'ALLOWED' }
    first.chair.votes = 'TIE_ONLY'
    first.writtenResolution = 'NO'
    first.notice.days = '10'
    const [ordinary] = first.resolutions
    if (ordinary) {
      ordinary.majority = 'CAST_HALF'
      ordinary.quorum = 'HALF_OF_VOTES'
    }
    const written = toRules(values, rules)
    expect(written.organs[0]).toMatchObject({
      quorum: [
        {
          unit: 'VOTERS',
          base: 'ALL',
          share: { numerator: 2, denominator: 3 },
          reach: 'AT_LEAST',
          clause: '会則第14条の2',
        },
      ],
      counted: { online: true, proxy: false, written: false },
      proxy: { allowed: false, perHolder: 2 },
      written: { allowed: true },
      chair: { votes: 'TIE_ONLY', settlesTies: true },
      writtenResolution: null,
      notice: { days: 10, daysIfWritten: 14 },
      resolutions: [
        { majority: [{ unit: 'VOTES', base: 'CAST', reach: 'MORE_THAN' }], quorum: [{ unit: 'VOTES' }] },
        { code: 'SPECIAL', majority: [{}, {}], quorum: [] },
      ],
    })
  })
})
