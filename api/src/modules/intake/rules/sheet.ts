import type { Entry, Field } from './entries.ts'

/** Lines of a printed sheet. */
export const LINES = 10

/** The columns of a sheet, in the order in which they are printed and keyed in. */
export const SHEET_FIELDS = [
  'NAME',
  'KANA',
  'BIRTH_YEAR',
  'SEX',
  'TOWN',
  'PHONE',
  'NEEDS',
  'SEARCH_CONSENT',
  'NOTE',
] as const satisfies readonly Field[]
export type SheetField = (typeof SHEET_FIELDS)[number]

export type SheetState = 'OPEN' | 'EXPIRED' | 'USED' | 'REVOKED'

interface Sheet {
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

/** Whether a sheet can be keyed in. */
export function sheetState({ expiresAt, usedAt, revokedAt }: Sheet, now: Date): SheetState {
  if (usedAt) return 'USED'
  if (revokedAt) return 'REVOKED'
  return now < expiresAt ? 'OPEN' : 'EXPIRED'
}

export interface SheetLine {
  readonly id: string
  readonly values: Readonly<Partial<Record<SheetField, string>>>
}

/** What a keyed sheet says, as entries; the sheet is the device. */
export function entriesOfSheet(
  lines: readonly SheetLine[],
  {
    sheetId,
    headcountId,
    at,
    newId,
  }: { sheetId: string; headcountId: string | null; at: string; newId: () => string },
): Entry[] {
  const entries: Entry[] = []
  const add = (id: string, said: Pick<Entry, 'kind' | 'subjects'> & Partial<Entry>) =>
    entries.push({
      id,
      deviceId: sheetId,
      sequence: entries.length + 1,
      at,
      basedOn: [],
      field: null,
      value: null,
      people: null,
      need: null,
      stay: null,
      destination: null,
      ...said,
    })
  for (const { id, values } of lines) {
    if (headcountId) add(id, { kind: 'NAMED_FROM_HEADCOUNT', subjects: [id, headcountId] })
    else add(id, { kind: 'PERSON_ADDED', subjects: [id] })
    for (const field of SHEET_FIELDS) {
      const value = values[field]
      if (value) add(newId(), { kind: 'FIELD_SET', subjects: [id], field, value })
    }
  }
  return entries
}
