-- A function keeps the plan of a statement from its first run in a session. A trigger's first run is often one over no
-- rows at all, and the plan for none compares each row before with each row after: for 20,000 facilities, 400 million
-- pairs. What joins the rows of a statement is therefore planned for the rows there are (EXECUTE), or needs no join.

-- As before (see revisions_in_words), planned each time.
CREATE OR REPLACE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind registry_record := TG_ARGV[0];
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM new_rows) THEN RETURN NULL; END IF;
    INSERT INTO registry_revision
      (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, names, audience, valid_from)
    SELECT kind, (r ->> 'id')::uuid,
      CASE kind WHEN 'CORPORATION' THEN r ->> 'id' ELSE r ->> 'corporation_id' END::uuid,
      CASE kind WHEN 'FACILITY' THEN r ->> 'id' ELSE r ->> 'facility_id' END::uuid,
      current_act(), 'CREATED', changed_columns(NULL, r), r,
      reference_names(kind, r, NULL), revision_audience(kind, r, NULL), moment
    FROM (SELECT revision_content(to_jsonb(n)) AS r FROM new_rows AS n) AS created;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NOT EXISTS (SELECT FROM new_rows) THEN RETURN NULL; END IF;
    EXECUTE $update$
      WITH revised AS MATERIALIZED (
        SELECT before, after, changed_columns(before, after) AS changed FROM (
          SELECT revision_content(to_jsonb(o)) AS before, revision_content(to_jsonb(n)) AS after
          FROM old_rows AS o JOIN new_rows AS n USING (id)
        ) AS both_sides WHERE before <> after
      ), closed AS (
        UPDATE registry_revision AS r SET valid_to = greatest($2, r.valid_from)
        FROM revised WHERE r.record_id = (revised.after ->> 'id')::uuid AND r.valid_to IS NULL
        RETURNING 1
      )
      -- Counting what was closed makes sure that all of it is, before the first new one is written.
      INSERT INTO registry_revision
        (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, before, names, audience, valid_from)
      SELECT $1, (after ->> 'id')::uuid,
        CASE $1 WHEN 'CORPORATION' THEN after ->> 'id' ELSE after ->> 'corporation_id' END::uuid,
        CASE $1 WHEN 'FACILITY' THEN after ->> 'id' ELSE after ->> 'facility_id' END::uuid,
        current_act(), 'CHANGED', changed, after, values_of(before, changed),
        reference_names($1, after, before), revision_audience($1, after, before), $2
      FROM revised CROSS JOIN (SELECT count(*) FROM closed) AS all_closed
    $update$ USING kind, moment;
  ELSE
    IF NOT EXISTS (SELECT FROM old_rows) THEN RETURN NULL; END IF;
    EXECUTE $delete$
      WITH gone AS MATERIALIZED (
        SELECT revision_content(to_jsonb(o)) AS r FROM old_rows AS o
      ), closed AS (
        UPDATE registry_revision AS v SET valid_to = greatest($2, v.valid_from)
        FROM gone WHERE v.record_id = (gone.r ->> 'id')::uuid AND v.valid_to IS NULL
      )
      -- The end of a record is no state of its own: it begins and ends at once.
      INSERT INTO registry_revision
        (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, names, audience, valid_from, valid_to)
      SELECT $1, (r ->> 'id')::uuid,
        (SELECT id FROM corporation WHERE id = (r ->> 'corporation_id')::uuid),
        (SELECT id FROM facility WHERE id = (r ->> 'facility_id')::uuid),
        current_act(), 'REMOVED', '{}', r, reference_names($1, r, NULL), revision_audience($1, r, NULL), $2, $2
      FROM gone
    $delete$ USING kind, moment;
  END IF;
  RETURN NULL;
END $$;

-- As before (see search_text_by_statement), planned each time.
CREATE OR REPLACE FUNCTION offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
  PERFORM set_config('yui.refreshing', 'on', true);
  EXECUTE '
    WITH touched AS MATERIALIZED (
      SELECT DISTINCT facility_id AS id FROM changed
    ), texts AS MATERIALIZED (
      SELECT f.id, f.search_text AS before, facility_search_text(f) AS after FROM touched JOIN facility AS f USING (id)
    )
    UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after';
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION changed_offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM after) THEN RETURN NULL; END IF;
  PERFORM set_config('yui.refreshing', 'on', true);
  EXECUTE '
    WITH touched AS MATERIALIZED (
      SELECT facility_id AS id FROM before UNION SELECT facility_id FROM after
    ), texts AS MATERIALIZED (
      SELECT f.id, f.search_text AS before, facility_search_text(f) AS after FROM touched JOIN facility AS f USING (id)
    )
    UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after';
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION changed_corporations_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM after) THEN RETURN NULL; END IF;
  PERFORM set_config('yui.refreshing', 'on', true);
  EXECUTE '
    WITH touched AS MATERIALIZED (
      SELECT after.id FROM before JOIN after ON before.id = after.id
      WHERE (before.name, before.kana, before.corporate_number, before.other_spellings)
        IS DISTINCT FROM (after.name, after.kana, after.corporate_number, after.other_spellings)
    ), texts AS MATERIALIZED (
      SELECT f.id, f.search_text AS before, facility_search_text(f) AS after
      FROM touched JOIN facility AS f ON f.corporation_id = touched.id
    )
    UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after';
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

-- 所轄庁 (see registry_corporation). Where a corporation's facilities lie was looked up per corporation, with a plan from
-- when there were none; many corporations are now looked up at once, and a new one has none to look up.
CREATE FUNCTION authority_of(
  corporation corporation, places text[],
  OUT authority authority_kind, OUT code text, OUT name text, OUT because authority_because
) LANGUAGE plpgsql STABLE AS $$
DECLARE
  designated jsonb := master_fact_today('DESIGNATED_CITIES');
BEGIN
  SELECT d.authority, d.code, d.because INTO authority, code, because FROM derive_authority(
    corporation.kind, corporation.seat_municipality_code, places, designated, master_fact_today('REGIONAL_BUREAUS')) AS d;
  IF authority = 'CITY' THEN
    name := coalesce(
      (SELECT city ->> 'name' FROM jsonb_array_elements(designated) AS city WHERE city ->> 'code' = authority_of.code),
      (SELECT m.name FROM municipality AS m WHERE m.code = authority_of.code));
  ELSIF authority = 'PREFECTURE' THEN
    name := (SELECT m.prefecture FROM municipality AS m WHERE m.code = corporation.seat_municipality_code);
  END IF;
END $$;

CREATE OR REPLACE FUNCTION authority_of(
  corporation corporation, OUT authority authority_kind, OUT code text, OUT name text, OUT because authority_because
) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT a.* INTO authority, code, name, because FROM authority_of(
    corporation,
    ARRAY(SELECT DISTINCT f.municipality_code FROM facility AS f
          WHERE f.corporation_id = corporation.id AND f.status = 'ACTIVE')) AS a;
END $$;

CREATE OR REPLACE FUNCTION corporation_keeps_authority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  derived record;
BEGIN
  IF TG_OP = 'INSERT' THEN derived := authority_of(NEW, '{}'); ELSE derived := authority_of(NEW); END IF;
  NEW.derived_authority_kind := derived.authority;
  NEW.derived_authority_code := derived.code;
  NEW.derived_authority_name := derived.name;
  NEW.authority_because := derived.because;
  IF NOT NEW.authority_corrected THEN
    NEW.authority_kind := derived.authority;
    NEW.authority_code := derived.code;
    NEW.authority_name := derived.name;
    NEW.authority_reason := NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION follow_authority(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM corporation WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
  EXECUTE '
    WITH at_work AS MATERIALIZED (
      SELECT corporation_id AS id, array_agg(DISTINCT municipality_code::text) AS places FROM facility
      WHERE corporation_id = ANY ($1) AND status = ''ACTIVE'' GROUP BY corporation_id
    ), moved AS MATERIALIZED (
      SELECT c.id FROM corporation AS c LEFT JOIN at_work USING (id) CROSS JOIN LATERAL authority_of(c, at_work.places) AS d
      WHERE c.id = ANY ($1) AND (d.authority, d.code, d.name, d.because) IS DISTINCT FROM
        (c.derived_authority_kind, c.derived_authority_code, c.derived_authority_name, c.authority_because)
    )
    UPDATE corporation AS c SET authority_because = c.authority_because FROM moved WHERE moved.id = c.id' USING ids;
END $$;

CREATE OR REPLACE FUNCTION facilities_move_authority() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    touched := ARRAY(SELECT DISTINCT corporation_id FROM after WHERE status = 'ACTIVE' AND corporation_id IS NOT NULL);
  ELSIF TG_OP = 'DELETE' THEN
    touched := ARRAY(SELECT DISTINCT corporation_id FROM before WHERE status = 'ACTIVE' AND corporation_id IS NOT NULL);
  ELSE
    -- What stands on one side only, without a join.
    touched := ARRAY(
      SELECT DISTINCT corporation_id FROM (
        (SELECT id, corporation_id, municipality_code, status FROM before
          EXCEPT SELECT id, corporation_id, municipality_code, status FROM after)
        UNION ALL
        (SELECT id, corporation_id, municipality_code, status FROM after
          EXCEPT SELECT id, corporation_id, municipality_code, status FROM before)
      ) AS moved WHERE corporation_id IS NOT NULL);
  END IF;
  IF cardinality(touched) > 0 THEN PERFORM follow_authority(touched); END IF;
  RETURN NULL;
END $$;
