/** Why a cell of a published table gave no value although something stood in it. */
export type NoteCode =
  | 'CORPORATE_NUMBER_MISSING'
  | 'CORPORATE_NUMBER_WRONG'
  | 'CORPORATION_NAME_MISSING'
  | 'CAPACITY_UNREADABLE'
  | 'PHONE_UNREADABLE'
  | 'FAX_UNREADABLE'
  | 'URL_UNREADABLE'
  | 'POINT_UNREADABLE'
  | 'POINT_OUTSIDE_MUNICIPALITY'

/**
 * What a cell gave. A blank cell has neither value nor note; an unreadable one has a note.
 * Nothing is guessed: a value that cannot be read is left out and said to be so.
 */
export interface Reading<Value, Note extends NoteCode = NoteCode> {
  readonly value: Value | null
  readonly note: Note | null
}

export const given = <Value>(value: Value): Reading<Value, never> => ({ value, note: null })

export const blank: Reading<never, never> = { value: null, note: null }

export const unreadable = <Note extends NoteCode>(note: Note): Reading<never, Note> => ({ value: null, note })
