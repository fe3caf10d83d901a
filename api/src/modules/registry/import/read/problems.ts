import { MENDS, NOTES } from '../../rules/reading.ts'

/** Why a file cannot be used as a whole. */
export const FILE_PROBLEMS = [
  'FILE_EMPTY',
  'FILE_BINARY',
  'FILE_OLD_EXCEL',
  'FILE_DAMAGED',
  'FILE_TOO_LARGE',
  'FILE_NOT_TABLE',
  'FILE_NO_ROWS',
  'NOTHING_PUBLISHED',
  'COLUMNS_MISSING',
  'HEADING_TWICE',
  'SHELTER_KIND_UNKNOWN',
] as const

export type FileProblemCode = (typeof FILE_PROBLEMS)[number]

/** Why a row cannot be taken. ROW_TWICE is found by whoever puts the rows together. */
export const REFUSALS = [
  'NAME_MISSING',
  'ADDRESS_MISSING',
  'MUNICIPALITY_UNKNOWN',
  'OFFICE_NUMBER_MISSING',
  'OFFICE_NUMBER_WRONG',
  'OFFICE_NUMBER_ROUNDED',
  'SERVICE_UNKNOWN',
  'SOURCE_KEY_MISSING',
  'ROW_SHIFTED',
  'ROW_CUT_OFF',
  'ROW_TWICE',
  'CELL_LOST',
] as const

/** How a row was read although a cell is damaged. */
const ROW_MENDS = [...MENDS, 'MUNICIPALITY_BY_NAME', 'LAST_LINE_OPEN'] as const

/** Everything there can be to tell about a row; every code has a Japanese and an English text. */
export const ROW_PROBLEMS = [...REFUSALS, ...NOTES, ...ROW_MENDS] as const

export type RowProblemCode = (typeof ROW_PROBLEMS)[number]

/** A code that can refuse a row: its own, or the note of a value without which the row is nothing. */
export type RefusalCode = (typeof REFUSALS)[number]

/** A file that cannot be used as a whole; `detail` is what the sentence needs, e.g. the headings that are missing. */
export class UnreadableFile extends Error {
  readonly code: FileProblemCode
  readonly detail: string

  constructor(code: FileProblemCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}
