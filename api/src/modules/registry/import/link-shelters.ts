import type { Tx } from '../../../kernel/db.ts'
import { addressKey } from '../rules/address.ts'
import { keyedByMunicipality, matchShelter } from '../rules/shelter-match.ts'

/** Recognizes the shelters of the municipalities an import touched as facilities, one municipality at a time. */
export async function linkShelters(tx: Tx, runId: string, now: Date): Promise<void> {
  const touched = await tx.$queryRaw<Municipality[]>`
    SELECT m.code, m.prefecture, m.district, m.name FROM municipality AS m WHERE m.code IN (
      SELECT f.municipality_code FROM w_write AS w JOIN facility AS f ON f.id = w.record_id
      UNION SELECT f.municipality_code FROM w_write AS w JOIN service_office AS o ON o.id = w.record_id JOIN facility AS f ON f.id = o.facility_id
      UNION SELECT s.municipality_code FROM w_write AS w JOIN shelter AS s ON s.id = w.record_id)
    ORDER BY m.code`
  for (const municipality of touched) await linkWithin(tx, municipality, runId, now)
}

interface Municipality {
  readonly code: string
  readonly prefecture: string
  readonly district: string | null
  readonly name: string
}

interface PlaceRow {
  readonly id: string
  readonly names: readonly string[]
  readonly corporation: string | null
  readonly address: string
  readonly building: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

interface ShelterRow extends PlaceRow {
  readonly welfare: boolean
  readonly facility_id: string | null
  readonly match_reason: string | null
}

async function linkWithin(tx: Tx, municipality: Municipality, runId: string, now: Date): Promise<void> {
  const shelters = await tx.$queryRaw<ShelterRow[]>`
    SELECT id, ARRAY[name] AS names, NULL AS corporation, address, NULL AS building, latitude, longitude, welfare, facility_id, match_reason
    FROM shelter WHERE municipality_code = ${municipality.code} AND NOT sample AND NOT 'facility_id' = ANY (hand_set_columns(hand_set))`
  if (shelters.length === 0) return
  const facilities = await tx.$queryRaw<PlaceRow[]>`
    SELECT f.id, coalesce(o.names, ARRAY[f.name]) AS names, c.name AS corporation, f.address, f.building, f.latitude, f.longitude
    FROM facility AS f LEFT JOIN corporation AS c ON c.id = f.corporation_id
    LEFT JOIN LATERAL (SELECT array_agg(name) AS names FROM service_office WHERE facility_id = f.id AND status = 'ACTIVE') AS o ON true
    WHERE f.municipality_code = ${municipality.code} AND NOT f.sample AND f.status = 'ACTIVE'`
  const placeOf = (row: PlaceRow) => ({
    id: row.id,
    names: row.names,
    corporationName: row.corporation,
    municipalityCode: municipality.code,
    addressKey: addressKey(row.address, municipality, row.building ?? ''),
    point:
      row.latitude !== null && row.longitude !== null
        ? { latitude: row.latitude, longitude: row.longitude }
        : null,
  })
  const keyed = keyedByMunicipality(facilities.map(placeOf))
  const links = shelters.flatMap((shelter) => {
    const found = matchShelter({ ...placeOf(shelter), welfare: shelter.welfare }, keyed)
    const [facilityId, reason] = [found?.facility.id ?? null, found?.reason ?? null]
    const isSame = facilityId === shelter.facility_id && reason === shelter.match_reason
    return isSame ? [] : [{ id: shelter.id, facility_id: facilityId, match_reason: reason }]
  })
  if (links.length === 0) return
  const json = JSON.stringify(links)
  // A shelter that this import creates needs no line of its own: undoing takes it away with its link.
  await tx.$executeRaw`
    INSERT INTO import_change (run_id, number, record, record_id, action, label, identifier, before, after, changed, protected, lines,
      expected_version)
    SELECT ${runId}::uuid, (SELECT coalesce(max(number), 0) FROM import_change WHERE run_id = ${runId}::uuid) + row_number() OVER (ORDER BY s.name, s.id),
      'SHELTER', s.id, 'LINK', s.name, s.source_key, jsonb_build_object('facility_id', s.facility_id, 'match_reason', s.match_reason),
      jsonb_build_object('facility_id', l.facility_id, 'match_reason', l.match_reason), '{facility_id,match_reason}', '{}', '[]', s.version
    FROM jsonb_to_recordset(${json}::jsonb) AS l (id uuid, facility_id uuid, match_reason text) JOIN shelter AS s ON s.id = l.id
    WHERE NOT EXISTS (SELECT FROM w_write AS w WHERE w.record_id = s.id AND w.action = 'CREATE')`
  await tx.$executeRaw`
    UPDATE shelter AS s SET facility_id = l.facility_id, match_reason = l.match_reason, version = s.version + 1, updated_at = ${now}
    FROM jsonb_to_recordset(${json}::jsonb) AS l (id uuid, facility_id uuid, match_reason text) WHERE s.id = l.id`
}
