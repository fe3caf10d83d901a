import type { Tx } from '../../../../kernel/db.ts'
import { addressKey } from '../../rules/address.ts'
import { placeNameKey } from '../../rules/names.ts'
import type { ImportScope } from './scope.ts'
import { isLimited } from './scope.ts'

/** Facilities of the registry that are keyed at a time. */
const PAGE = 2_000

/**
 * Which facility each row belongs to. A facility is what one corporation runs at one address; all services of one
 * 事業所番号 belong together even when their addresses are typed differently. Which one of the registry it is: where its
 * offices are registered, the leading service first; else the only one of the corporation at that address.
 */
export async function recognizeFacilities(tx: Tx, scope: ImportScope): Promise<void> {
  await joinOffices(tx)
  await tx.$executeRaw`UPDATE w_row SET place = 'row ' || number WHERE target = 'FACILITY' AND refusal IS NULL`
  await tx.$executeRaw`CREATE INDEX ON w_row (place)`
  await tx.$executeRaw`ANALYZE w_row`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_place ON COMMIT DROP AS
    SELECT *, NULL::uuid AS id, true AS is_new, false AS follows, row_number() OVER (ORDER BY rank, office_number COLLATE "C", main) AS nth
    FROM (
      SELECT DISTINCT ON (place) place, number AS main, target, rank, office_number, kind_id, sample, corporation,
        corporation_id, municipality_code, place_key, place_name, file
      FROM w_row WHERE place IS NOT NULL AND refusal IS NULL
      ORDER BY place, rank, office_number COLLATE "C", number
    ) AS chosen`
  await tx.$executeRaw`ALTER TABLE w_place ADD PRIMARY KEY (place)`
  await tx.$executeRaw`ANALYZE w_place`
  await followMerges(tx)
  await findByOffices(tx)
  await findByPlace(tx)
  await assign(tx)
  if (isLimited(scope)) await refuseForeignPlaces(tx, scope)
  await tx.$executeRaw`UPDATE w_place SET id = uuidv7() WHERE id IS NULL`
}

/** Offices that share corporation and address get one name, found step by step: the smallest of all they touch. */
async function joinOffices(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_link ON COMMIT DROP AS
    SELECT DISTINCT office_number, concat_ws('|', corporation, municipality_code, place_key) AS spot
    FROM w_row WHERE target = 'OFFICE' AND refusal IS NULL AND corporation IS NOT NULL AND place_key IS NOT NULL`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_office ON COMMIT DROP AS
    SELECT DISTINCT office_number, office_number AS name FROM w_row WHERE target = 'OFFICE' AND refusal IS NULL`
  await tx.$executeRaw`ANALYZE w_link`
  await tx.$executeRaw`ANALYZE w_office`
  for (let renamed = 1; renamed > 0;) {
    renamed = await tx.$executeRaw`
      UPDATE w_office AS o SET name = smallest.name
      FROM (
        SELECT l.office_number, min(spots.name) AS name
        FROM w_link AS l JOIN (
          SELECT l.spot, min(o.name) AS name FROM w_link AS l JOIN w_office AS o USING (office_number) GROUP BY l.spot
        ) AS spots USING (spot)
        GROUP BY l.office_number
      ) AS smallest
      WHERE smallest.office_number = o.office_number AND smallest.name < o.name`
  }
  await tx.$executeRaw`
    UPDATE w_row AS w SET place = 'office ' || o.name FROM w_office AS o
    WHERE w.target = 'OFFICE' AND w.refusal IS NULL AND o.office_number = w.office_number`
}

/**
 * A house whose offices a person put into another facility (a merge) is no house of its own any more: its offices stay
 * there, and the list's facts about it are nobody's.
 */
async function followMerges(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE w_place AS p SET id = moved.facility_id, is_new = false, follows = true
    FROM (
      SELECT w.place, (array_agg(o.facility_id ORDER BY w.rank, w.office_number COLLATE "C"))[1] AS facility_id
      FROM w_row AS w LEFT JOIN service_office AS o ON o.office_number = w.office_number AND o.service_kind_id = w.kind_id
      WHERE w.place IS NOT NULL AND w.refusal IS NULL
      GROUP BY w.place HAVING bool_and(coalesce('facilityId' = ANY (o.hand_set), false))
    ) AS moved
    WHERE moved.place = p.place AND p.target = 'OFFICE'`
}

/** By the offices: exactly this service, then another service of the same number. Those a person moved tell nothing. */
async function findByOffices(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_candidate ON COMMIT DROP AS
    SELECT w.place, o.facility_id, w.target,
      CASE WHEN w.target = 'FACILITY' OR o.service_kind_id = w.kind_id THEN 1 ELSE 2 END AS choice, w.rank, w.office_number
    FROM w_row AS w JOIN service_office AS o ON o.office_number = w.office_number
    WHERE w.place IS NOT NULL AND w.refusal IS NULL AND NOT 'facilityId' = ANY (o.hand_set)`
}

/** By corporation and address, where the offices do not tell: addresses are compared in one spelling. */
async function findByPlace(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_spot (facility_id uuid, corporation_id uuid, sample boolean, municipality_code text, place_key text,
      place_name text) ON COMMIT DROP`
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await tx.$queryRaw<RegisteredPlace[]>`
      SELECT f.id, f.name, f.address, f.building, f.corporation_id, f.sample, f.municipality_code, m.prefecture, m.district,
        m.name AS municipality, c.name AS corporation
      FROM facility AS f JOIN municipality AS m ON m.code = f.municipality_code JOIN corporation AS c ON c.id = f.corporation_id
      WHERE f.id > ${after}::uuid AND f.corporation_id IN (
        SELECT p.corporation_id FROM w_place AS p
        WHERE NOT EXISTS (SELECT FROM w_candidate AS w WHERE w.place = p.place AND w.choice = 1))
      ORDER BY f.id LIMIT ${PAGE}`
    const keyed = page.map((place) => ({
      facility_id: place.id,
      corporation_id: place.corporation_id,
      sample: place.sample,
      municipality_code: place.municipality_code,
      place_key: addressKey(
        place.address,
        { prefecture: place.prefecture, district: place.district, name: place.municipality },
        place.building ?? '',
      ),
      place_name: placeNameKey(place.name, place.corporation),
    }))
    await tx.$executeRaw`
      INSERT INTO w_spot SELECT * FROM jsonb_populate_recordset(NULL::w_spot, ${JSON.stringify(keyed)}::jsonb)`
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = last.id
  }
  await tx.$executeRaw`ANALYZE w_spot`
  // Of a list without services the name tells first, because several entries may share a house.
  await tx.$executeRaw`
    INSERT INTO w_candidate (place, facility_id, target, choice, rank, office_number)
    SELECT p.place, s.facility_id, p.target,
      CASE WHEN p.target = 'OFFICE' THEN 5 WHEN same_spot AND same_name THEN 2 WHEN same_name THEN 3 ELSE 4 END, p.rank, NULL
    FROM w_place AS p JOIN w_spot AS s ON s.corporation_id = p.corporation_id AND s.sample = p.sample
    CROSS JOIN LATERAL (SELECT coalesce(s.municipality_code = p.municipality_code AND s.place_key = p.place_key, false) AS same_spot,
      p.place_name <> '' AND s.place_name = p.place_name AS same_name) AS alike
    WHERE NOT p.follows AND CASE p.target WHEN 'OFFICE' THEN same_spot ELSE same_spot OR same_name END`
}

interface RegisteredPlace {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly building: string | null
  readonly corporation_id: string
  readonly sample: boolean
  readonly municipality_code: string
  readonly prefecture: string
  readonly district: string | null
  readonly municipality: string
  readonly corporation: string
}

/** Every place gets the best facility that no better one has taken. What is told by the place alone must be the only one. */
async function assign(tx: Tx): Promise<void> {
  await tx.$executeRaw`CREATE INDEX ON w_candidate (place)`
  await tx.$executeRaw`ANALYZE w_candidate`
  await tx.$executeRaw`
    DELETE FROM w_candidate AS c USING (
      SELECT place, choice FROM w_candidate WHERE choice > 1 GROUP BY 1, 2 HAVING count(DISTINCT facility_id) > 1
    ) AS many WHERE many.place = c.place AND many.choice = c.choice AND (c.target = 'FACILITY' OR c.choice = 5)`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_taken (place text PRIMARY KEY, facility_id uuid, target text) ON COMMIT DROP`
  for (let found = 1; found > 0;) {
    found = await tx.$executeRaw`
      INSERT INTO w_taken
      SELECT DISTINCT ON (facility_id, target) place, facility_id, target FROM (
        SELECT DISTINCT ON (c.place) c.place, c.facility_id, c.target, c.choice, p.nth
        FROM w_candidate AS c JOIN w_place AS p USING (place)
        WHERE NOT EXISTS (SELECT FROM w_taken AS t WHERE t.place = c.place)
          AND NOT EXISTS (SELECT FROM w_taken AS t WHERE t.facility_id = c.facility_id AND t.target = c.target)
        ORDER BY c.place, c.choice, c.rank, c.office_number COLLATE "C", c.facility_id
      ) AS best ORDER BY facility_id, target, choice, nth`
  }
  await tx.$executeRaw`
    UPDATE w_place AS p SET id = t.facility_id, is_new = false FROM w_taken AS t WHERE t.place = p.place`
  // Two entries of one list that the registry holds as one facility: nothing is merged or split silently.
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'FACILITY_TWICE'
    FROM w_place AS p
    WHERE w.place = p.place AND p.target = 'FACILITY' AND p.is_new
      AND EXISTS (SELECT FROM w_candidate AS c WHERE c.place = p.place AND c.choice < 4)`
  await tx.$executeRaw`
    DELETE FROM w_place AS p USING w_row AS w WHERE w.place = p.place AND w.refusal IS NOT NULL AND p.target = 'FACILITY'`
}

/** What the registry holds elsewhere, or for another corporation, is not the body's to change. */
async function refuseForeignPlaces(tx: Tx, { municipalityCode }: ImportScope): Promise<void> {
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'NOT_YOUR_ROW'
    FROM w_place AS p JOIN facility AS f ON f.id = p.id
    WHERE w.place = p.place AND w.refusal IS NULL AND f.municipality_code IS DISTINCT FROM ${municipalityCode}
      AND (f.corporation_id IS NULL OR f.corporation_id NOT IN (SELECT id FROM w_own))`
  await tx.$executeRaw`
    DELETE FROM w_place AS p WHERE NOT EXISTS (SELECT FROM w_row AS w WHERE w.place = p.place AND w.refusal IS NULL)`
}
