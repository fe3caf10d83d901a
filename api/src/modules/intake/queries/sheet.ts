import type { Sql } from '../../../kernel/read/sql.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { sheetState, type SheetState } from '../rules/sheet.ts'

export interface SheetToKeyIn {
  readonly state: SheetState
  readonly number: number
  readonly facilityName: string
  readonly eventName: string
  readonly drill: boolean
  readonly expiresAt: Date
}

/** What a helper without an account sees by the link of a sheet: which sheet it is, and of nobody anything. */
export async function sheetToKeyIn(sql: Sql, token: string, now: Date): Promise<SheetToKeyIn | null> {
  const [row] = await sql<
    Record<string, unknown> & {
      expiresAt: string
      usedAt: string | null
      revokedAt: string | null
    } & SheetToKeyIn
  >(
    `SELECT s.number, f.name AS "facilityName", e.name AS "eventName", e.drill, s.expires_at AS "expiresAt",
       s.used_at AS "usedAt", s.revoked_at AS "revokedAt"
     FROM intake_sheet s JOIN intake_book b ON b.id = s.book_id JOIN shelter_opening o ON o.id = b.opening_id
       JOIN facility f ON f.id = o.facility_id JOIN disaster_event e ON e.id = o.event_id
     WHERE s.token_hash = $1`,
    [hashOfSecret(token)],
  )
  if (!row) return null
  const at = (text: string | null) => (text === null ? null : new Date(text))
  const expiresAt = new Date(row.expiresAt)
  const state = sheetState({ expiresAt, usedAt: at(row.usedAt), revokedAt: at(row.revokedAt) }, now)
  const { number, facilityName, eventName, drill } = row
  return { state, number, facilityName, eventName, drill, expiresAt }
}
