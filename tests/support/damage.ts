import fc from 'fast-check'
import { encoded, separated, workbook, type TextEncoding } from './import-files.ts'

/** A table as the damages work on it: its heading and its rows, all texts. */
export interface PlainTable {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What happens to a file between its issuer and the person who uploads it. */
export interface Damage {
  readonly encoding: TextEncoding
  readonly delimiter: ',' | '\t' | ';'
  readonly lineEnd: '\r\n' | '\n'
  readonly container: 'CSV' | 'XLSX'
  /** A spreadsheet took every code for a number; `decimals` is what it left behind each of them. */
  readonly numbers: boolean
  readonly decimals: '' | '.0'
  /** 023-641-3275 → 02-3641-3275 */
  readonly phones: boolean
  /** Digits and hyphens of some columns in full width. */
  readonly wide: boolean
  readonly title: boolean
  /** Random numbers: the order of the columns, and which of them are renamed, lost or new. */
  readonly order: readonly number[]
  readonly renamed: readonly number[]
  readonly lost: readonly number[]
  readonly further: number
}

const some = fc.array(fc.nat(60), { maxLength: 3 })

export const damages: fc.Arbitrary<Damage> = fc.record({
  encoding: fc.constantFrom('UTF-8', 'UTF-8 BOM', 'Shift_JIS', 'UTF-16 LE'),
  delimiter: fc.constantFrom(',', '\t', ';'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  container: fc.constantFrom('CSV', 'CSV', 'XLSX'),
  numbers: fc.boolean(),
  decimals: fc.constantFrom('', '.0'),
  phones: fc.boolean(),
  wide: fc.boolean(),
  title: fc.boolean(),
  order: fc.array(fc.nat(1000), { minLength: 45, maxLength: 45 }),
  renamed: some,
  lost: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some),
  further: fc.nat(2),
})

export const unharmed: Damage = {
  encoding: 'UTF-8',
  delimiter: ',',
  lineEnd: '\r\n',
  container: 'CSV',
  numbers: false,
  decimals: '',
  phones: false,
  wide: false,
  title: false,
  order: [],
  renamed: [],
  lost: [],
  further: 0,
}

const asNumber = (cell: string, decimals: string): string =>
  /^[0-9]{1,15}$/.test(cell) ? `${Number(cell)}${decimals}` : cell

const regrouped = (cell: string): string => {
  if (!/^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$/.test(cell)) return cell
  const digits = cell.replaceAll('-', '')
  return `${digits.slice(0, 2)}-${digits.slice(2, -4)}-${digits.slice(-4)}`
}

const inFullWidth = (cell: string): string =>
  /^[0-9-]+$/.test(cell)
    ? cell.replace(/[0-9-]/g, (one) => (one === '-' ? '－' : String.fromCharCode(one.charCodeAt(0) + 0xfee0)))
    : cell

/** Another heading that means the same, or for every third column one that nobody knows. */
function otherHeading(heading: string, n: number): string {
  if (n % 3 === 2) return `新項目${n}`
  const turned = heading.includes('（')
    ? heading.replace('（', '(').replace('）', ')')
    : heading.replace('(', '（').replace(')', '）')
  return n % 3 === 0
    ? ` ${turned.split('').join(' ')}`
    : turned.replace('市町村', '市区町村').replace('_', '＿')
}

/** The bytes of a table after everything that happened to it. */
export function damaged({ headings, rows }: PlainTable, damage: Damage): Uint8Array {
  const positions = headings.map((_, position) => position)
  const lost = new Set(damage.lost.map((n) => n % headings.length))
  const order = positions
    .filter((position) => !lost.has(position))
    .toSorted((a, b) => (damage.order[a] ?? 0) - (damage.order[b] ?? 0) || a - b)
  const renamed = new Map(damage.renamed.map((n) => [n % headings.length, n]))
  const newHeadings = order.map((position) => {
    const n = renamed.get(position)
    const heading = headings[position] ?? ''
    return n === undefined ? heading : otherHeading(heading, n)
  })
  const further = Array.from({ length: damage.further }, (_, n) => `更新情報${n + 1}`)
  const table = [
    ...(damage.title ? [['一覧（見本の表題）']] : []),
    [...newHeadings, ...further],
    ...rows.map((cells) => [
      ...order.map((position) => {
        let cell = cells[position] ?? ''
        if (damage.phones) cell = regrouped(cell)
        if (damage.numbers) cell = asNumber(cell, damage.decimals)
        return damage.wide && position % 2 === 0 ? inFullWidth(cell) : cell
      }),
      ...further.map(() => '2026'),
    ]),
  ]
  if (damage.container === 'XLSX') return workbook(table, damage.decimals)
  return encoded(separated(table, damage.delimiter, damage.lineEnd), damage.encoding)
}
