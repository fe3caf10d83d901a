import type { Tx } from '../../../../kernel/db.ts'

/** The rows that could be read, by what records are recognized by. */
export async function gatherRows(tx: Tx, runId: string): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_row ON COMMIT DROP AS
    SELECT r.number, r.line, f.position AS file, k.target, k.sample,
      -- The row of a corporation speaks for it before the rows of its offices; a list without services comes last.
      CASE k.target WHEN 'CORPORATION' THEN -1 WHEN 'OFFICE' THEN kind.position ELSE 1000000 END AS rank,
      k."officeNumber" AS office_number, kind.id AS kind_id, k."corporateNumber" AS corporate_number,
      k."corporationName" AS spelling, corporation_name_key(k."corporationName") AS name_key,
      k."corporationKind" AS corporation_kind, k."municipalityCode" AS municipality_code, k."placeKey" AS place_key,
      k."placeName" AS place_name, k."shelterKind" AS shelter_kind, k."sourceKey" AS source_key,
      NULL::text AS corporation, NULL::uuid AS corporation_id, NULL::text AS place,
      CASE WHEN k.target = 'OFFICE' AND kind.id IS NULL THEN 'SERVICE_UNKNOWN'
           WHEN k.sample AND coalesce(k."officeNumber", k."corporateNumber") IS NOT NULL THEN 'SAMPLE_WITH_NUMBER'
      END AS refusal
    FROM import_row AS r
    JOIN import_file AS f ON f.id = r.file_id
    CROSS JOIN LATERAL jsonb_to_record(r.facts -> 'keys') AS k (
      target text, sample boolean, "officeNumber" text, scheme text, code text, "corporateNumber" text,
      "corporationName" text, "corporationKind" text, "municipalityCode" text, "placeKey" text, "placeName" text,
      "shelterKind" text, "sourceKey" text)
    LEFT JOIN service_kind AS kind ON kind.scheme::text = k.scheme AND kind.code = k.code
    WHERE r.run_id = ${runId}::uuid AND r.facts IS NOT NULL`
  await tx.$executeRaw`ALTER TABLE w_row ADD PRIMARY KEY (number)`
  await tx.$executeRaw`ANALYZE w_row`
}

/** The same thing said twice: the first row counts. */
export async function refuseRepetitions(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'ROW_TWICE'
    FROM (
      SELECT number, row_number() OVER (PARTITION BY target, CASE target
        WHEN 'OFFICE' THEN concat_ws('|', office_number, kind_id)
        WHEN 'SHELTER' THEN concat_ws('|', shelter_kind, source_key)
        WHEN 'CORPORATION' THEN corporation
        ELSE concat_ws('|', corporation, municipality_code, place_key, place_name) END ORDER BY number) AS nth
      FROM w_row WHERE refusal IS NULL
    ) AS counted
    WHERE counted.number = w.number AND counted.nth > 1`
}

/** Tells each refused row why. */
export async function markRefused(tx: Tx, runId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_row AS r SET outcome = 'REFUSED', problems = r.problems || jsonb_build_array(jsonb_build_object(
      'weight', 'REFUSED', 'code', w.refusal, 'heading', NULL, 'cell', '', 'proposal', NULL))
    FROM w_row AS w
    WHERE r.run_id = ${runId}::uuid AND r.number = w.number AND w.refusal IS NOT NULL`
  await tx.$executeRaw`DELETE FROM w_row WHERE refusal IS NOT NULL`
}
