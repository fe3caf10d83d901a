import { textOf, type Cell, type ExportTable } from './table.ts'

/**
 * A cell of a CSV file. Text that a spreadsheet would take for a formula gets an apostrophe in front: a name of a
 * facility must not run in somebody's Excel.
 */
export function csvCell(cell: Cell): string {
  const text = textOf(cell)
  const safe = typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The lines of a CSV file (RFC 4180), heading first. */
export async function* csvLines({ columns, portions }: ExportTable): AsyncGenerator<string> {
  yield line(columns)
  for await (const portion of portions) yield portion.map(({ cells }) => line(cells)).join('')
}

/** In UTF-8, with the mark by which Excel knows it. */
export async function* utf8(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  yield Buffer.from('\uFEFF', 'utf8')
  for await (const text of lines) if (text !== '') yield Buffer.from(text, 'utf8')
}
