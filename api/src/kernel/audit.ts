import type { Announcement, Audience } from './events.ts'
import type { Tx } from './db.ts'
import type { Viewer } from './viewer.ts'

/** What one act leaves in the audit chain. */
export interface AuditRecord {
  readonly command: string
  readonly subjectType: string | null
  readonly subjectId: string | null
  readonly audience: readonly Audience[]
  /** Without secrets. */
  readonly input: unknown
  readonly reason: string | null
  /** Whose right was used, when it was not the acting body's own. */
  readonly behalf: Behalf | null
}

/** A body on whose behalf somebody acts: its key (`CORPORATION:id`), and its name as it is now. */
export interface Behalf {
  readonly key: string
  readonly name: string
}

export interface AuditOrigin {
  readonly viewer: Viewer
  readonly now: Date
  readonly requestId: string | null
}

/**
 * Appends the act and what it announces, in one statement and as the last one before the commit: it takes the lock
 * that orders all commits (decision 004).
 */
export async function appendLedger(
  tx: Tx,
  { behalf, ...record }: AuditRecord,
  announcements: readonly Announcement[],
  { viewer, now, requestId }: AuditOrigin,
): Promise<void> {
  const entry = {
    at: now,
    actorUserId: viewer.userId,
    tokenId: viewer.tokenId,
    actingKey: viewer.acting?.key ?? null,
    actingName: viewer.acting?.name ?? null,
    actingRoles: viewer.acting?.roles ?? [],
    behalfKey: behalf?.key ?? null,
    behalfName: behalf?.name ?? null,
    requestId,
    ...record,
  }
  await tx.$queryRaw`select append_ledger(${asJson(entry)}::jsonb, ${asJson(announcements)}::jsonb)::text`
}

/** JSON knows no whole number of any size: yen are written as the graph writes them, as text. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner))

/** The bodies on whose behalf somebody acts, and the person: they may read what was done in their name. */
export function audienceOf(viewer: Viewer): Audience[] {
  const { acting, userId } = viewer
  return [
    ...(userId ? [`user:${userId}` as const] : []),
    ...(acting ? bodiesOf({ ...acting, municipalityCode: null }) : []),
  ]
}

interface Placed {
  readonly corporationId?: unknown
  readonly facilityId?: unknown
  readonly platformId?: unknown
  readonly municipalityCode?: unknown
}

/** The bodies a record belongs to, from the columns it carries. */
export function bodiesOf(record: Placed): Audience[] {
  const named = (kind: 'corporation' | 'facility' | 'platform' | 'municipality', key: unknown) =>
    typeof key === 'string' ? [`${kind}:${key}` as const] : []
  return [
    ...named('corporation', record.corporationId),
    ...named('facility', record.facilityId),
    ...named('platform', record.platformId),
    ...named('municipality', record.municipalityCode),
  ]
}
