import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { openHelper, type Helper } from '../who-comes-writing.ts'
import { readHelper } from '../policy/events.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly sealed: string
  readonly wrappedKey: string
  readonly keyVersion: number
  readonly platformId: string
  readonly offeringId: string
  readonly offeringCorporationId: string | null
  readonly askingId: string | null
  readonly askingCorporationId: string | null
}

interface Reading {
  readonly sql: Sql
  readonly viewer: Viewer
  readonly logRead: (type: string, ids: readonly string[]) => Promise<void>
}

/** Who comes for an offer, to those who have to know; logged before it is given. Null for everybody else. */
export async function helperOf({ sql, viewer, logRead }: Reading, offerId: string): Promise<Helper | null> {
  const [row] = await sql<Row>(
    `SELECT h.id::text, encode(h.sealed, 'base64') AS sealed, encode(h.wrapped_key, 'base64') AS "wrappedKey",
       h.key_version AS "keyVersion", e.platform_id::text AS "platformId", f.id::text AS "offeringId",
       f.corporation_id::text AS "offeringCorporationId", a.id::text AS "askingId",
       a.corporation_id::text AS "askingCorporationId"
     FROM aid_helper AS h JOIN aid_offer AS o ON o.id = h.offer_id JOIN facility AS f ON f.id = o.facility_id
     JOIN aid_request AS r ON r.id = o.request_id JOIN disaster_event AS e ON e.id = r.event_id
     LEFT JOIN facility AS a ON a.id = r.facility_id
     WHERE h.offer_id = $1::uuid`,
    [offerId],
  )
  if (!row) return null
  const between = {
    platformId: row.platformId,
    offering: { facilityId: row.offeringId, corporationId: row.offeringCorporationId },
    asking: { facilityId: row.askingId, corporationId: row.askingCorporationId },
  }
  if (!readHelper(viewer, between).allowed) return null
  await logRead('AidHelper', [row.id])
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
  return openHelper({
    id: row.id,
    sealed: bytes(row.sealed),
    wrappedKey: bytes(row.wrappedKey),
    keyVersion: row.keyVersion,
  })
}
