import { dayInJapan } from '../../../kernel/clock.ts'
import { csvCell } from '../../registry/public.ts'
import type { Proof, ProofMeasure, RegisterLine } from './proof.ts'

type Cell = string | number | null

const OUTCOMES: Readonly<Record<string, string>> = {
  CARRIED: '可決',
  REJECTED: '否決',
  NO_QUORUM: '定足数不足',
}
const PARTS = {
  ON_SITE: '会場',
  ONLINE: 'オンライン',
  PROXY: '委任状',
  WRITTEN: '書面',
  LEFT: '退席',
  ABSENT: '欠席',
  EXCLUDED: '除斥',
  SUSPENDED: '会員資格の停止',
} as const
const CHOICES = { FOR: '賛成', AGAINST: '反対', ABSTAIN: '棄権' } as const
const BASES = { ALL: '加われる全員', PRESENT: '出席', CAST: '賛成と反対' } as const
const UNITS = { VOTERS: '人数', VOTES: '議決権' } as const

const share = ({ base, unit, numerator, denominator, reach }: ProofMeasure): string =>
  `${BASES[base]}（${UNITS[unit]}）の${denominator}分の${numerator}${reach === 'MORE_THAN' ? 'を超える' : '以上'}`

/** A decision, the rule that was applied, and every ballot, as a table for a spreadsheet. */
export function decisionCsv(line: RegisterLine, proof: Proof): string {
  const rows: readonly (readonly Cell[])[] = [
    ['議決番号', line.label],
    ['会', line.platform],
    ['議案', line.title],
    ['本文', line.text],
    ['結果', OUTCOMES[line.outcome] ?? line.outcome],
    ['議決の日', dayInJapan(line.decidedAt)],
    ['効力の始まり', line.holdsFrom],
    ['規則', `${proof.rulebookName} 第${proof.rulebookVersion}版`],
    ['規則の施行日', proof.rulebookEffectiveOn],
    ['区分', `${proof.resolutionName}（${proof.resolutionClause}）`],
    ...measures('定足数', proof, 'QUORUM'),
    ...measures('賛成', proof, 'MAJORITY'),
    ['議決に加われる会員', proof.entitled.voters, '議決権', proof.entitled.votes],
    ['賛成', proof.inFavour.voters, '議決権', proof.inFavour.votes],
    ['反対', proof.against.voters, '議決権', proof.against.votes],
    ['棄権', proof.abstaining.voters, '議決権', proof.abstaining.votes],
    ['再計算', proof.agrees ? '一致' : '不一致'],
    [],
    ['番号', '名前', '議決権', '出席の形', '委任状の相手', '票', '理由', '除斥の理由'],
    ...proof.ballots.map((ballot) => [
      ballot.position,
      ballot.name,
      ballot.votes,
      PARTS[ballot.part],
      ballot.part === 'PROXY' ? (ballot.proxyHolder ?? '議長') : null,
      ballot.choice && CHOICES[ballot.choice],
      ballot.reason,
      ballot.exclusionReason,
    ]),
  ]
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

const measures = (name: string, { steps }: Proof, code: 'QUORUM' | 'MAJORITY'): Cell[][] =>
  (steps.find((step) => step.code === code)?.measures ?? []).map((measure) => [
    `${name}の決まり`,
    share(measure),
    '条項',
    measure.clause,
    '必要',
    measure.needed,
    '実際',
    measure.have,
  ])
