import { parseGlobalId } from '../../kernel/ids.ts'
import { forbidden } from '../../kernel/problems.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { previewKeyOf, previewMandateEnd, type WorkedMandate } from './mandate-work.ts'
import { endMandate } from './policy/mandates.ts'
import type { MandatePreview } from './rules/mandates.ts'

/** What ending a mandate would mean, with the key that ends it. */
export interface KeyedPreview extends MandatePreview {
  readonly key: string
}

interface MandateRow extends WorkedMandate, Record<string, unknown> {
  readonly version: number
}

const MANDATE = `
  SELECT id::text, corporation_id::text AS "corporationId", holder_corporation_id::text AS "holderCorporationId",
    holder_platform_id::text AS "holderPlatformId", permission::text, version
  FROM mandate WHERE id = $1::uuid AND ended_at IS NULL`

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** For who may end it; null if it is not there, or has ended. */
export async function findMandateEndPreview(
  sql: Sql,
  viewer: Viewer,
  mandateId: string,
  now: Date,
): Promise<KeyedPreview | null> {
  const parsed = parseGlobalId(mandateId)
  if (parsed?.model !== 'Mandate' || !UUID.test(parsed.id)) return null
  const [mandate] = await sql<MandateRow>(MANDATE, [parsed.id])
  if (!mandate) return null
  const verdict = endMandate(viewer, mandate)
  if (!verdict.allowed) throw forbidden(verdict.reason)
  const preview = await previewMandateEnd(sql, mandate, now)
  return { ...preview, key: previewKeyOf(mandate.id, mandate.version, preview) }
}
