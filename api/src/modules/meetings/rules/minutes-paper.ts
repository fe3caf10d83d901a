import { itemHeading, type ItemFact, type MinutesFacts, type ThresholdFact } from './minutes-facts.ts'
import { appliedRule, dayInWords, plainDay, timeInWords, unitWord } from './minutes-text.ts'

/** What the template of the minutes is given: words and numbers, nothing that is typesetting. */
export interface MinutesPaper {
  readonly heading: string
  readonly title: string
  readonly organisation: string
  readonly docNo: string
  /** At the foot of every page: 見本, 案. */
  readonly mark: string
  readonly facts: readonly (readonly [string, string])[]
  readonly attendance: readonly (readonly [string, number])[]
  readonly opening: readonly string[]
  readonly items: readonly PaperItem[]
  readonly closing: readonly string[]
  readonly signDate: string
  readonly signers: readonly PaperSigner[]
  /** What was signed, in one number; empty for a draft. */
  readonly seal: string
}

interface PaperItem {
  readonly no: string
  readonly title: string
  readonly body: readonly string[]
  readonly result: string
  readonly votes: readonly (readonly [string, string])[]
  readonly rule: string
}

interface PaperSigner {
  readonly role: string
  readonly who: string
  readonly signature: string
}

/** Minutes as they stand. */
export interface WrittenMinutes {
  readonly state: 'DRAFT' | 'SIGNING' | 'LOCKED'
  readonly facts: MinutesFacts
  readonly opening: string
  readonly closing: string
  readonly lockedAt: Date | null
  /** Hexadecimal; null for a draft. */
  readonly contentHash: string | null
  readonly entries: readonly { readonly itemId: string; readonly text: string }[]
  readonly signers: readonly {
    readonly role: 'CHAIR' | 'SIGNER'
    readonly name: string
    readonly signedName: string | null
    readonly signedAt: Date | null
  }[]
}

const OUTCOMES = { CARRIED: '可決', REJECTED: '否決', NO_QUORUM: '定足数不足' } as const

/** A line per paragraph; blank ones are none. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The paper of minutes. */
export function minutesPaper(minutes: WrittenMinutes): MinutesPaper {
  const { facts, state, lockedAt, contentHash } = minutes
  const texts = new Map(minutes.entries.map(({ itemId, text }) => [itemId, text]))
  return {
    heading: '議事録',
    title: facts.title,
    organisation: facts.platform,
    docNo: `${facts.platform}　${facts.label}`,
    mark: [facts.sample ? '見本' : '', { DRAFT: '案', SIGNING: '署名前', LOCKED: '' }[state]]
      .filter((one) => one !== '')
      .join('・'),
    facts: headFacts(facts),
    attendance: attendanceOf(facts),
    opening: paragraphsOf(minutes.opening),
    items: facts.items.map((item) => paperItem(item, texts.get(item.itemId) ?? '', facts)),
    closing: paragraphsOf(minutes.closing),
    signDate: lockedAt === null ? '' : dayInWords(lockedAt.toISOString()),
    signers: minutes.signers.map(({ role, name, signedName, signedAt }) => ({
      role: role === 'CHAIR' ? '議長' : '議事録署名人',
      who: signedName === null ? name : `${name}　${signedName}`,
      signature:
        signedAt === null ? '' : `電子署名　${plainDayOf(signedAt)}${timeInWords(signedAt.toISOString())}`,
    })),
    seal: contentHash ?? '',
  }
}

const plainDayOf = (at: Date): string =>
  plainDay(new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10))

function headFacts(facts: MinutesFacts): (readonly [string, string])[] {
  const { openedAt, closedAt, place, online, chair, roll, rulebook, form } = facts
  const until = closedAt === null ? '' : `から${timeInWords(closedAt)}まで`
  const where = [place, online ? 'オンライン併用' : ''].filter((part) => part !== '').join('、')
  const unit = unitWord('VOTERS', facts)
  const votes =
    roll.votes === roll.voters ? `議決権 1${unit}1個、合計${roll.votes}個` : `議決権 合計${roll.votes}個`
  return [
    form === 'ASSEMBLY'
      ? ['日時', `${dayInWords(openedAt)}${timeInWords(openedAt)}${until}`]
      : ['議決の日', closedAt === null ? '' : dayInWords(closedAt)],
    ['場所', form === 'ASSEMBLY' ? where : '書面による'],
    ['議長', chair],
    [facts.members ? '会員の数' : '役員の数', `${roll.voters}${unit}（${votes}）`],
    [
      '適用した規則',
      rulebook === null
        ? ''
        : `${rulebook.name} 第${rulebook.number}版${rulebook.effectiveOn === null ? '' : `（${plainDay(rulebook.effectiveOn)}施行）`}`,
    ],
  ].filter((fact): fact is [string, string] => fact[1] !== '')
}

function attendanceOf({ attendance, form }: MinutesFacts): (readonly [string, number])[] {
  const { onSite, online, proxy, written, absent, total } = attendance
  if (form !== 'ASSEMBLY')
    return [
      ['書面', written],
      ['回答なし', absent],
      ['合計', total],
    ]
  return [
    ['会場', onSite],
    ['オンライン', online],
    ['委任状', proxy],
    ['書面', written],
    ['欠席', absent],
    ['合計', total],
  ]
}

function paperItem(item: ItemFact, text: string, facts: MinutesFacts): PaperItem {
  const { decision } = item
  return {
    no: itemHeading(item),
    title: item.title,
    body: paragraphsOf(text),
    result: decision ? OUTCOMES[decision.outcome] : '',
    votes: decision
      ? [
          ['出席', String(decision.present)],
          ['必要な賛成', inUnits(decision.majority, facts, ({ needed }) => needed)],
          ['賛成', inUnits(decision.majority, facts, ({ have }) => have)],
          ['反対', String(decision.against)],
          ['棄権', String(decision.abstaining)],
          ...(decision.silent > 0 ? [['票なし', String(decision.silent)] as const] : []),
        ]
      : [],
    rule: decision ? `${decision.label}　${appliedRule({ decision }, facts)}` : '',
  }
}

/** One figure as it is; of several, each with its unit. */
function inUnits(
  thresholds: readonly ThresholdFact[],
  facts: MinutesFacts,
  figure: (threshold: ThresholdFact) => number,
): string {
  const [only] = thresholds
  if (thresholds.length === 1 && only) return String(figure(only))
  return thresholds.map((one) => `${figure(one)}${unitWord(one.unit, facts)}`).join('・')
}
