import type { Sql } from '../../kernel/read/sql.ts'

/** A welfare shelter that everybody may be told of: where it is and who can come, and none of the moving figures. */
export interface OpenShelter extends Record<string, unknown> {
  readonly facilityId: string
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string | null
  readonly municipalityCode: string
  readonly municipality: string
  readonly acceptedPersons: string
  readonly directEvacuation: boolean | null
  readonly companions: number | null
  readonly sample: boolean
}

/**
 * Shelters that are open by a decision of the municipality in a real disaster that goes on, and not full. Nothing of a
 * drill, and nothing of people who stay somewhere without a decision, is ever among them.
 */
export const openShelters = (sql: Sql): Promise<OpenShelter[]> =>
  sql<OpenShelter>(
    `SELECT f.id::text AS "facilityId", f.name, f.kana, concat_ws(' ', f.address, f.building) AS address, f.phone,
            f.municipality_code AS "municipalityCode", m.name AS municipality,
            coalesce(w.accepted_persons, '') AS "acceptedPersons", w.direct_evacuation AS "directEvacuation",
            w.companions, bool_or(f.sample OR p.sample) AS sample
     FROM shelter_opening AS o
     JOIN disaster_event AS e ON e.id = o.event_id AND NOT e.drill AND e.closed_at IS NULL
     JOIN platform AS p ON p.id = e.platform_id
     JOIN facility AS f ON f.id = o.facility_id AND f.status = 'ACTIVE'
     JOIN municipality AS m ON m.code = f.municipality_code
     LEFT JOIN welfare_shelter AS w ON w.facility_id = f.id
     WHERE o.state = 'OPEN' AND o.decided_at IS NOT NULL
     GROUP BY f.id, m.code, w.id
     ORDER BY f.municipality_code, f.kana, f.id LIMIT 500`,
    [],
  )
