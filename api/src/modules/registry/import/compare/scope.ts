import type { Tx } from '../../../../kernel/db.ts'

/** What an import may touch: everything (no body), what concerns a network, or what is one corporation's own. */
export interface ImportScope {
  readonly runId: string
  readonly platformId: string | null
  readonly municipalityCode: string | null
  readonly corporationId: string | null
  /** Day in Japan: memberships count that stand on it. */
  readonly today: Date
}

/** Notes the corporations that are the body's own or its network's members: `w_own`. Null scope: nothing is noted. */
async function noteOwn(tx: Tx, { platformId, corporationId, today }: ImportScope): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_own ON COMMIT DROP AS
    SELECT corporation_id AS id FROM platform_membership
    WHERE platform_id = ${platformId}::uuid AND starts_on <= ${today}::date AND (ends_on IS NULL OR ends_on >= ${today}::date)
    UNION SELECT ${corporationId}::uuid WHERE ${corporationId}::uuid IS NOT NULL`
}

export const isLimited = ({ platformId, corporationId }: ImportScope): boolean =>
  platformId !== null || corporationId !== null

/** Refuses rows that are neither of an own corporation nor, for a network, in its municipality. */
export async function keepToScope(tx: Tx, scope: ImportScope): Promise<void> {
  await noteOwn(tx, scope)
  if (!isLimited(scope)) return
  const { municipalityCode } = scope
  await tx.$executeRaw`
    UPDATE w_row SET refusal = 'NOT_YOUR_ROW'
    WHERE refusal IS NULL AND municipality_code IS DISTINCT FROM ${municipalityCode}
      AND (corporation_id IS NULL OR corporation_id NOT IN (SELECT id FROM w_own))`
  // A row may lie in the municipality and still speak of an office that the registry knows elsewhere.
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'NOT_YOUR_ROW'
    FROM service_office AS o JOIN facility AS f ON f.id = o.facility_id
    WHERE w.refusal IS NULL AND w.target IN ('OFFICE', 'FACILITY') AND o.office_number = w.office_number
      AND f.municipality_code IS DISTINCT FROM ${municipalityCode}
      AND (f.corporation_id IS NULL OR f.corporation_id NOT IN (SELECT id FROM w_own))`
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'NOT_YOUR_ROW'
    FROM shelter AS s
    WHERE w.refusal IS NULL AND w.target = 'SHELTER' AND s.kind::text = w.shelter_kind AND s.source_key = w.source_key
      AND s.municipality_code IS DISTINCT FROM ${municipalityCode}`
}
