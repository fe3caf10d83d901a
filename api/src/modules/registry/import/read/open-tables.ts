import { openDelimited } from './delimited.ts'
import { openFeatures } from './features.ts'
import { startOf } from './pieces.ts'
import type { OpenFile } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import type { RawTable } from './table.ts'
import { startOfText } from './text.ts'
import { openWorkbook } from './workbook.ts'

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, n) => bytes[n] === byte)

/** The tables of a file: one, or one for each sheet of a workbook. What it is is told by its bytes, not by its name. */
export async function openTables(open: OpenFile): Promise<RawTable[]> {
  const start = await startOf(open, 8)
  if (start.length === 0) throw new UnreadableFile('FILE_EMPTY')
  if (startsWith(start, 0x50, 0x4b)) return openWorkbook(open)
  // The container of .xls, and of an .xlsx that asks for a password.
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) throw new UnreadableFile('FILE_OLD_EXCEL')
  if (startsWith(start, 0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile('FILE_BINARY')
  const { text } = await startOfText(open)
  switch (text.trimStart()[0]) {
    case '{':
    case '[':
      return [await openFeatures(open)]
    case '<':
      throw new UnreadableFile('FILE_NOT_TABLE')
    default:
      return [await openDelimited(open)]
  }
}
