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
] as const

export type FileProblemCode = (typeof FILE_PROBLEMS)[number]

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
