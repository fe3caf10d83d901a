import type { Tx } from '../../../kernel/db.ts'
import { storedAddressKey } from '../rules/matching/addresses.ts'
import { keyedPlace, type Place } from '../rules/matching/places.ts'
import type { ShelterKind } from '../../../generated/prisma/enums.ts'

export interface MatchableFacility extends Place {
  readonly sample: boolean
}

export interface MatchableShelter extends Place {
  readonly sample: boolean
  readonly kind: ShelterKind
  readonly dataSourceId: string | null
  readonly facilityId: string | null
  readonly matchReason: string | null
  readonly capacity: number | null
  readonly capacityText: string | null
  readonly capacitySourceId: string | null
  readonly handSet: readonly string[]
}

export interface MatchableMunicipality {
  readonly code: string
  readonly name: string
  readonly prefecture: string
}

/** Municipalities with something to compare. */
export const municipalitiesToMatch = (tx: Tx): Promise<MatchableMunicipality[]> =>
  tx.$queryRaw<MatchableMunicipality[]>`
    SELECT code, name, prefecture FROM municipality AS m
    WHERE EXISTS (SELECT FROM facility WHERE municipality_code = m.code)
       OR EXISTS (SELECT FROM shelter WHERE municipality_code = m.code)
    ORDER BY code`

interface FacilityRow {
  id: string
  name: string
  kana: string
  address: string
  building: string | null
  latitude: number | null
  longitude: number | null
  phone: string | null
  sample: boolean
  corporationId: string | null
  ownerNames: string[] | null
  officeNames: string[] | null
  officeKana: string[] | null
  officePhones: string[] | null
}

const pointOf = (latitude: number | null, longitude: number | null) =>
  latitude === null || longitude === null ? null : { latitude, longitude }

/** What stands of facilities in one municipality, with what their offices and owners are called. */
export async function loadFacilities(
  tx: Tx,
  municipality: MatchableMunicipality,
): Promise<MatchableFacility[]> {
  const rows = await tx.$queryRaw<FacilityRow[]>`
    SELECT f.id, f.name, f.kana, f.address, f.building, f.latitude, f.longitude, f.phone, f.sample,
           f.corporation_id AS "corporationId",
           (SELECT array_prepend(c.name, c.other_spellings) FROM corporation AS c WHERE c.id = f.corporation_id) AS "ownerNames",
           array_agg(DISTINCT o.name) FILTER (WHERE o.name IS NOT NULL) AS "officeNames",
           array_agg(DISTINCT o.kana) FILTER (WHERE o.kana IS NOT NULL) AS "officeKana",
           array_agg(DISTINCT o.phone) FILTER (WHERE o.phone IS NOT NULL) AS "officePhones"
    FROM facility AS f LEFT JOIN service_office AS o ON o.facility_id = f.id
    WHERE f.municipality_code = ${municipality.code} AND f.status = 'ACTIVE'
    GROUP BY f.id ORDER BY f.id`
  return rows.map(({ sample, ...row }) => ({
    ...keyedPlace({
      id: row.id,
      is: 'FACILITY',
      names: [row.name, ...(row.officeNames ?? [])],
      kana: [row.kana, ...(row.officeKana ?? [])],
      address: row.address,
      addressKey: storedAddressKey(row.address, municipality, row.building),
      municipalityCode: municipality.code,
      point: pointOf(row.latitude, row.longitude),
      phones: [row.phone ?? '', ...(row.officePhones ?? [])],
      ownerId: row.corporationId,
      ownerNames: row.ownerNames ?? [],
      welfare: false,
    }),
    sample,
  }))
}

/** What stands of shelters in one municipality. */
export async function loadShelters(tx: Tx, municipality: MatchableMunicipality): Promise<MatchableShelter[]> {
  const rows = await tx.shelter.findMany({
    where: { municipalityCode: municipality.code, status: 'ACTIVE' },
    orderBy: { id: 'asc' },
    omit: { searchText: true },
  })
  return rows.map((row) => ({
    ...keyedPlace({
      id: row.id,
      is: 'SHELTER',
      names: [row.name],
      kana: [],
      address: row.address,
      addressKey: storedAddressKey(row.address, municipality, null),
      municipalityCode: municipality.code,
      point: pointOf(row.latitude, row.longitude),
      phones: [],
      ownerId: null,
      ownerNames: [],
      welfare: row.welfare,
    }),
    sample: row.sample,
    kind: row.kind,
    dataSourceId: row.dataSourceId,
    facilityId: row.facilityId,
    matchReason: row.matchReason,
    capacity: row.capacity,
    capacityText: row.capacityText,
    capacitySourceId: row.capacitySourceId,
    handSet: row.handSet,
  }))
}
