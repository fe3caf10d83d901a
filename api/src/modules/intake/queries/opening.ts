import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { seesCounts } from '../policy/intake.ts'

export interface OpeningRow extends Record<string, unknown> {
  readonly openingId: string
  readonly eventId: string
  readonly eventName: string
  readonly drill: boolean
  readonly platformId: string
  readonly facilityId: string
  /** The facility as the event calls it; null if nobody called it. */
  readonly calledId: string | null
  readonly facilityName: string
  readonly sample: boolean
  readonly closedAt: Date | null
  readonly bookId: string | null
  readonly wrappedKey: Uint8Array | null
  readonly keyVersion: number | null
  readonly exportedAt: Date | null
  readonly destroyOn: string | null
  readonly destroyedAt: Date | null
}

const STATEMENT = `
  SELECT o.id AS "openingId", o.event_id AS "eventId", e.name AS "eventName", e.drill, e.platform_id AS "platformId",
    o.facility_id AS "facilityId", f.name AS "facilityName", f.sample, o.closed_at AS "closedAt", b.id AS "bookId",
    (SELECT c.id FROM called_facility c WHERE c.event_id = o.event_id AND c.facility_id = o.facility_id) AS "calledId",
    encode(b.wrapped_key, 'base64') AS "wrappedKey", b.key_version AS "keyVersion", b.exported_at AS "exportedAt",
    b.destroy_on::text AS "destroyOn", b.destroyed_at AS "destroyedAt"
  FROM shelter_opening o JOIN disaster_event e ON e.id = o.event_id JOIN facility f ON f.id = o.facility_id
    LEFT JOIN intake_book b ON b.opening_id = o.id
  WHERE o.id = $1::uuid`

const moment = (at: unknown): Date | null => (at === null || at === undefined ? null : new Date(at as string))

/** An opening with its book, for whoever sees at least how many are there; null for everybody else. */
export async function readOpening(sql: Sql, viewer: Viewer, id: string) {
  const [row] = await sql<OpeningRow & { wrappedKey: string | null }>(STATEMENT, [id])
  const sight = row ? seesCounts(viewer, row) : null
  if (!row || !sight) return null
  return {
    ...row,
    sight,
    closedAt: moment(row.closedAt),
    exportedAt: moment(row.exportedAt),
    destroyedAt: moment(row.destroyedAt),
    wrappedKey: bytes(row.wrappedKey),
  }
}
export type FoundOpening = NonNullable<Awaited<ReturnType<typeof readOpening>>>

/** Bytes as statements of the read path write them: base64. */
export const bytes = (text: string | null): Uint8Array<ArrayBuffer> | null =>
  text === null ? null : new Uint8Array(Buffer.from(text, 'base64'))
