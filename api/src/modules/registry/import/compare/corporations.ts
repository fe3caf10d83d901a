import type { Tx } from '../../../../kernel/db.ts'
import type { ImportScope } from './scope.ts'

/**
 * Which corporation each row belongs to. Where the row's own number is missing or wrong, the number counts that another
 * service of the same office carries, then that of the only corporation of the same name in the files, then what the
 * registry knows of the office, then the only corporation of that name in the registry; else the name stands alone.
 */
export async function recognizeCorporations(tx: Tx, { corporationId }: ImportScope): Promise<void> {
  await tx.$executeRaw`UPDATE w_row SET corporation = corporate_number WHERE corporate_number IS NOT NULL`
  await tx.$executeRaw`
    UPDATE w_row AS w SET corporation = found.number
    FROM (
      SELECT open.number AS row, coalesce(by_office.number, by_name.number) AS number
      FROM w_row AS open
      LEFT JOIN (SELECT office_number, min(corporate_number) AS number FROM w_row
        WHERE corporate_number IS NOT NULL AND office_number IS NOT NULL
        GROUP BY 1 HAVING count(DISTINCT corporate_number) = 1) AS by_office USING (office_number)
      LEFT JOIN (SELECT name_key, min(corporate_number) AS number FROM w_row
        WHERE corporate_number IS NOT NULL AND name_key IS NOT NULL
        GROUP BY 1 HAVING count(DISTINCT corporate_number) = 1) AS by_name USING (name_key)
      WHERE open.corporation IS NULL AND NOT open.sample
    ) AS found WHERE found.row = w.number AND found.number IS NOT NULL`
  await tx.$executeRaw`
    UPDATE w_row AS w SET corporation = c.corporate_number
    FROM service_office AS o JOIN corporation AS c ON c.id = o.corporation_id
    WHERE w.corporation IS NULL AND NOT w.sample AND o.office_number = w.office_number AND c.corporate_number IS NOT NULL`

  await tx.$executeRaw`
    CREATE TEMP TABLE w_name ON COMMIT DROP AS
    SELECT DISTINCT sample, name_key FROM w_row WHERE corporation IS NULL AND name_key IS NOT NULL`
  // The registry's names are only folded when somebody asks for a corporation by name.
  const [{ asked } = { asked: false }] = await tx.$queryRaw<{ asked: boolean }[]>`
    SELECT EXISTS (SELECT FROM w_name) AS asked`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_known ON COMMIT DROP AS
    SELECT n.sample, n.name_key, min(k.id::text)::uuid AS id, count(*) AS many
    FROM w_name AS n JOIN (
      SELECT DISTINCT c.id, c.sample, corporation_name_key(spelling) AS name_key
      FROM corporation AS c, unnest(c.name || c.other_spellings) AS spelling
      WHERE ${asked}
    ) AS k ON k.sample = n.sample AND k.name_key = n.name_key
    GROUP BY 1, 2`
  await tx.$executeRaw`
    UPDATE w_row AS w SET corporation = coalesce(c.corporate_number, 'id:' || c.id)
    FROM w_known AS k JOIN corporation AS c ON c.id = k.id
    WHERE w.corporation IS NULL AND k.sample = w.sample AND k.name_key = w.name_key AND k.many = 1`
  await tx.$executeRaw`
    UPDATE w_row AS w SET refusal = 'CORPORATION_AMBIGUOUS'
    FROM w_known AS k
    WHERE w.corporation IS NULL AND k.sample = w.sample AND k.name_key = w.name_key AND k.many > 1`
  await tx.$executeRaw`
    UPDATE w_row SET corporation = CASE WHEN sample THEN 'sample:' ELSE 'name:' END || name_key
    WHERE corporation IS NULL AND name_key IS NOT NULL AND refusal IS NULL`
  // A corporation's own list need not name it in every row.
  await tx.$executeRaw`
    UPDATE w_row AS w SET corporation = coalesce(c.corporate_number, 'id:' || c.id)
    FROM corporation AS c
    WHERE w.corporation IS NULL AND w.target = 'FACILITY' AND c.id = ${corporationId}::uuid AND c.sample = w.sample`
  await tx.$executeRaw`
    UPDATE w_row SET refusal = 'CORPORATION_MISSING'
    WHERE refusal IS NULL AND corporation IS NULL AND target IN ('FACILITY', 'CORPORATION')`

  // A corporation that was known by its name alone is recognized when its number becomes known.
  await tx.$executeRaw`
    CREATE TEMP TABLE w_corp ON COMMIT DROP AS
    SELECT k.key, k.sample, k.number, e.id AS known_id, coalesce(e.id, uuidv7()) AS id, e.id IS NULL AS is_new,
      NULL::uuid AS successor_id
    FROM (
      SELECT corporation AS key, bool_or(sample) AS sample,
        CASE WHEN corporation ~ '^[0-9]{13}$' THEN corporation END AS number,
        CASE WHEN corporation LIKE 'id:%' THEN substr(corporation, 4)::uuid END AS given_id,
        min(name_key) AS name_key, count(DISTINCT name_key) AS names
      FROM w_row WHERE refusal IS NULL AND corporation IS NOT NULL GROUP BY corporation
    ) AS k
    LEFT JOIN LATERAL (
      SELECT c.id FROM corporation AS c
      WHERE c.id = k.given_id OR (k.given_id IS NULL AND c.corporate_number = k.number) LIMIT 1
    ) AS e ON true`
  await tx.$executeRaw`
    UPDATE w_corp AS w SET known_id = found.id, id = found.id, is_new = false
    FROM (
      SELECT r.corporation AS key, min(c.id::text)::uuid AS id
      FROM w_row AS r JOIN corporation AS c
        ON c.corporate_number IS NULL AND NOT c.sample AND corporation_name_key(c.name) = r.name_key
      WHERE r.corporate_number IS NOT NULL GROUP BY 1 HAVING count(DISTINCT c.id) = 1
    ) AS found WHERE w.is_new AND w.number IS NOT NULL AND found.key = w.key`
  // What merged into another lives on there: its facilities are not carried back by a file that still has the old number.
  await tx.$executeRaw`
    WITH RECURSIVE way (key, id, steps) AS (
      SELECT w.key, c.successor_id, 1 FROM w_corp AS w JOIN corporation AS c ON c.id = w.known_id WHERE c.successor_id IS NOT NULL
      UNION ALL
      SELECT way.key, c.successor_id, steps + 1 FROM way JOIN corporation AS c ON c.id = way.id
      WHERE c.successor_id IS NOT NULL AND steps < 10
    )
    UPDATE w_corp AS w SET successor_id = last.id, id = last.id
    FROM (SELECT DISTINCT ON (key) key, id FROM way ORDER BY key, steps DESC) AS last WHERE last.key = w.key`
  await tx.$executeRaw`ALTER TABLE w_corp ADD PRIMARY KEY (key)`
  await tx.$executeRaw`ANALYZE w_corp`
  await tx.$executeRaw`
    UPDATE w_row AS w SET corporation_id = c.id FROM w_corp AS c WHERE c.key = w.corporation`
  await tx.$executeRaw`ANALYZE w_row`
}
