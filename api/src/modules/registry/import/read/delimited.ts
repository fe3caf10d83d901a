import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { OpenFile } from './plan.ts'
import { UnreadableFile } from './problems.ts'
import type { RawTable, TableRecord } from './table.ts'
import { startOfText, textOf } from './text.ts'

const DELIMITERS = [',', '\t', ';'] as const

/** A record longer than this is a quotation mark that nobody closed. */
const LONGEST_RECORD = 256 * 1024

interface ParsedRecord {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

/** Comma, tab or semicolon separated text. */
export async function openDelimited(open: OpenFile): Promise<RawTable> {
  const { encoding, binary, text } = await startOfText(open)
  if (binary) throw new UnreadableFile('FILE_BINARY')
  if (text.trim() === '') throw new UnreadableFile('FILE_EMPTY')
  const delimiter = delimiterOf(text)

  async function* records(): AsyncGenerator<TableRecord> {
    const ending = { text: '' }
    const parser = parse({
      delimiter,
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      maxRecordSize: LONGEST_RECORD,
    })
    pipeline(Readable.from(noticing(textOf(open, encoding), ending)), parser, () => undefined)
    let previous: TableRecord | null = null
    let widest = 0
    try {
      for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
        if (previous) yield previous
        // The parser counts the line in which a record ends.
        const inside = record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
        previous = { line: info.lines - inside, cells: record }
        widest = Math.max(widest, record.length)
      }
    } catch (error) {
      if (error instanceof CsvError) throw new UnreadableFile('FILE_DAMAGED', String(error.lines ?? ''))
      throw error
    }
    if (!previous) return
    if (ending.text.endsWith('\n')) yield previous
    else yield { ...previous, ending: previous.cells.length < widest ? 'SHORT' : 'OPEN' }
  }

  return { container: 'CSV', encoding, delimiter, sheet: null, records }
}

async function* noticing(pieces: AsyncIterable<string>, ending: { text: string }): AsyncGenerator<string> {
  for await (const piece of pieces) {
    ending.text = piece.slice(-1)
    yield piece
  }
}

/** Whichever of the separators occurs most in the first lines, outside quotation marks. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const start = text
    .split('\n')
    .slice(0, 5)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
