import type { ShelterFactKind, ShelterFactSource } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { editShelter, factsVisibleSql, speakAs, withdrawFact } from '../policy/register.ts'
import { countInEveryWay, type CountedFact } from '../rules/counting.ts'
import { parameters } from './statement.ts'

/** Something that was said of a welfare shelter, with what belongs to it. */
export interface ShelterFactLine {
  readonly shelterFactId: string
  readonly kind: ShelterFactKind
  readonly at: Date
  readonly source: ShelterFactSource
  readonly sourceText: string
  readonly eventName: string | null
  readonly drill: boolean
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly recordedAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
  readonly mayWithdraw: boolean
}

/** A facility's entry in the register, as far as the viewer may read it. */
export interface ShelterRecord {
  readonly designated: boolean
  readonly agreed: boolean
  readonly planned: boolean
  readonly mayEdit: boolean
  /** Sources in whose name the viewer may say something. */
  readonly recordsAs: readonly ShelterFactSource[]
  readonly facts: readonly ShelterFactLine[]
}

const SOURCES: readonly ShelterFactSource[] = [
  'FACILITY',
  'MUNICIPALITY',
  'NETWORK',
  'THIRD_PARTY',
  'PUBLISHED_DATA',
]

interface FactRow extends Record<string, unknown> {
  readonly id: string
  readonly kind: ShelterFactKind
  readonly at: Date
  readonly source: ShelterFactSource
  readonly sourceText: string
  readonly eventId: string | null
  readonly eventName: string | null
  readonly drill: boolean
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly recordedAt: Date
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
}

/** What is on record of one facility; null where there is no such facility. */
export async function shelterRecord(
  sql: Sql,
  viewer: Viewer,
  facilityId: string,
  now: Date,
): Promise<ShelterRecord | null> {
  const { values, param } = parameters(facilityId)
  const [[facility], rows] = await Promise.all([
    sql<{ id: string; corporationId: string | null; municipalityCode: string; platformIds: string[] }>(
      `SELECT fa.id::text, fa.corporation_id::text AS "corporationId", fa.municipality_code AS "municipalityCode",
         array(SELECT m.platform_id::text FROM platform_membership AS m WHERE m.corporation_id = fa.corporation_id
           AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)) AS "platformIds"
       FROM facility AS fa WHERE fa.id = $1::uuid`,
      [facilityId, viewer.today],
    ),
    sql<FactRow>(
      `SELECT f.id::text, f.kind::text, f.at, f.source::text, f.source_text AS "sourceText", f.event_id::text AS "eventId",
         e.name AS "eventName", coalesce(e.drill, false) AS drill, d.id::text AS "documentId",
         d.title AS "documentTitle", f.recorded_at AS "recordedAt",
         f.withdrawn_at AS "withdrawnAt", f.withdrawn_reason AS "withdrawnReason"
       FROM shelter_fact AS f JOIN facility AS fa ON fa.id = f.facility_id
       LEFT JOIN disaster_event AS e ON e.id = f.event_id
       LEFT JOIN document AS d ON d.id = f.document_id AND d.deleted_at IS NULL AND d.audience = 'MEMBERS'
         AND d.platform_id = ANY (${param([...viewer.platformIds])}::uuid[])
       WHERE f.facility_id = $1::uuid AND ${factsVisibleSql(viewer, param)}
       ORDER BY f.at DESC, f.recorded_at DESC, f.id DESC LIMIT 200`,
      values,
    ),
  ])
  if (!facility) return null
  const facts = rows.map((row) => ({
    ...row,
    facilityId,
    at: new Date(row.at),
    recordedAt: new Date(row.recordedAt),
    withdrawnAt: row.withdrawnAt && new Date(row.withdrawnAt),
  }))
  const counts = countInEveryWay(facts satisfies CountedFact[], { eventId: null, at: now, knownAt: now })
  return {
    designated: counts.DESIGNATED > 0,
    agreed: counts.AGREED > 0,
    planned: counts.PLANNED > 0,
    mayEdit: editShelter(viewer, facility).allowed,
    recordsAs: SOURCES.filter((source) => speakAs(viewer, facility, source).allowed),
    facts: facts.map(({ id, facilityId: _facility, eventId: _event, documentId, ...fact }) => ({
      ...fact,
      documentId: documentId && globalId('Document', documentId),
      shelterFactId: globalId('ShelterFact', id),
      mayWithdraw: withdrawFact(viewer, facility, fact).allowed,
    })),
  }
}
