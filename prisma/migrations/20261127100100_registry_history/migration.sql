-- The registry's history: how every record stood from one moment to another, and by which act it changed. Triggers write
-- it, so that a command, an import and a hand in the database are kept alike.

-- The act under way. Its row is made when the first record with a history changes, and completed by append_ledger.
CREATE FUNCTION current_act() RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  act uuid := nullif(current_setting('yui.act', true), '')::uuid;
BEGIN
  IF act IS NULL THEN
    INSERT INTO change_act (at) VALUES (clock_timestamp()) RETURNING id INTO act;
    PERFORM set_config('yui.act', act::text, true);
  END IF;
  RETURN act;
END $$;

-- As before (see the kernel's migration); the audit row now also completes the act.
CREATE OR REPLACE FUNCTION append_ledger(entry jsonb, events jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  head ledger_head;
  appended audit_entry;
  announced jsonb;
  event_id uuid;
BEGIN
  SELECT * INTO STRICT head FROM ledger_head WHERE id = 1 FOR UPDATE;

  appended.seq := head.audit_seq + 1;
  appended.id := uuidv7();
  appended.at := (entry ->> 'at')::timestamptz;
  appended.actor_user_id := (entry ->> 'actorUserId')::uuid;
  appended.token_id := (entry ->> 'tokenId')::uuid;
  appended.acting_key := entry ->> 'actingKey';
  appended.acting_name := entry ->> 'actingName';
  appended.acting_roles := ARRAY(SELECT jsonb_array_elements_text(entry -> 'actingRoles'));
  appended.command := entry ->> 'command';
  appended.subject_type := entry ->> 'subjectType';
  appended.subject_id := entry ->> 'subjectId';
  appended.audience := ARRAY(SELECT jsonb_array_elements_text(entry -> 'audience'));
  appended.input := entry -> 'input';
  appended.input_salt := uuid_send(gen_random_uuid());
  appended.input_hash := sha256(appended.input_salt || convert_to(appended.input::text, 'UTF8'));
  appended.reason := entry ->> 'reason';
  appended.request_id := entry ->> 'requestId';
  appended.prev_hash := head.hash;
  appended.hash := audit_hash(appended);
  INSERT INTO audit_entry VALUES (appended.*);

  FOR announced IN SELECT value FROM jsonb_array_elements(events) LOOP
    head.event_seq := head.event_seq + 1;
    event_id := uuidv7();
    INSERT INTO event_log (seq, id, at, name, payload, audience, entities, audit_seq) VALUES (
      head.event_seq, event_id, appended.at, announced ->> 'name', announced -> 'payload',
      ARRAY(SELECT jsonb_array_elements_text(announced -> 'audience')),
      ARRAY(SELECT jsonb_array_elements_text(announced -> 'entities')),
      appended.seq);
    PERFORM graphile_worker.add_job('react', json_build_object('eventId', event_id), max_attempts => 25);
  END LOOP;

  UPDATE ledger_head SET audit_seq = appended.seq, hash = appended.hash, event_seq = head.event_seq WHERE id = 1;
  IF jsonb_array_length(events) > 0 THEN
    PERFORM pg_notify('yui_events', head.event_seq::text);
  END IF;
  UPDATE change_act SET at = appended.at, audit_seq = appended.seq, actor_user_id = appended.actor_user_id,
    acting_name = appended.acting_name, command = appended.command
  WHERE id = nullif(current_setting('yui.act', true), '')::uuid;
  RETURN appended.seq;
END $$;

-- What a row says, without what is computed from it or only counts its changes.
CREATE FUNCTION revision_content(r jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  r - '{search_text,version,created_at,updated_at,confirmed_at}'::text[];

CREATE FUNCTION changed_columns(before jsonb, after jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ARRAY(
  SELECT a.key FROM jsonb_each(after) AS a
  WHERE a.value IS DISTINCT FROM (before -> a.key) AND (before IS NOT NULL OR a.value NOT IN ('null', '[]')) ORDER BY a.key);

-- Once per statement, so that an import stays fast. The first argument is the kind of record.
CREATE FUNCTION keep_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind registry_record := TG_ARGV[0];
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM new_rows) THEN RETURN NULL; END IF;
    INSERT INTO registry_revision (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, valid_from)
    SELECT kind, (r ->> 'id')::uuid,
      CASE kind WHEN 'CORPORATION' THEN r ->> 'id' ELSE r ->> 'corporation_id' END::uuid,
      CASE kind WHEN 'FACILITY' THEN r ->> 'id' ELSE r ->> 'facility_id' END::uuid,
      current_act(), 'CREATED', changed_columns(NULL, r), r, moment
    FROM (SELECT revision_content(to_jsonb(n)) AS r FROM new_rows AS n) AS created;
  ELSIF TG_OP = 'UPDATE' THEN
    WITH revised AS MATERIALIZED (
      SELECT before, after FROM (
        SELECT revision_content(to_jsonb(o)) AS before, revision_content(to_jsonb(n)) AS after
        FROM old_rows AS o JOIN new_rows AS n USING (id)
      ) AS both_sides WHERE before <> after
    ), closed AS (
      UPDATE registry_revision AS r SET valid_to = greatest(moment, r.valid_from)
      FROM revised WHERE r.record_id = (revised.after ->> 'id')::uuid AND r.valid_to IS NULL
      RETURNING 1
    )
    -- Counting what was closed makes sure that all of it is, before the first new one is written.
    INSERT INTO registry_revision (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, valid_from)
    SELECT kind, (after ->> 'id')::uuid,
      CASE kind WHEN 'CORPORATION' THEN after ->> 'id' ELSE after ->> 'corporation_id' END::uuid,
      CASE kind WHEN 'FACILITY' THEN after ->> 'id' ELSE after ->> 'facility_id' END::uuid,
      current_act(), 'CHANGED', changed_columns(before, after), after, moment
    FROM revised CROSS JOIN (SELECT count(*) FROM closed) AS all_closed;
  ELSE
    WITH gone AS MATERIALIZED (
      SELECT revision_content(to_jsonb(o)) AS r FROM old_rows AS o
    ), closed AS (
      UPDATE registry_revision AS v SET valid_to = greatest(moment, v.valid_from)
      FROM gone WHERE v.record_id = (gone.r ->> 'id')::uuid AND v.valid_to IS NULL
    )
    -- The end of a record is no state of its own: it begins and ends at once.
    INSERT INTO registry_revision (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, valid_from, valid_to)
    SELECT kind, (r ->> 'id')::uuid,
      (SELECT id FROM corporation WHERE id = (r ->> 'corporation_id')::uuid),
      (SELECT id FROM facility WHERE id = (r ->> 'facility_id')::uuid),
      current_act(), 'REMOVED', '{}', r, moment, moment
    FROM gone;
  END IF;
  RETURN NULL;
END $$;

-- What stands of each record is in one revision only; it is looked for by every change.
CREATE UNIQUE INDEX registry_revision_stands ON registry_revision (record_id) WHERE valid_to IS NULL;
ALTER TABLE registry_revision
  ADD CONSTRAINT registry_revision_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);

CREATE TRIGGER corporation_history_of_new AFTER INSERT ON corporation REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION');
CREATE TRIGGER corporation_history_of_changed AFTER UPDATE ON corporation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION');
CREATE TRIGGER corporation_history_of_removed AFTER DELETE ON corporation REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION');

CREATE TRIGGER facility_history_of_new AFTER INSERT ON facility REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY');
CREATE TRIGGER facility_history_of_changed AFTER UPDATE ON facility REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY');
CREATE TRIGGER facility_history_of_removed AFTER DELETE ON facility REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY');

CREATE TRIGGER service_office_history_of_new AFTER INSERT ON service_office REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SERVICE_OFFICE');
CREATE TRIGGER service_office_history_of_changed AFTER UPDATE ON service_office REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SERVICE_OFFICE');
CREATE TRIGGER service_office_history_of_removed AFTER DELETE ON service_office REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SERVICE_OFFICE');

CREATE TRIGGER shelter_history_of_new AFTER INSERT ON shelter REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SHELTER');
CREATE TRIGGER shelter_history_of_changed AFTER UPDATE ON shelter REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SHELTER');
CREATE TRIGGER shelter_history_of_removed AFTER DELETE ON shelter REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('SHELTER');

CREATE TRIGGER facility_contact_history_of_new AFTER INSERT ON facility_contact REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_CONTACT');
CREATE TRIGGER facility_contact_history_of_changed AFTER UPDATE ON facility_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_CONTACT');
CREATE TRIGGER facility_contact_history_of_removed AFTER DELETE ON facility_contact REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_CONTACT');

CREATE TRIGGER corporation_contact_history_of_new AFTER INSERT ON corporation_contact REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION_CONTACT');
CREATE TRIGGER corporation_contact_history_of_changed AFTER UPDATE ON corporation_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION_CONTACT');
CREATE TRIGGER corporation_contact_history_of_removed AFTER DELETE ON corporation_contact REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('CORPORATION_CONTACT');

CREATE TRIGGER procurement_limit_history_of_new AFTER INSERT ON procurement_limit REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('PROCUREMENT_LIMIT');
CREATE TRIGGER procurement_limit_history_of_changed AFTER UPDATE ON procurement_limit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('PROCUREMENT_LIMIT');
CREATE TRIGGER procurement_limit_history_of_removed AFTER DELETE ON procurement_limit REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('PROCUREMENT_LIMIT');

CREATE TRIGGER facility_equipment_history_of_new AFTER INSERT ON facility_equipment REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_EQUIPMENT');
CREATE TRIGGER facility_equipment_history_of_changed AFTER UPDATE ON facility_equipment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_EQUIPMENT');
CREATE TRIGGER facility_equipment_history_of_removed AFTER DELETE ON facility_equipment REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_EQUIPMENT');

CREATE TRIGGER facility_resource_history_of_new AFTER INSERT ON facility_resource REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_RESOURCE');
CREATE TRIGGER facility_resource_history_of_changed AFTER UPDATE ON facility_resource REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_RESOURCE');
CREATE TRIGGER facility_resource_history_of_removed AFTER DELETE ON facility_resource REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_RESOURCE');

CREATE TRIGGER facility_qualification_history_of_new AFTER INSERT ON facility_qualification REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_QUALIFICATION');
CREATE TRIGGER facility_qualification_history_of_changed AFTER UPDATE ON facility_qualification REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_QUALIFICATION');
CREATE TRIGGER facility_qualification_history_of_removed AFTER DELETE ON facility_qualification REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_revisions('FACILITY_QUALIFICATION');

-- What was there before the history began.
INSERT INTO registry_revision (record, record_id, corporation_id, facility_id, act_id, kind, changed, content, valid_from)
SELECT record, record_id, corporation_id, facility_id, current_act(), 'CREATED', changed_columns(NULL, content), content, clock_timestamp()
FROM (
  SELECT 'CORPORATION'::registry_record, id, id, NULL::uuid, revision_content(to_jsonb(t)) FROM corporation AS t
  UNION ALL
  SELECT 'FACILITY'::registry_record, id, corporation_id, id, revision_content(to_jsonb(t)) FROM facility AS t
  UNION ALL
  SELECT 'SERVICE_OFFICE'::registry_record, id, corporation_id, facility_id, revision_content(to_jsonb(t)) FROM service_office AS t
  UNION ALL
  SELECT 'SHELTER'::registry_record, id, NULL::uuid, facility_id, revision_content(to_jsonb(t)) FROM shelter AS t
  UNION ALL
  SELECT 'FACILITY_CONTACT'::registry_record, id, NULL::uuid, facility_id, revision_content(to_jsonb(t)) FROM facility_contact AS t
  UNION ALL
  SELECT 'CORPORATION_CONTACT'::registry_record, id, corporation_id, NULL::uuid, revision_content(to_jsonb(t)) FROM corporation_contact AS t
  UNION ALL
  SELECT 'PROCUREMENT_LIMIT'::registry_record, id, corporation_id, NULL::uuid, revision_content(to_jsonb(t)) FROM procurement_limit AS t
  UNION ALL
  SELECT 'FACILITY_EQUIPMENT'::registry_record, id, NULL::uuid, facility_id, revision_content(to_jsonb(t)) FROM facility_equipment AS t
  UNION ALL
  SELECT 'FACILITY_RESOURCE'::registry_record, id, NULL::uuid, facility_id, revision_content(to_jsonb(t)) FROM facility_resource AS t
  UNION ALL
  SELECT 'FACILITY_QUALIFICATION'::registry_record, id, NULL::uuid, facility_id, revision_content(to_jsonb(t)) FROM facility_qualification AS t
) AS standing (record, record_id, corporation_id, facility_id, content);
