import type { OutputForm } from '../../generated/prisma/enums.ts'
import type { ExportCell, ExportTable } from '../registry/public.ts'
import { dayInJapan } from '../../kernel/clock.ts'
import type { Figures, UnclaimedLine } from './figures.ts'
import { claimPack, type ClaimLine } from './rules/claim.ts'
import { fill, leftOut, type Filled, type Missing } from './rules/target.ts'
import { DRILL, FORMS, marked, momentInWords } from './rules/words.ts'
import { TARGETS } from './targets/forms.ts'

/** A form of an event, filled. */
export interface Sheets {
  readonly form: OutputForm
  readonly title: string
  readonly basis: string
  readonly confirmed: boolean
  readonly drill: boolean
  readonly eventName: string
  readonly network: string
  readonly asOf: Date
  readonly sheets: readonly Filled[]
  readonly leftOut: readonly Missing[]
  /** COST_CLAIM alone: by category; empty where nothing keeps costs. */
  readonly claim: readonly ClaimLine[]
  /** COST_CLAIM alone: what went out and has no line in the claim yet. */
  readonly unclaimed: readonly UnclaimedLine[]
}

/** Fills a form. A drill has no public page. */
export function sheetsOf(form: OutputForm, figures: Figures): Sheets {
  const target = TARGETS[form]
  const { event, asOf, costs } = figures
  const shown =
    form === 'PUBLIC_PAGE' && (event.drill || event.closedAt !== null) ? [] : fill(target, figures)
  return {
    form,
    title: marked(FORMS[form], event),
    basis: target.basis,
    confirmed: target.confirmed,
    drill: event.drill,
    eventName: marked(event.name, event),
    network: event.network,
    asOf,
    sheets: shown,
    leftOut: leftOut(target),
    claim: form === 'COST_CLAIM' && costs ? claimPack(costs.lines) : [],
    unclaimed: form === 'COST_CLAIM' && costs ? costs.unclaimed : [],
  }
}

/** A form as a table: one row per facility, or per category of a claim. The drill stands in every row. */
export function tableOf(sheets: Sheets): ExportTable {
  const { form, drill, asOf, title, eventName, network } = sheets
  const kind = drill ? DRILL : '実災害'
  const isClaim = form === 'COST_CLAIM'
  const fields = TARGETS[form].fields.map(({ label }) => label)
  const rows: (readonly ExportCell[])[] = isClaim
    ? claimRows(sheets).map((cells) => [kind, eventName, ...cells])
    : sheets.sheets.map(({ facility, fields: filled, missing }) => [
        kind,
        eventName,
        facility,
        ...filled.map(({ value }) => value),
        missing.map(({ label, reason }) => `${label}（${reason}）`).join('、') || null,
      ])
  const columns = isClaim
    ? [
        '区分',
        '災害',
        '費用の区分',
        '件数',
        '合計（円）',
        '金額のない件数',
        '書類のない件数',
        'まだ費用を書いていないもの',
      ]
    : ['区分', '災害', '施設', ...fields, '埋まらなかった欄']
  async function* portions() {
    yield rows.map((cells) => ({ cells, point: null }))
  }
  return {
    about: {
      title: `${title} ${eventName}`,
      madeOn: dayInJapan(asOf),
      notes: [
        ...(drill ? [`${DRILL}これは訓練の記録です。実際の災害ではありません。`] : []),
        `ネットワーク：${network}`,
        `作成時刻：${momentInWords(asOf)}`,
        `よりどころ：${sheets.basis}`,
        ...sheets.leftOut.map(({ label, reason }) => `入れていない項目：${label}（${reason}）`),
      ],
    },
    columns,
    portions: portions(),
  }
}

const claimRows = ({ claim, unclaimed }: Sheets): ExportCell[][] => [
  ...claim.map((line) => [
    `${line.name}${line.confirmed ? '' : '（未確認）'}`,
    line.lines,
    line.yen,
    line.withoutYen,
    line.withoutEvidence,
    null,
  ]),
  ...unclaimed.map(({ facility, what, at }) => [
    null,
    null,
    null,
    null,
    null,
    `${facility} ${what} ${momentInWords(at)}`,
  ]),
]
