import { isCorporateNumber, municipalityCodes, readOfficeNumber } from '../../rules/checked-numbers.ts'
import { readPhone } from '../../rules/contact.ts'
import { prefectureOf } from '../../rules/prefectures.ts'
import { serviceByName } from '../../rules/service-kinds.ts'
import { unspaced } from '../../rules/text.ts'
import type { ImportTarget } from '../reading.ts'
import { HAZARDS, type Field } from './fields.ts'
import { headingKey, looseKey, type ColumnMatch } from './headings.ts'
import { LAYOUTS } from './layouts.ts'
import type { ColumnMapping } from './plan.ts'
import type { HeadedTable } from './recognize.ts'

/** What a heading probably means, for a person to confirm. */
export interface ColumnProposal {
  readonly heading: string
  readonly field: Field | null
  /** 0 to 1; 1 = a known heading, below that told by likeness of headings or by what stands in the cells. */
  readonly confidence: number
}

/** How people head the columns of their own lists, beside the headings of published files. */
const OWN_HEADINGS: Partial<Record<Field, readonly string[]>> = {
  name: ['施設名', '施設名称', '施設の名称', '施設', '名前', '避難所名', '会員施設名', '事業所'],
  kana: ['フリガナ', 'ふりがな', '施設名カナ', 'カナ', 'よみ', 'よみがな'],
  officeNumber: ['事業所番号', '指定番号', '事業所No'],
  serviceName: ['サービス', 'サービス名', '種別', '施設種別', '事業種別', '施設の種類'],
  corporateNumber: ['法人番号', '法人マイナンバー'],
  corporationName: ['法人名', '法人名称', '設置法人', '運営法人', '設置主体', '経営主体', '運営主体'],
  corporationKana: ['法人名フリガナ', '法人名カナ'],
  municipalityCode: ['市町村コード', '自治体コード'],
  municipalityName: ['市町村', '市町村名', '市区町村', '自治体名', '所在市町村'],
  address: ['住所', '所在地', '施設住所', '施設所在地', '番地', '住所1'],
  building: ['建物', 'ビル名', '住所2'],
  postalCode: ['郵便番号', '〒', '郵便'],
  phone: ['電話', '電話番号', 'TEL', '代表電話', '代表番号', '連絡先', '施設電話'],
  nightPhone: ['夜間電話', '夜間連絡先', '夜間緊急連絡先', '緊急連絡先', '時間外連絡先', '夜間'],
  fax: ['FAX', 'ファックス', 'ファクス'],
  url: ['URL', 'ホームページ', 'HP', 'サイト'],
  capacity: ['定員', '入所定員', '利用定員', '収容人数', '受入人数', '定員数'],
  openedOn: ['開設日', '開設年月日', '設立年月日', '開所日', '事業開始日', '開設'],
  directorName: ['施設長', '施設長名', '施設長氏名', '管理者', '管理者名', '園長', '所長', '責任者'],
  sourceKey: ['管理番号', '避難所番号', '避難所ID', 'ID', 'No', '番号'],
  acceptedPersons: ['受入対象者', '対象者', '受入対象'],
  remark: ['その他市町村長が必要と認める事項'],
}

/** A field as people call its column. */
export const headingOf = (field: Field): string => OWN_HEADINGS[field]?.[0] ?? field

const KNOWN: ReadonlyMap<string, Field> = new Map([
  ...LAYOUTS.flatMap(({ columns }) =>
    columns.flatMap(({ field, headings }) =>
      headings.map((heading): [string, Field] => [headingKey(heading), field]),
    ),
  ),
  ...Object.entries(OWN_HEADINGS).flatMap(([field, headings]) =>
    headings.map((heading): [string, Field] => [headingKey(heading), field as Field]),
  ),
  ...HAZARDS.map((hazard): [string, Field] => [headingKey(hazard), hazard]),
])

/** Which cells a field may hold, and how telling it is when all cells of a column are such. */
const CONTENT: readonly (readonly [Field, confidence: number, fits: (cell: string) => boolean])[] = [
  ['corporateNumber', 0.95, isCorporateNumber],
  ['officeNumber', 0.95, (cell) => /^[0-9A-Z]{9,10}$/.test(cell) && readOfficeNumber(cell).value !== null],
  ['url', 0.9, (cell) => /^https?:\/\//.test(cell)],
  ['postalCode', 0.9, (cell) => /^〒?[0-9]{3}-[0-9]{4}$/.test(cell)],
  ['latitude', 0.9, (cell) => /^[234][0-9]\.[0-9]{3,}$/.test(cell)],
  ['longitude', 0.9, (cell) => /^1[2-5][0-9]\.[0-9]{3,}$/.test(cell)],
  [
    'address',
    0.8,
    (cell) =>
      (prefectureOf(cell) !== null && cell.length > 6) || /^[^0-9]{2,10}[市町村][^0-9]+[0-9]/.test(cell),
  ],
  ['serviceName', 0.8, (cell) => serviceByName(cell) !== null],
  ['phone', 0.7, (cell) => cell.includes('-') && readPhone(cell).value !== null],
  ['municipalityCode', 0.7, (cell) => /^[0-9]{5,6}$/.test(cell) && municipalityCodes(cell).length > 0],
  ['corporationName', 0.7, (cell) => /法人|株式会社|有限会社/.test(cell)],
]

/** A proposal from here on is put into the mapping that a person starts from. */
const CERTAIN_ENOUGH = 0.7

/** What each heading probably means: by its words, else by what stands below it. Each field is proposed once. */
export function proposeColumns(table: HeadedTable): ColumnProposal[] {
  const guesses = table.headings.flatMap((heading, position) =>
    guessesFor(
      heading,
      table.sample.map(({ cells }) => unspaced(cells[position] ?? '')),
    ).map((guess) => ({
      ...guess,
      heading,
    })),
  )
  const taken = new Map<string, ColumnProposal>()
  const fields = new Set<Field>()
  for (const { heading, field, confidence } of guesses.toSorted((a, b) => b.confidence - a.confidence)) {
    if (taken.has(heading) || fields.has(field)) continue
    taken.set(heading, { heading, field, confidence })
    fields.add(field)
  }
  return table.headings.map((heading) => taken.get(heading) ?? { heading, field: null, confidence: 0 })
}

interface Guess {
  readonly field: Field
  readonly confidence: number
}

function guessesFor(heading: string, cells: readonly string[]): Guess[] {
  const key = headingKey(heading)
  const known = KNOWN.get(key)
  if (known) return [{ field: known, confidence: 1 }]
  const bare = KNOWN.get(looseKey(heading))
  if (bare) return [{ field: bare, confidence: 0.8 }]
  const like = [...KNOWN].map(([other, field]) => ({ field, confidence: likeness(key, other) * 0.9 }))
  const filled = cells.filter((cell) => cell !== '')
  const told = CONTENT.map(([field, confidence, fits]) => ({
    field,
    confidence: filled.length === 0 ? 0 : (filled.filter(fits).length / filled.length) * confidence,
  }))
  return [...like, ...told].filter(({ confidence }) => confidence >= 0.5)
}

/** How many pairs of neighbouring characters two words share, from 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, otherPairs] = [one, other].map((word) =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, n) => word.slice(n, n + 2)),
  )
  if (!pairs || !otherPairs || pairs.length === 0 || otherPairs.length === 0) return 0
  const shared = pairs.filter((pair) => otherPairs.includes(pair)).length
  return (2 * shared) / (pairs.length + otherPairs.length)
}

/** What the headings of a recognized format mean. */
export const knownColumns = (table: HeadedTable, { columns }: ColumnMatch): ColumnProposal[] =>
  table.headings.map((heading, position) => {
    const field = columns.find(({ positions }) => positions.includes(position))?.field ?? null
    return { heading, field, confidence: field === null ? 0 : 1 }
  })

/** The mapping to start from, with what the rows are probably about; null where not even a name was found. */
export function proposedMapping(proposals: readonly ColumnProposal[]): ColumnMapping | null {
  const certain = proposals.filter(({ field, confidence }) => field !== null && confidence >= CERTAIN_ENOUGH)
  const fields = new Set(certain.map(({ field }) => field))
  if (!fields.has('name') && !fields.has('corporationName')) return null
  const target = targetOf(fields)
  // A running number in the first column is no ID except of a shelter.
  const meant = certain.filter(({ field }) => field !== 'sourceKey' || target === 'SHELTER')
  return {
    target,
    columns: Object.fromEntries(meant.flatMap(({ heading, field }) => (field ? [[heading, field]] : []))),
  }
}

function targetOf(fields: ReadonlySet<Field | null>): ImportTarget {
  if (HAZARDS.some((hazard) => fields.has(hazard)) || fields.has('acceptedPersons')) return 'SHELTER'
  if (!fields.has('name')) return 'CORPORATION'
  return fields.has('officeNumber') && fields.has('serviceName') ? 'OFFICE' : 'FACILITY'
}
