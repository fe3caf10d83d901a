/** Why a cell of a table gave no value although something stood in it, or none although one is expected. */
export const NOTES = [
  'CORPORATE_NUMBER_MISSING',
  'CORPORATE_NUMBER_WRONG',
  'CORPORATE_NUMBER_ROUNDED',
  'CORPORATION_NAME_MISSING',
  'CAPACITY_UNREADABLE',
  'CAPACITY_UNSURE',
  'PHONE_UNREADABLE',
  'FAX_UNREADABLE',
  'URL_UNREADABLE',
  'EMAIL_IN_URL',
  'POINT_UNREADABLE',
  'POINT_OUTSIDE_JAPAN',
  'POINT_SWAPPED',
  'POINT_OUTSIDE_MUNICIPALITY',
  'POSTAL_CODE_UNREADABLE',
  'DATE_UNREADABLE',
  'HAZARD_UNREADABLE',
  'SERVICE_PARTLY_UNKNOWN',
  'ADDRESS_RUN_TOGETHER',
  'MUNICIPALITY_CONTRADICTED',
  'CHARACTERS_LOST',
] as const

export type NoteCode = (typeof NOTES)[number]

/** How a damaged cell was read all the same. */
export const MENDS = ['ZERO_RESTORED', 'DECIMALS_REMOVED', 'PHONE_REGROUPED'] as const

export type MendCode = (typeof MENDS)[number]

/**
 * What a cell gave. A blank cell has neither value nor note; an unreadable one has a note.
 * Nothing is guessed: a value that cannot be read is left out and said to be so.
 */
export interface Reading<Value, Note extends string = NoteCode> {
  readonly value: Value | null
  readonly note: Note | null
  /** What the cell probably should be; a person decides. */
  readonly proposal?: string
  /** The value was read although the cell is damaged, because a check digit or a fixed length proves it. */
  readonly mended?: MendCode
}

export const given = <Value>(value: Value, mended?: MendCode): Reading<Value, never> =>
  mended === undefined ? { value, note: null } : { value, note: null, mended }

export const blank: Reading<never, never> = { value: null, note: null }

export const unreadable = <Note extends string>(note: Note, proposal?: string): Reading<never, Note> =>
  proposal === undefined ? { value: null, note } : { value: null, note, proposal }
