-- A facility's search text follows its offices and its corporation. It is computed once for each facility that a statement
-- touches: as a condition beside the facility's row it was computed for every facility of the registry first.

CREATE OR REPLACE FUNCTION offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('yui.refreshing', 'on', true);
  WITH touched AS MATERIALIZED (
    SELECT DISTINCT facility_id AS id FROM changed
  ), texts AS MATERIALIZED (
    SELECT f.id, f.search_text AS before, facility_search_text(f) AS after FROM touched JOIN facility AS f USING (id)
  )
  UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after;
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION changed_offices_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('yui.refreshing', 'on', true);
  WITH touched AS MATERIALIZED (
    SELECT facility_id AS id FROM before UNION SELECT facility_id FROM after
  ), texts AS MATERIALIZED (
    SELECT f.id, f.search_text AS before, facility_search_text(f) AS after FROM touched JOIN facility AS f USING (id)
  )
  UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after;
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION changed_corporations_refresh_facilities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('yui.refreshing', 'on', true);
  WITH touched AS MATERIALIZED (
    SELECT after.id FROM before JOIN after ON before.id = after.id
    WHERE (before.name, before.kana, before.corporate_number, before.other_spellings)
      IS DISTINCT FROM (after.name, after.kana, after.corporate_number, after.other_spellings)
  ), texts AS MATERIALIZED (
    SELECT f.id, f.search_text AS before, facility_search_text(f) AS after
    FROM touched JOIN facility AS f ON f.corporation_id = touched.id
  )
  UPDATE facility AS f SET search_text = t.after FROM texts AS t WHERE t.id = f.id AND t.before <> t.after;
  PERFORM set_config('yui.refreshing', '', true);
  RETURN NULL;
END $$;

-- The search text is no part of a facility's history, so a refresh need not be compared.
DROP TRIGGER facility_history_of_changed ON facility;
CREATE TRIGGER facility_history_of_changed AFTER UPDATE ON facility REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT WHEN (current_setting('yui.refreshing', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION keep_revisions('FACILITY');

-- The same characters and pairs as before, found by walking once through the text and sorted by bytes.
CREATE OR REPLACE FUNCTION grams(t text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN (
  SELECT coalesce(array_agg(DISTINCT g COLLATE "C"), '{}')
  FROM (
    SELECT c, c || coalesce(lead(c) OVER (ORDER BY n), '') AS pair
    FROM unnest(string_to_array(t, NULL)) WITH ORDINALITY AS chars (c, n)
  ) AS neighbours CROSS JOIN LATERAL (VALUES (c), (pair)) AS v (g));

-- Whoever inserts facilities and then their offices says so, and gives the facilities that got none their text at the end.
CREATE OR REPLACE FUNCTION facility_keeps_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND current_setting('yui.offices_follow', true) = 'on' THEN
    NEW.search_text := '';
  ELSE
    NEW.search_text := facility_search_text(NEW);
  END IF;
  RETURN NEW;
END $$;
