import type { Sql } from '../../../kernel/read/sql.ts'
import type { DataKey } from '../../../kernel/sealing.ts'
import { keyOf, readEntry } from '../book.ts'
import type { Entry } from '../rules/entries.ts'
import type { PersonalName } from '../rules/personal-fields.ts'
import { bytes, type FoundOpening } from './opening.ts'

export interface EntryRow extends Record<string, unknown> {
  readonly bookId: string
  readonly position: string
  readonly sealed: string | null
}

const ENTRY = `
  x.id, x.book_id AS "bookId", x.position::text, x.device_id AS "deviceId", x.sequence, x.stated_at AS "statedAt",
  x.kind::text AS kind, to_json(x.subjects) AS subjects, to_json(x.based_on) AS "basedOn", x.field::text AS field, x.people,
  x.need::text AS need, x.stay::text AS stay, x.destination::text AS destination, encode(x.sealed, 'base64') AS sealed`

/** An entry out of a row of ENTRY. */
export const entryOf = (
  row: EntryRow,
  key: DataKey | null,
  mayRead?: (name: PersonalName) => boolean,
): Entry => readEntry(key, { ...row, sealed: bytes(row.sealed) } as never, mayRead)

export const openKey = ({
  bookId,
  wrappedKey,
  keyVersion,
}: Pick<FoundOpening, 'bookId' | 'wrappedKey' | 'keyVersion'>) =>
  bookId && wrappedKey && keyVersion !== null ? keyOf({ id: bookId, wrappedKey, keyVersion }) : null

/** All entries of some books. */
export const entriesOfBooks = (sql: Sql, bookIds: readonly string[]): Promise<EntryRow[]> =>
  bookIds.length === 0
    ? Promise.resolve([])
    : sql<EntryRow>(
        `SELECT ${ENTRY} FROM intake_entry x WHERE x.book_id = ANY($1::uuid[]) ORDER BY x.position`,
        [[...bookIds]],
      )

/** The next entries of a book after a position. */
export const entriesAfter = (sql: Sql, bookId: string, after: string, first: number): Promise<EntryRow[]> =>
  sql<EntryRow>(
    `SELECT ${ENTRY} FROM intake_entry x WHERE x.book_id = $1::uuid AND x.position > $2::bigint ORDER BY x.position LIMIT $3::int`,
    [bookId, after, first],
  )
