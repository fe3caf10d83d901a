import type { Encoding } from './inspect-file.ts'

/** One row as it stands in the file. */
export interface TableRecord {
  /** Line of the file, row of the sheet or number of the feature in which the record begins. */
  readonly line: number
  readonly cells: readonly string[]
  /**
   * Of the last record of a text whose line has no end. SHORT: it has fewer cells than the others and is cut off. OPEN: it
   * has as many, so it is whole or cut within its last cell.
   */
  readonly ending?: 'SHORT' | 'OPEN'
}

/** A file seen as records of cells, before anybody knows what its columns mean. */
export interface RawTable {
  readonly container: 'CSV' | 'XLSX' | 'JSON'
  readonly encoding: Encoding | null
  readonly delimiter: ',' | '\t' | ';' | null
  readonly sheet: string | null
  /**
   * Records from the first to the last, read anew on each call. A JSON file gives its headings as first record, and
   * may give longer records where a later feature has a further property: `furtherHeadings` then has grown.
   */
  records(): AsyncIterable<TableRecord>
  readonly furtherHeadings?: readonly string[]
}
