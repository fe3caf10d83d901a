import type { Tx } from '../../../kernel/db.ts'
import { storedAddressKey } from '../rules/matching/addresses.ts'
import { keyedCorporation } from '../rules/matching/corporations.ts'
import type { MatchableCorporation } from './find-pairs.ts'

interface Row {
  id: string
  corporateNumber: string | null
  name: string
  otherSpellings: string[]
  seatAddress: string | null
  seatName: string | null
  seatPrefecture: string | null
  seatMunicipalityCode: string | null
  phone: string | null
  sample: boolean
  municipalityCodes: string[] | null
  places:
    | { code: string; address: string; building: string | null; name: string; prefecture: string }[]
    | null
}

/**
 * What stands of corporations. Those with a number are candidates only for those without, so their facilities' addresses
 * are read only where somebody without a number could share them.
 */
export async function loadCorporations(tx: Tx): Promise<MatchableCorporation[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.corporate_number AS "corporateNumber", c.name, c.other_spellings AS "otherSpellings",
           c.seat_address AS "seatAddress", m.name AS "seatName", m.prefecture AS "seatPrefecture",
           c.seat_municipality_code AS "seatMunicipalityCode", c.phone, c.sample,
           f.codes AS "municipalityCodes", f.places
    FROM corporation AS c
    LEFT JOIN municipality AS m ON m.code = c.seat_municipality_code
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT p.municipality_code) AS codes,
             jsonb_agg(jsonb_build_object('code', p.municipality_code, 'address', p.address, 'building', p.building,
               'name', pm.name, 'prefecture', pm.prefecture)) AS places
      FROM facility AS p JOIN municipality AS pm ON pm.code = p.municipality_code
      WHERE p.corporation_id = c.id AND p.status = 'ACTIVE'
    ) AS f ON true
    WHERE c.status = 'ACTIVE' ORDER BY c.id`
  return rows.map((row) => {
    const seat =
      row.seatAddress !== null && row.seatName !== null && row.seatPrefecture !== null
        ? storedAddressKey(row.seatAddress, { name: row.seatName, prefecture: row.seatPrefecture }, null)
        : null
    const codes = [
      ...(row.municipalityCodes ?? []),
      ...(row.seatMunicipalityCode ? [row.seatMunicipalityCode] : []),
    ]
    const places = (row.places ?? []).flatMap((place) => {
      const key = storedAddressKey(place.address, place, place.building)
      return key === null ? [] : [`${place.code} ${key}`]
    })
    return {
      ...keyedCorporation({
        id: row.id,
        number: row.corporateNumber,
        names: [row.name, ...row.otherSpellings],
        seat: row.seatAddress,
        seatKey: seat === null ? null : `${row.seatMunicipalityCode} ${seat}`,
        municipalityCodes: [...new Set(codes)],
        phones: row.phone === null ? [] : [row.phone],
        placeKeys: [...new Set(places)],
      }),
      sample: row.sample,
    }
  })
}
