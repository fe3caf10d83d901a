-- What the history needs to be read by people: what stood before a change, what references were called at the time, and
-- who may see a revision of a contact. All of it is kept when a revision is written, so that reading stays one statement.

-- AlterTable
ALTER TABLE "change_act" ADD COLUMN     "acting_key" TEXT;

-- AlterTable
ALTER TABLE "registry_revision" ADD COLUMN     "audience" "contact_audience",
ADD COLUMN     "before" JSONB,
ADD COLUMN     "names" JSONB NOT NULL DEFAULT '{}';

-- The audit knows the body by its key; whether its name may be told depends on it.
CREATE FUNCTION act_knows_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.acting_key := (SELECT acting_key FROM audit_entry WHERE seq = NEW.audit_seq);
  RETURN NEW;
END $$;
CREATE TRIGGER change_act_knows_body BEFORE INSERT OR UPDATE OF audit_seq ON change_act
  FOR EACH ROW WHEN (NEW.audit_seq IS NOT NULL) EXECUTE FUNCTION act_knows_body();

-- The values that columns had, of those that changed.
CREATE FUNCTION values_of(r jsonb, columns text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
  SELECT coalesce(jsonb_object_agg(c, coalesce(r -> c, 'null')), '{}') FROM unnest(columns) AS c);

-- What a revision refers to, by key, as it is called now.
CREATE FUNCTION reference_names(of_record registry_record, after jsonb, before jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF of_record NOT IN ('CORPORATION', 'FACILITY', 'SERVICE_OFFICE', 'SHELTER') THEN RETURN '{}'; END IF;
  RETURN (
    SELECT coalesce(jsonb_object_agg(key, name), '{}') FROM (
      SELECT m.code::text AS key, m.name FROM municipality AS m WHERE m.code IN (
        after ->> 'municipality_code', before ->> 'municipality_code', after ->> 'seat_municipality_code',
        before ->> 'seat_municipality_code', after ->> 'authority_code', before ->> 'authority_code')
      UNION ALL
      -- A prefecture has no row of its own; its code begins like those of its municipalities and ends its number with 000.
      SELECT p.code, (SELECT m.prefecture FROM municipality AS m
        WHERE m.code >= left(p.code, 2) AND m.code < left(p.code, 2) || 'a' ORDER BY m.code LIMIT 1)
      FROM (SELECT DISTINCT code FROM unnest(ARRAY[after ->> 'authority_code', before ->> 'authority_code']) AS code) AS p
      WHERE substr(p.code, 3, 3) = '000'
      UNION ALL
      SELECT k.id::text, k.short_name FROM service_kind AS k WHERE k.id IN (
        (after ->> 'service_kind_id')::uuid, (before ->> 'service_kind_id')::uuid,
        (after ->> 'main_service_kind_id')::uuid, (before ->> 'main_service_kind_id')::uuid)
      UNION ALL
      SELECT a.id::text, a.name FROM community_area AS a WHERE a.id IN (
        (after ->> 'level1_area_id')::uuid, (before ->> 'level1_area_id')::uuid,
        (after ->> 'level2_area_id')::uuid, (before ->> 'level2_area_id')::uuid,
        (after ->> 'school_district_id')::uuid, (before ->> 'school_district_id')::uuid)
      UNION ALL
      SELECT c.id::text, c.name FROM corporation AS c WHERE c.id IN (
        (after ->> 'corporation_id')::uuid, (before ->> 'corporation_id')::uuid,
        CASE of_record WHEN 'CORPORATION' THEN (after ->> 'successor_id')::uuid END,
        CASE of_record WHEN 'CORPORATION' THEN (before ->> 'successor_id')::uuid END)
      UNION ALL
      SELECT f.id::text, f.name FROM facility AS f WHERE f.id IN (
        (after ->> 'facility_id')::uuid, (before ->> 'facility_id')::uuid,
        CASE of_record WHEN 'FACILITY' THEN (after ->> 'successor_id')::uuid END,
        CASE of_record WHEN 'FACILITY' THEN (before ->> 'successor_id')::uuid END)
      UNION ALL
      SELECT s.id::text, s.title FROM data_source AS s WHERE s.id IN (
        (after ->> 'data_source_id')::uuid, (before ->> 'data_source_id')::uuid,
        (after ->> 'capacity_source_id')::uuid, (before ->> 'capacity_source_id')::uuid)
    ) AS named WHERE key IS NOT NULL AND name IS NOT NULL);
END $$;

-- A change of whom a contact is for shows both sides, therefore the narrower audience counts.
CREATE FUNCTION revision_audience(kind registry_record, after jsonb, before jsonb) RETURNS contact_audience
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE WHEN kind NOT IN ('FACILITY_CONTACT', 'CORPORATION_CONTACT') THEN NULL
    WHEN 'SECRETARIAT' IN (after ->> 'audience', before ->> 'audience') THEN 'SECRETARIAT'::contact_audience
    ELSE 'NETWORK'::contact_audience END;

-- As before (see the migration of the history); each revision now also keeps what is said above.
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
    WITH revised AS MATERIALIZED (
      SELECT before, after, changed_columns(before, after) AS changed FROM (
        SELECT revision_content(to_jsonb(o)) AS before, revision_content(to_jsonb(n)) AS after
        FROM old_rows AS o JOIN new_rows AS n USING (id)
      ) AS both_sides WHERE before <> after
    ), closed AS (
      UPDATE registry_revision AS r SET valid_to = greatest(moment, r.valid_from)
      FROM revised WHERE r.record_id = (revised.after ->> 'id')::uuid AND r.valid_to IS NULL
      RETURNING 1
    )
    -- Counting what was closed makes sure that all of it is, before the first new one is written.
    INSERT INTO registry_revision
      (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, before, names, audience, valid_from)
    SELECT kind, (after ->> 'id')::uuid,
      CASE kind WHEN 'CORPORATION' THEN after ->> 'id' ELSE after ->> 'corporation_id' END::uuid,
      CASE kind WHEN 'FACILITY' THEN after ->> 'id' ELSE after ->> 'facility_id' END::uuid,
      current_act(), 'CHANGED', changed, after, values_of(before, changed),
      reference_names(kind, after, before), revision_audience(kind, after, before), moment
    FROM revised CROSS JOIN (SELECT count(*) FROM closed) AS all_closed;
  ELSE
    WITH gone AS MATERIALIZED (
      SELECT revision_content(to_jsonb(o)) AS r FROM old_rows AS o
    ), closed AS (
      UPDATE registry_revision AS v SET valid_to = greatest(moment, v.valid_from)
      FROM gone WHERE v.record_id = (gone.r ->> 'id')::uuid AND v.valid_to IS NULL
    )
    -- The end of a record is no state of its own: it begins and ends at once.
    INSERT INTO registry_revision
      (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, names, audience, valid_from, valid_to)
    SELECT kind, (r ->> 'id')::uuid,
      (SELECT id FROM corporation WHERE id = (r ->> 'corporation_id')::uuid),
      (SELECT id FROM facility WHERE id = (r ->> 'facility_id')::uuid),
      current_act(), 'REMOVED', '{}', r, reference_names(kind, r, NULL), revision_audience(kind, r, NULL), moment, moment
    FROM gone;
  END IF;
  RETURN NULL;
END $$;

-- The same for what was kept already.
UPDATE change_act AS a SET acting_key = e.acting_key FROM audit_entry AS e WHERE e.seq = a.audit_seq;
UPDATE registry_revision AS r SET
  before = CASE r.kind WHEN 'CHANGED' THEN values_of(p.content, r.changed) END,
  names = reference_names(r.record, r.content, p.content),
  audience = revision_audience(r.record, r.content, p.content)
FROM (
  SELECT id, lag(content) OVER (PARTITION BY record_id ORDER BY valid_from, id) AS content FROM registry_revision
) AS p WHERE p.id = r.id;
ALTER TABLE registry_revision
  ADD CONSTRAINT registry_revision_before_of_change CHECK ((kind = 'CHANGED') = (before IS NOT NULL)),
  ADD CONSTRAINT registry_revision_audience_of_contact CHECK (
    (record IN ('FACILITY_CONTACT', 'CORPORATION_CONTACT')) = (audience IS NOT NULL));
