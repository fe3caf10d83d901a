import type { Field } from './fields.ts'
import type { Layout } from './layouts.ts'
import { UnreadableFile } from './problems.ts'

const SIGNS = /[\s\u200b-\u200d\ufeff_＿\-ー・･,、.。:：;/／*※"'「」『』【】[\]〔〕()（）<>＜＞]/g

/**
 * A heading as it is compared: width, case, spaces, brackets and other signs make no difference, nor whether it says
 * 市町村 or 市区町村, which changes from release to release.
 */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(SIGNS, '')
    .replaceAll('市町村', '市区町村')
    .replaceAll('または', '又は')
    .replaceAll('および', '及び')
    .replace(/ふりがな$|フリガナ$|かな$/, 'カナ')

// What a bracket behind a heading may say without changing what the column means.
const EXPLANATION =
  /\((?:人|名|人数|円|必須|任意|半角|全角|半角数字|西暦|和暦|漢字|日本語|例.*|ハイフン.*|[0-9]+桁.*|世界測地系|十進.*|JGD[0-9]*|WGS84|※.*)\)/g

/** The same without an explanation in brackets: 定員（人）. 電話番号（法人） is another column and stays what it is. */
const bareKey = (heading: string): string => headingKey(heading.normalize('NFKC').replace(EXPLANATION, ''))

/** The same without anything in brackets, good enough for a proposal. */
export const looseKey = (heading: string): string =>
  headingKey(heading.normalize('NFKC').replace(/\([^()]*\)/g, ''))

export interface FoundColumn {
  readonly field: Field
  /** Positions of its columns in the order in which they count: a blank cell of the first leaves it to the second. */
  readonly positions: readonly number[]
}

/** Where a table has the columns of a layout. */
export interface ColumnMatch {
  readonly columns: readonly FoundColumn[]
  /** Positions of headings that the layout knows but that are not read. */
  readonly unread: ReadonlySet<number>
}

/**
 * Finds the columns of a layout by their headings, wherever they stand. A heading that is known in full comes first;
 * one that is known without its brackets counts only where nothing else claims the field.
 */
export function matchColumns(layout: Layout, headings: readonly string[]): ColumnMatch {
  const keys = headings.map(headingKey)
  const taken = new Set<number>()
  const unreadKeys = new Set(layout.unread.map(headingKey))
  const found = new Map<Field, number[]>()

  for (const { field, headings: known } of layout.columns) {
    const positions = [...new Set(known.map(headingKey))].flatMap((key) => {
      const here = keys.flatMap((other, position) =>
        other === key && !taken.has(position) ? [position] : [],
      )
      if (here.length > 1) throw new UnreadableFile('HEADING_TWICE', headings[here[0] ?? 0] ?? '')
      return here
    })
    for (const position of positions) taken.add(position)
    if (positions.length > 0) found.set(field, positions)
  }
  const unread = new Set(
    keys.flatMap((key, position) => (unreadKeys.has(key) && !taken.has(position) ? [position] : [])),
  )

  const bare = headings.map(bareKey)
  for (const { field, headings: known } of layout.columns) {
    if (found.has(field)) continue
    const knownBare = new Set(
      known.filter((heading) => headingKey(heading) === bareKey(heading)).map(headingKey),
    )
    const here = bare.flatMap((key, position) =>
      knownBare.has(key) && !taken.has(position) && !unread.has(position) ? [position] : [],
    )
    if (here.length !== 1) continue
    taken.add(here[0] ?? 0)
    found.set(field, here)
  }
  return { columns: [...found].map(([field, positions]) => ({ field, positions })), unread }
}

/** Every heading gets a name of its own, so that a row can be given back by its headings. */
export function namedHeadings(cells: readonly string[]): string[] {
  const names: string[] = []
  for (const [position, cell] of cells.entries()) {
    const name = cell.replace(/\s+/g, ' ').trim() || `列${position + 1}`
    let own = name
    for (let n = 2; names.includes(own); n++) own = `${name} (${n})`
    names.push(own)
  }
  return names
}
