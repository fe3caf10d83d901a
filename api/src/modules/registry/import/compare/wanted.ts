import type { Tx } from '../../../../kernel/db.ts'
import { isLimited, type ImportScope } from './scope.ts'

/**
 * What each record should be: `w_want`, one line per record, in the order in which they are written. A blank cell takes a
 * value away only from a record that came from the same source; other lists merely do not know it.
 */
export async function wantRecords(tx: Tx, scope: ImportScope): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_want (record text, record_id uuid, label text, identifier text, wanted jsonb, file integer, lines jsonb,
      nth bigint, PRIMARY KEY (record_id)) ON COMMIT DROP`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_file ON COMMIT DROP AS
    SELECT f.position, s.id AS source_id, f.as_of,
      bool_and(f.complete AND f.problem IS NULL) OVER (PARTITION BY f.source_key) AND NOT EXISTS (
        SELECT FROM import_row AS r JOIN import_file AS g ON g.id = r.file_id
        WHERE g.run_id = f.run_id AND g.source_key = f.source_key AND r.outcome = 'REFUSED') AS complete
    FROM import_file AS f LEFT JOIN data_source AS s ON s.key = f.source_key
    WHERE f.run_id = ${scope.runId}::uuid`
  await tx.$executeRaw`ALTER TABLE w_file ADD PRIMARY KEY (position)`
  await corporations(tx, scope)
  await facilities(tx, scope)
  await offices(tx, scope)
  await contacts(tx, scope)
  await shelters(tx, scope)
  await closings(tx, scope)
  await tx.$executeRaw`ANALYZE w_want`
}

/** The first rows of a record, for whoever wants to look. */
const MOST_LINES = 20

/**
 * A corporation is named by its most frequent spelling. The registry's name stays while the files use a spelling that is
 * known; when its own source has none of them any more, or a row is about the corporation itself, it is renamed.
 */
async function corporations(tx: Tx, scope: ImportScope): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO w_want
    WITH spelled AS (
      SELECT corporation AS key, spelling, min(name_key) AS name_key, count(*) AS many, bool_or(target = 'CORPORATION') AS own,
        min(corporation_kind) AS kind
      FROM w_row WHERE spelling IS NOT NULL AND corporation IS NOT NULL GROUP BY 1, 2
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY key ORDER BY own DESC, many DESC, length(spelling), spelling COLLATE "C") AS nth
      FROM spelled
    ), named AS (
      SELECT key, max(spelling) FILTER (WHERE nth = 1) AS name, max(kind) FILTER (WHERE nth = 1) AS kind,
        array_agg(spelling ORDER BY nth) AS spellings, bool_or(own) AS own
      FROM ranked GROUP BY key
    ), numbered AS (
      SELECT corporation AS key, number, file, line, row_number() OVER (
        PARTITION BY corporation ORDER BY rank, office_number COLLATE "C", number) AS nth
      FROM w_row WHERE corporation IS NOT NULL
    ), foremost AS (
      SELECT key, max(number) FILTER (WHERE nth = 1) AS number, max(file) FILTER (WHERE nth = 1) AS file,
        jsonb_agg(jsonb_build_object('rowNumber', number, 'file', file, 'line', line) ORDER BY nth)
          FILTER (WHERE nth <= ${MOST_LINES}) AS lines
      FROM numbered GROUP BY key
    )
    SELECT DISTINCT ON (c.id) 'CORPORATION', c.id, coalesce(e.name, named.name, c.number), coalesce(c.number, e.corporate_number),
      CASE WHEN c.is_new THEN jsonb_build_object(
        'corporate_number', c.number, 'name', coalesce(named.name, c.number), 'kind', coalesce(named.kind, 'NOT_WELFARE'),
        'other_spellings', to_jsonb(coalesce(named.spellings[2:], '{}')), 'sample', c.sample) || said.columns
      ELSE said.columns
        || CASE WHEN e.corporate_number IS NULL AND c.number IS NOT NULL
             THEN jsonb_build_object('corporate_number', c.number) ELSE '{}' END
        || CASE WHEN renamed.is THEN jsonb_build_object('name', named.name, 'kind', named.kind) ELSE '{}' END
        || CASE WHEN more.spellings <> e.other_spellings
             THEN jsonb_build_object('other_spellings', to_jsonb(more.spellings)) ELSE '{}' END
      END, foremost.file, foremost.lines, foremost.number
    FROM w_corp AS c
    JOIN foremost ON foremost.key = c.key
    LEFT JOIN named ON named.key = c.key
    LEFT JOIN corporation AS e ON e.id = c.known_id
    JOIN w_file AS f ON f.position = foremost.file
    JOIN import_row AS r ON r.run_id = ${scope.runId}::uuid AND r.number = foremost.number
    CROSS JOIN LATERAL (SELECT CASE WHEN e.data_source_id = f.source_id THEN coalesce(r.facts -> 'corporation', '{}')
      ELSE jsonb_strip_nulls(coalesce(r.facts -> 'corporation', '{}')) END AS columns) AS said
    CROSS JOIN LATERAL (SELECT named.name <> e.name AND (named.own OR
      (coalesce(e.data_source_id = f.source_id, false) AND NOT named.spellings && (e.name || e.other_spellings))) AS is) AS renamed
    CROSS JOIN LATERAL (SELECT coalesce(e.other_spellings, '{}') || ARRAY(
      SELECT spelling FROM unnest(CASE WHEN renamed.is THEN ARRAY[e.name] ELSE '{}' END || named.spellings)
        WITH ORDINALITY AS s (spelling, place)
      WHERE spelling <> CASE WHEN renamed.is THEN named.name ELSE e.name END AND corporation_name_key(spelling) NOT IN (
        SELECT corporation_name_key(known) FROM unnest(e.other_spellings || CASE WHEN renamed.is THEN named.name ELSE e.name END) AS known)
      ORDER BY place) AS spellings) AS more
    WHERE c.successor_id IS NULL AND (c.is_new OR ${!isLimited(scope)} OR c.id IN (SELECT id FROM w_own))
    ORDER BY c.id, foremost.number`
}

/**
 * The office that leads by the order of services names the facility. Where the registry knows a leading office that is
 * not in these files, the facility's own values are left to the list that has it.
 */
async function facilities(tx: Tx, scope: ImportScope): Promise<void> {
  const { runId } = scope
  await tx.$executeRaw`
    CREATE TEMP TABLE w_led ON COMMIT DROP AS
    SELECT DISTINCT p.place FROM w_place AS p
    JOIN service_office AS o ON o.facility_id = p.id AND o.status = 'ACTIVE'
    JOIN service_kind AS k ON k.id = o.service_kind_id
    LEFT JOIN w_row AS w ON w.place = p.place AND w.office_number = o.office_number AND w.kind_id = o.service_kind_id
    WHERE NOT p.is_new AND p.target = 'OFFICE' AND w.number IS NULL
      AND (k.position, o.office_number COLLATE "C") < (p.rank, p.office_number COLLATE "C")`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_lines ON COMMIT DROP AS
    SELECT place, jsonb_agg(jsonb_build_object('rowNumber', number, 'file', file, 'line', line) ORDER BY nth) AS lines
    FROM (
      SELECT place, number, file, line, row_number() OVER (PARTITION BY place ORDER BY rank, number) AS nth
      FROM w_row WHERE place IS NOT NULL
    ) AS counted WHERE nth <= ${MOST_LINES} GROUP BY place`
  await tx.$executeRaw`ANALYZE w_led`
  await tx.$executeRaw`ANALYZE w_lines`
  await tx.$executeRaw`
    CREATE TEMP TABLE w_facility ON COMMIT DROP AS
    SELECT p.id AS record_id, p.target, r.label, p.file, p.nth,
      CASE WHEN p.is_new OR e.data_source_id = f.source_id THEN said.columns ELSE jsonb_strip_nulls(said.columns) END
        || CASE WHEN p.is_new THEN jsonb_build_object('sample', p.sample) ELSE '{}' END
        || CASE WHEN e.status = 'CLOSED' THEN '{"status": "ACTIVE", "ended_on": null}'::jsonb ELSE '{}' END AS wanted,
      l.lines
    FROM w_place AS p
    JOIN import_row AS r ON r.run_id = ${runId}::uuid AND r.number = p.main
    JOIN w_file AS f ON f.position = p.file
    JOIN w_lines AS l ON l.place = p.place
    LEFT JOIN w_led AS led ON led.place = p.place
    LEFT JOIN facility AS e ON e.id = p.id
    CROSS JOIN LATERAL (SELECT CASE WHEN led.place IS NOT NULL THEN '{}' ELSE (r.facts -> 'facility')
      || jsonb_build_object('corporation_id', p.corporation_id)
      || CASE WHEN p.target = 'OFFICE' THEN jsonb_build_object('main_service_kind_id', p.kind_id) ELSE '{}' END END AS columns) AS said
    WHERE NOT p.follows`
  await tx.$executeRaw`
    INSERT INTO w_want SELECT 'FACILITY', record_id, label, NULL, wanted, file, lines, nth FROM w_facility WHERE target = 'OFFICE'`
  // The same facility in a list of offices and in a list of facilities: what the latter says comes on top.
  await tx.$executeRaw`
    INSERT INTO w_want SELECT 'FACILITY', record_id, label, NULL, wanted, file, lines, nth FROM w_facility WHERE target = 'FACILITY'
    ON CONFLICT (record_id) DO UPDATE SET wanted = w_want.wanted || excluded.wanted, lines = w_want.lines || excluded.lines`
}

async function offices(tx: Tx, { runId }: ImportScope): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT 'SERVICE_OFFICE', coalesce(e.id, uuidv7()), r.label, w.office_number,
      CASE WHEN e.id IS NULL THEN said.columns || jsonb_build_object(
          'office_number', w.office_number, 'service_kind_id', w.kind_id, 'sample', w.sample)
        WHEN e.data_source_id = f.source_id THEN said.columns ELSE jsonb_strip_nulls(said.columns) END
        || CASE WHEN e.status = 'CLOSED' THEN '{"status": "ACTIVE", "ended_on": null}'::jsonb ELSE '{}' END,
      w.file, jsonb_build_array(jsonb_build_object('rowNumber', w.number, 'file', w.file, 'line', w.line)), w.number
    FROM w_row AS w
    JOIN w_place AS p ON p.place = w.place
    JOIN import_row AS r ON r.run_id = ${runId}::uuid AND r.number = w.number
    JOIN w_file AS f ON f.position = w.file
    LEFT JOIN service_office AS e ON e.office_number = w.office_number AND e.service_kind_id = w.kind_id
    CROSS JOIN LATERAL (SELECT (r.facts -> 'office')
      || jsonb_build_object('facility_id', p.id, 'corporation_id', p.corporation_id) AS columns) AS said
    WHERE w.target = 'OFFICE'`
}

/** The director of a facility, from a list that names one. */
async function contacts(tx: Tx, { runId }: ImportScope): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT DISTINCT ON (p.id) 'FACILITY_CONTACT', coalesce(e.id, uuidv7()), r.label, NULL,
      CASE WHEN e.id IS NULL THEN (r.facts -> 'contact') || jsonb_build_object('facility_id', p.id, 'role_title', '施設長',
          'position', coalesce((SELECT max(position) FROM facility_contact WHERE facility_id = p.id), 0) + 1)
        ELSE jsonb_strip_nulls(r.facts -> 'contact') END,
      w.file, jsonb_build_array(jsonb_build_object('rowNumber', w.number, 'file', w.file, 'line', w.line)), w.number
    FROM w_row AS w
    JOIN w_place AS p ON p.place = w.place
    JOIN import_row AS r ON r.run_id = ${runId}::uuid AND r.number = w.number
    LEFT JOIN LATERAL (SELECT id FROM facility_contact AS c WHERE c.facility_id = p.id AND c.role_title = '施設長'
      ORDER BY position LIMIT 1) AS e ON true
    WHERE w.target = 'FACILITY' AND r.facts ? 'contact'
    ORDER BY p.id, w.number`
}

/**
 * A shelter is known by its issuer's key. A list that keys it otherwise (a municipality's beside the state's) is recognized
 * by name, where both have one of that name only. It adds what the record lacks, and its capacity with its own source.
 */
async function shelters(tx: Tx, { runId }: ImportScope): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_shelter ON COMMIT DROP AS
    SELECT w.number, w.file, w.line, w.shelter_kind, w.source_key, w.municipality_code, w.sample, search_key(r.label) AS name_key,
      r.label, r.facts -> 'shelter' AS columns, e.id AS known_id, true AS by_key
    FROM w_row AS w
    JOIN import_row AS r ON r.run_id = ${runId}::uuid AND r.number = w.number
    LEFT JOIN shelter AS e ON e.kind::text = w.shelter_kind AND e.source_key = w.source_key AND e.sample = w.sample
    WHERE w.target = 'SHELTER'`
  await tx.$executeRaw`ANALYZE w_shelter`
  await tx.$executeRaw`
    WITH open AS (
      SELECT number, shelter_kind, municipality_code, sample, name_key,
        count(*) OVER (PARTITION BY shelter_kind, municipality_code, sample, name_key) AS many
      FROM w_shelter WHERE known_id IS NULL
    ), known AS (
      SELECT e.kind::text AS shelter_kind, e.municipality_code, e.sample, search_key(e.name) AS name_key,
        min(e.id::text)::uuid AS id, count(*) AS many
      FROM shelter AS e LEFT JOIN w_shelter AS t ON t.known_id = e.id
      WHERE t.known_id IS NULL AND e.municipality_code IN (SELECT municipality_code FROM open)
      GROUP BY 1, 2, 3, 4
    )
    UPDATE w_shelter AS w SET known_id = known.id, by_key = false
    FROM open JOIN known USING (shelter_kind, municipality_code, sample, name_key)
    WHERE open.number = w.number AND open.many = 1 AND known.many = 1`
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT 'SHELTER', coalesce(e.id, uuidv7()), w.label, w.source_key,
      CASE WHEN e.id IS NULL THEN w.columns || jsonb_build_object('kind', w.shelter_kind, 'source_key', w.source_key, 'sample', w.sample)
        WHEN NOT w.by_key THEN coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(jsonb_strip_nulls(w.columns))
          WHERE key IN ('capacity', 'capacity_text') OR to_jsonb(e) -> key = 'null'), '{}')
        WHEN e.data_source_id = f.source_id THEN w.columns
        ELSE jsonb_strip_nulls(w.columns) END
        || CASE WHEN e.status = 'CLOSED' THEN '{"status": "ACTIVE", "ended_on": null}'::jsonb ELSE '{}' END,
      w.file, jsonb_build_array(jsonb_build_object('rowNumber', w.number, 'file', w.file, 'line', w.line)), w.number
    FROM w_shelter AS w JOIN w_file AS f ON f.position = w.file LEFT JOIN shelter AS e ON e.id = w.known_id`
}

/**
 * What has vanished from the complete list of its source is proposed to be closed, on the day of the list. Not while a
 * row of that list is refused: it may be the missing one.
 */
async function closings(tx: Tx, scope: ImportScope): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE w_closing ON COMMIT DROP AS
    SELECT source_id, max(coalesce(as_of, ${scope.today}::date)) AS day FROM w_file
    WHERE complete AND source_id IS NOT NULL GROUP BY 1`
  const limited = isLimited(scope)
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT 'SERVICE_OFFICE', o.id, o.name, o.office_number, jsonb_build_object('status', 'CLOSED', 'ended_on', c.day), NULL, '[]', 1e9
    FROM w_closing AS c JOIN service_office AS o ON o.data_source_id = c.source_id JOIN facility AS f ON f.id = o.facility_id
    WHERE o.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM w_want AS w WHERE w.record_id = o.id)
      AND (NOT ${limited} OR f.corporation_id IN (SELECT id FROM w_own) OR f.municipality_code = ${scope.municipalityCode})`
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT 'FACILITY', f.id, f.name, NULL, jsonb_build_object('status', 'CLOSED', 'ended_on', c.day), NULL, '[]', 1e9
    FROM w_closing AS c JOIN facility AS f ON f.data_source_id = c.source_id
    WHERE f.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM w_want AS w WHERE w.record_id = f.id)
      AND (NOT ${limited} OR f.corporation_id IN (SELECT id FROM w_own) OR f.municipality_code = ${scope.municipalityCode})
      AND NOT EXISTS (
        SELECT FROM service_office AS o LEFT JOIN w_want AS w ON w.record_id = o.id
        WHERE o.facility_id = f.id AND o.status = 'ACTIVE' AND w.wanted ->> 'status' IS DISTINCT FROM 'CLOSED')`
  await tx.$executeRaw`
    INSERT INTO w_want
    SELECT 'SHELTER', s.id, s.name, s.source_key, jsonb_build_object('status', 'CLOSED', 'ended_on', c.day), NULL, '[]', 1e9
    FROM w_closing AS c JOIN shelter AS s ON s.data_source_id = c.source_id
    WHERE s.status = 'ACTIVE' AND NOT EXISTS (SELECT FROM w_want AS w WHERE w.record_id = s.id)
      AND (NOT ${limited} OR s.municipality_code = ${scope.municipalityCode})`
}
