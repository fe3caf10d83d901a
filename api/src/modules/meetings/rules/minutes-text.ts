import type { ItemFact, MinutesFacts, Move, ThresholdFact } from './minutes-facts.ts'

// What the minutes say before anybody has written a word: sentences from what happened, and nothing that nobody knows.

const JAPAN_IS_AHEAD = 9 * 3_600_000
const inJapan = (at: string): Date => new Date(Date.parse(at) + JAPAN_IS_AHEAD)

/** 「14時05分」. */
export const timeInWords = (at: string): string => {
  const moment = inJapan(at)
  return `${moment.getUTCHours()}時${String(moment.getUTCMinutes()).padStart(2, '0')}分`
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const

/** 「2026年11月26日（令和8年・木）」. */
export function dayInWords(at: string): string {
  const moment = inJapan(at)
  const year = moment.getUTCFullYear()
  const era = year === 2019 ? '元' : String(year - 2018)
  return `${year}年${moment.getUTCMonth() + 1}月${moment.getUTCDate()}日（令和${era}年・${WEEKDAYS[moment.getUTCDay()]}）`
}

/** 「2026年11月26日」. */
export const plainDay = (isoDay: string): string => {
  const [year, month, day] = isoDay.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

type People = Pick<MinutesFacts, 'members'>

/** 法人 or 名, or votes. */
export const unitWord = (unit: ThresholdFact['unit'], { members }: People): string =>
  unit === 'VOTES' ? '個' : members ? '法人' : '名'

const shareWords = ({ numerator, denominator, reach }: ThresholdFact): string => {
  if (numerator === 1 && denominator === 2) return reach === 'MORE_THAN' ? '過半数' : '半数以上'
  if (numerator === denominator) return '全部'
  return `${denominator}分の${numerator}${reach === 'MORE_THAN' ? 'を超える' : '以上'}`
}

/** 「出席会員の過半数」: what a threshold asks for, without its figures. */
export function thresholdWords(threshold: ThresholdFact, { members }: People): string {
  const who = members ? '会員' : '役員'
  const of = { ALL: '総', PRESENT: '出席', CAST: '賛否を示した' }[threshold.base]
  return threshold.unit === 'VOTES' && threshold.base !== 'PRESENT'
    ? `${of}議決権の${shareWords(threshold)}`
    : `${of}${who}の${shareWords(threshold)}`
}

/** What stands under 適用: clauses and what they ask for. */
export function appliedRule(
  { decision }: { readonly decision: NonNullable<ItemFact['decision']> },
  facts: Pick<MinutesFacts, 'members' | 'rulebook'>,
): string {
  const { quorum, majority, conflictClause } = decision
  const clauses = [...new Set([...majority, ...quorum].map(({ clause }) => clause))]
  if (conflictClause !== null && !clauses.includes(conflictClause)) clauses.push(conflictClause)
  const asked = [
    ...quorum.map((one) => `${thresholdWords(one, facts)}の出席`),
    ...majority.map((one) => `${thresholdWords(one, facts)}の賛成`),
  ]
  const version = facts.rulebook ? `${facts.rulebook.name}第${facts.rulebook.number}版` : ''
  return `${clauses.join('、')}（${[...asked, version].filter((part) => part !== '').join('、')}）`
}

const listed = (parts: readonly string[]): string => parts.join('と')

/** What the minutes say of the opening. */
export function openingText(facts: MinutesFacts): string {
  const { attendance, quorum, noticeSentAt, lateNoticeReason, organName, form } = facts
  if (form !== 'ASSEMBLY') {
    return `${noticeSentAt === null ? '' : `${dayInWords(noticeSentAt)}に全員に提案し、`}書面により議決した。`
  }
  const sentences = [`${timeInWords(facts.openedAt)}、議長が開会を告げた。`]
  const [first] = quorum
  if (first) {
    const unit = unitWord(first.unit, facts)
    const others = [...(attendance.proxy > 0 ? ['委任状'] : []), ...(attendance.written > 0 ? ['書面'] : [])]
    const including = others.length > 0 ? `${listed(others)}を含めて` : ''
    const stands = quorum.every(({ have, needed }) => have >= needed) ? '成立した' : '定足数に足りなかった'
    sentences.push(
      `定足数は${thresholdWords(first, facts)}の${first.needed}${unit}であり、${including}${first.have}${unit}が出席したため、${organName}は${stands}（${first.clause}）。`,
    )
  }
  if (noticeSentAt !== null) sentences.push(`招集の通知は${dayInWords(noticeSentAt)}に発した。`)
  if (lateNoticeReason !== null) sentences.push(`通知が遅れた理由は次のとおりである。${lateNoticeReason}`)
  return sentences.join('')
}

/** What the minutes say of an item: a paragraph each of who stayed outside, who explained, what was asked, who came or left. */
export function entryText(item: ItemFact, facts: MinutesFacts): string {
  const paragraphs = [
    ...exclusionText(item, facts),
    ...explanation(item),
    ...item.questions.map(questionText),
    ...(item.moves.length > 0 ? [item.moves.map((move) => moveText(move)).join('')] : []),
    ...outcomeText(item),
  ]
  return paragraphs.join('\n')
}

function exclusionText({ exclusions, decision }: ItemFact, facts: MinutesFacts): string[] {
  return exclusions.map(({ name, reason }, index) => {
    const clause = decision?.conflictClause ? `${decision.conflictClause}により` : ''
    const unit = unitWord('VOTERS', facts)
    const isLast = index === exclusions.length - 1
    const left =
      decision && isLast
        ? `議決に加わることのできる${facts.members ? '会員' : '役員'}は${decision.entitled}${unit}、出席は${decision.present}${unit}となった。`
        : ''
    return `${name}は、特別の利害関係があるとして（${reason.replace(/。$/, '')}）、${clause}審議と議決に加わらなかった。${left}`
  })
}

function explanation({ presenter, state, kind }: ItemFact): string[] {
  if (state === 'UPCOMING' || state === 'WITHDRAWN') return []
  if (presenter === '') return []
  return [`${presenter}が${kind === 'REPORT' ? '報告' : '説明'}した。`]
}

const questionText = ({ asker, text, answer }: ItemFact['questions'][number]): string =>
  `${asker}から、事前に「${text.trim()}」との質問があった。${answer === null ? '' : `これに対し「${answer.trim()}」と答えた。`}`

function moveText({ at, name, presence }: Move): string {
  const what = { ON_SITE: '会場に着いた', ONLINE: 'オンラインで加わった', LEFT: '退席した' }[presence]
  return `${timeInWords(at)}に${name}が${what}。`
}

function outcomeText({ state, decision }: ItemFact): string[] {
  if (state === 'WITHDRAWN') return ['この議案は取り下げられた。']
  if (state === 'CARRIED_OVER') return ['引き続き次の会議で審議することとした。']
  if (decision?.chairDecision)
    return [`賛成と反対が同数のため、議長が${decision.chairDecision === 'FOR' ? '可決' : '否決'}と決した。`]
  return []
}

/** What the minutes say at the end. */
export function closingText({ closedAt, form, chair }: MinutesFacts, signers: number): string {
  const end =
    form === 'ASSEMBLY' && closedAt !== null
      ? `以上で議事を終え、${timeInWords(closedAt)}に議長が閉会を告げた。`
      : ''
  const who = chair === '' ? `議事録署名人${signers}名` : `議長と議事録署名人${signers}名`
  return `${end}以上の議事を明らかにするため、この議事録を作り、${who}が署名する。`
}
