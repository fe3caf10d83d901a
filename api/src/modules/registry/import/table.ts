import { parse } from 'csv-parse/sync'

export interface TableRow {
  /** Line of the file in which the row begins; 1 is the heading. */
  readonly line: number
  /** The cell under a heading; blank when the row is shorter than its heading. */
  cell(heading: string): string
}

export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

/** The text of a published file: UTF-8 with or without byte order mark, else Shift_JIS. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('shift_jis').decode(bytes)
  }
}

/** Reads comma separated text. Columns are found by their heading, so order and further columns do not matter. */
export function readTable(text: string): Table {
  const records = parse(text, { info: true, relaxColumnCount: true, skipEmptyLines: true }) as unknown as {
    record: string[]
    info: { lines: number }
  }[]
  const [heading, ...rest] = records
  const headings = heading?.record.map((cell) => cell.trim()) ?? []
  const columns = new Map(headings.map((name, n) => [name, n]))
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    cell: (name: string) => record[columns.get(name) ?? -1] ?? '',
  }))
  return { headings, rows }
}
