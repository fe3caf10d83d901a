-- What an import computes in the database, so that 60,000 rows need no more memory than one.

-- One spelling of a corporation's name, as registry/rules/names.ts corporationNameKey(); a test holds the two together.
CREATE FUNCTION corporation_name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN search_key(
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    translate(normalize(name, NFKC), U&'\0009\000a\000b\000c\000d \00a0\1680\200b\200c\200d\2028\2029\2060\feff', ''),
    '\((社福|福)\)', '社会福祉法人'), '\(株\)', '株式会社'), '\(有\)', '有限会社'), '\((同|合同)\)', '合同会社'),
    '\(医\)', '医療法人'), '\((特非|NPO)\)|NPO法人', '特定非営利活動法人'), '\(一社\)', '一般社団法人'),
    '\(一財\)', '一般財団法人'), '\(公社\)', '公益社団法人'), '\(公財\)', '公益財団法人'));

-- The named values of an object; a name it does not have is null.
CREATE FUNCTION jsonb_pick(object jsonb, names text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  coalesce((SELECT jsonb_object_agg(n, coalesce(object -> n, 'null')) FROM unnest(names) AS n), '{}');

-- Columns of a facility that are part of a block somebody confirmed: no file changes them unasked.
CREATE FUNCTION facility_confirmed_columns(id uuid) RETURNS text[]
LANGUAGE sql STABLE RETURN coalesce((
  SELECT array_agg(DISTINCT c) FROM (SELECT DISTINCT block FROM facility_confirmation WHERE facility_id = facility_confirmed_columns.id) AS confirmed,
    unnest(CASE block
      WHEN 'BASIC' THEN '{name,kana,postal_code,address,building,municipality_code,latitude,longitude,phone,fax,url,capacity,opened_on,corporation_id,status,ended_on}'::text[]
      WHEN 'CONTACTS' THEN '{phone,fax,url}'
      WHEN 'SERVICES' THEN '{main_service_kind_id}'
      ELSE '{}' END) AS c), '{}');

CREATE FUNCTION corporation_confirmed_columns(id uuid) RETURNS text[]
LANGUAGE sql STABLE RETURN CASE WHEN EXISTS (
    SELECT FROM corporation_confirmation WHERE corporation_id = corporation_confirmed_columns.id AND block = 'BASIC')
  THEN '{name,kana,kind,seat_municipality_code,seat_address,phone,url,corporate_number}'::text[] ELSE '{}' END;

-- Columns are noted by a person's edit under the names of the tables or of the API; both mean the same.
CREATE FUNCTION hand_set_columns(hand_set text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ARRAY(SELECT lower(regexp_replace(h, '([A-Z])', '_\1', 'g')) FROM unnest(hand_set) AS h);

-- Why an import cannot be undone: records that were changed after it, and whatever refers to records it created, in
-- whichever table. What goes with its record (ON DELETE CASCADE) and the history do not count.
CREATE FUNCTION import_undo_obstacles(import uuid)
RETURNS TABLE (record text, label text, reason text, count integer) LANGUAGE plpgsql STABLE AS $$
DECLARE
  kept record;
  reference record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES ('CORPORATION', 'corporation'), ('FACILITY', 'facility'), ('SERVICE_OFFICE', 'service_office'),
    ('FACILITY_CONTACT', 'facility_contact'), ('SHELTER', 'shelter')) AS t (kind, name)
  LOOP
    RETURN QUERY EXECUTE format('
      SELECT DISTINCT %L, c.label, ''CHANGED_SINCE'', 1
      FROM import_change c LEFT JOIN %I t ON t.id = c.record_id
      WHERE c.run_id = $1 AND c.record = %L AND c.written_version IS NOT NULL AND t.version IS DISTINCT FROM c.written_version',
      kept.kind, kept.name, kept.kind) USING import;
    FOR reference IN
      SELECT k.conrelid::regclass::text AS by_table, a.attname AS by_column,
        EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = k.conrelid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype) AS has_id
      FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'f' AND k.confrelid = kept.name::regclass AND k.confdeltype <> 'c'
        AND k.conrelid NOT IN ('registry_revision'::regclass)
      ORDER BY 1, 2
    LOOP
      RETURN QUERY EXECUTE format('
        SELECT %L, c.label, %L, count(*)::integer
        FROM import_change c JOIN %s r ON r.%I = c.record_id
        WHERE c.run_id = $1 AND c.record = %L AND c.action = ''CREATE'' AND c.written_version IS NOT NULL %s
        GROUP BY c.label',
        kept.kind, CASE WHEN reference.by_table = 'role_assignment' THEN 'ROLE'
          WHEN reference.by_table = 'platform_membership' THEN 'MEMBERSHIP'
          WHEN reference.by_table = 'service_office' THEN 'OFFICE'
          WHEN reference.by_table LIKE '%\_confirmation' THEN 'CONFIRMATION'
          WHEN reference.by_table LIKE '%\_contact' THEN 'CONTACT'
          ELSE upper(reference.by_table) END, reference.by_table, reference.by_column, kept.kind,
        CASE WHEN reference.has_id THEN
          'AND NOT EXISTS (SELECT FROM import_change own WHERE own.run_id = $1 AND own.record_id = r.id AND own.written_version IS NOT NULL)'
        ELSE '' END) USING import;
    END LOOP;
  END LOOP;
END $$;

ALTER TABLE municipality ADD CONSTRAINT municipality_extent_is_whole CHECK (num_nonnulls(south, west, north, east) IN (0, 4));
ALTER TABLE import_file ADD CONSTRAINT import_file_size_fits CHECK (size BETWEEN 0 AND 209715200);
