import type { Tx } from '../../kernel/db.ts'
import { recordShelterFact } from './fact-writing.ts'

interface Published extends Record<string, unknown> {
  readonly facility_id: string
  readonly kind: 'DESIGNATED' | 'DESIGNATION_ENDED'
  readonly at: Date
  readonly source_text: string
  readonly accepted: string
}

/**
 * Facilities that a published list names as designated welfare shelters and that are not on record as such by these
 * files, and those that were and are in no list any more. A fact holds from the day the list was true for.
 */
const DIFFERENCES = `
  WITH latest AS (
    SELECT DISTINCT ON (facility_id) facility_id, kind FROM shelter_fact
    WHERE source = 'PUBLISHED_DATA' AND kind IN ('DESIGNATED', 'DESIGNATION_ENDED') AND withdrawn_at IS NULL
    ORDER BY facility_id, at DESC, recorded_at DESC, id DESC
  ), listed AS (
    SELECT DISTINCT ON (s.facility_id) s.facility_id, s.name, s.accepted_persons, d.title, d.issuer, d.as_of
    FROM shelter AS s LEFT JOIN data_source AS d ON d.id = s.data_source_id
    WHERE s.welfare AND s.status = 'ACTIVE' AND s.facility_id IS NOT NULL
    ORDER BY s.facility_id, d.as_of, s.id
  )
  SELECT l.facility_id::text, 'DESIGNATED' AS kind,
    coalesce(l.as_of::timestamp AT TIME ZONE 'Asia/Tokyo', $1::timestamptz) AS at,
    coalesce(l.title || '（' || l.issuer || '）', '登録された指定避難所') || '：' || l.name AS source_text,
    coalesce(l.accepted_persons, '') AS accepted
  FROM listed AS l LEFT JOIN latest ON latest.facility_id = l.facility_id
  WHERE latest.kind IS DISTINCT FROM 'DESIGNATED'
  UNION ALL
  SELECT latest.facility_id::text, 'DESIGNATION_ENDED', $1::timestamptz,
    '公表された指定避難所の一覧に載らなくなった', ''
  FROM latest WHERE latest.kind = 'DESIGNATED'
    AND NOT EXISTS (SELECT FROM listed AS l WHERE l.facility_id = latest.facility_id)
  ORDER BY 1`

/**
 * Takes over what published lists say of designations, and gives each designated facility its entry in the register where
 * it has none yet. Doing it again changes nothing.
 */
export async function takeOver(
  tx: Tx,
  now: Date,
  byUserId: string | null,
): Promise<{ designated: number; ended: number }> {
  // One at a time, so that none is recorded twice.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('readiness.designations'))`
  const found = await tx.$queryRawUnsafe<Published[]>(DIFFERENCES, now.toISOString())
  for (const { facility_id: facilityId, kind, at, source_text: sourceText } of found)
    await recordShelterFact(tx, {
      facilityId,
      kind,
      at: at > now ? now : at,
      source: 'PUBLISHED_DATA',
      sourceText,
      eventId: null,
      recordedByUserId: byUserId,
      recordedAt: now,
    })
  const designated = found.filter(({ kind }) => kind === 'DESIGNATED')
  await tx.welfareShelter.createMany({
    data: designated.map(({ facility_id: facilityId, accepted }) => ({
      facilityId,
      acceptedPersons: accepted,
    })),
    skipDuplicates: true,
  })
  return { designated: designated.length, ended: found.length - designated.length }
}
