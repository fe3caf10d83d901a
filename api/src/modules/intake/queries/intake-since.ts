import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { readableFields } from '../policy/intake.ts'
import type { Entry } from '../rules/entries.ts'
import { entriesAfter, entryOf, openKey } from './entries.ts'
import { readOpening } from './opening.ts'

export interface IntakePage {
  readonly drill: boolean
  readonly entries: readonly Entry[]
  /** Where to go on. */
  readonly cursor: string
  readonly more: boolean
}

/** What a page of entries holds; the most a device asks for at once. */
export const PAGE = 500

interface Reading {
  readonly sql: Sql
  readonly viewer: Viewer
  readonly logRead: (type: string, ids: readonly string[]) => Promise<void>
}

/** What was written after a place, for the staff of the shelter; null for everybody else. Whose data is given is logged first. */
export async function intakeSince(
  { sql, viewer, logRead }: Reading,
  openingId: string,
  after: string | null,
  first: number,
): Promise<IntakePage | null> {
  const opening = await readOpening(sql, viewer, openingId)
  if (!opening) return null
  const readable = readableFields(viewer, opening)
  if (readable.size === 0) return null
  const from = after && /^\d{1,18}$/.test(after) ? after : '0'
  if (!opening.bookId) return { drill: opening.drill, entries: [], cursor: from, more: false }
  const rows = await entriesAfter(sql, opening.bookId, from, first + 1)
  const page = rows.slice(0, first)
  const key = openKey(opening)
  const entries = page.map((row) => entryOf(row, key, (name) => readable.has(name)))
  const shown = entries.filter(({ value }) => value !== null).flatMap(({ subjects }) => subjects[0] ?? [])
  await logRead('IntakePerson', [...new Set(shown)])
  return {
    drill: opening.drill,
    entries,
    cursor: page.at(-1)?.position ?? from,
    more: rows.length > first,
  }
}
