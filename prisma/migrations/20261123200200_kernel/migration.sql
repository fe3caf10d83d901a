-- The audit chain and the event log: one function appends to both, triggers refuse everything else.

-- A random salt is hashed together with the input and erased together with it, so that an erased name or address
-- cannot be found again by hashing guesses.
ALTER TABLE audit_entry ADD COLUMN input_salt bytea;

INSERT INTO ledger_head (id, hash) VALUES (1, sha256('yui audit chain'));

-- Text of one field such that no two different rows give the same concatenation: its length in bytes, then itself.
CREATE FUNCTION audit_field(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN coalesce(octet_length(value) || ':' || value || ';', '-;');

CREATE FUNCTION audit_field(items text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  cardinality(items) || '[' || coalesce((
    SELECT string_agg(audit_field(item), '' ORDER BY position) FROM unnest(items) WITH ORDINALITY AS u(item, position)
  ), '') || ']';

-- kernel/audit-verify.ts computes the same in TypeScript.
CREATE FUNCTION audit_hash(entry audit_entry) RETURNS bytea
LANGUAGE sql STABLE RETURN sha256(convert_to(
  audit_field(encode(entry.prev_hash, 'hex'))
  || audit_field(entry.seq::text)
  || audit_field(entry.id::text)
  || audit_field(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  || audit_field(entry.actor_user_id::text)
  || audit_field(entry.token_id::text)
  || audit_field(entry.acting_key)
  || audit_field(entry.acting_name)
  || audit_field(entry.acting_roles)
  || audit_field(entry.command)
  || audit_field(entry.subject_type)
  || audit_field(entry.subject_id)
  || audit_field(entry.audience)
  || audit_field(encode(entry.input_hash, 'hex'))
  || audit_field(entry.reason)
  || audit_field(entry.request_id), 'UTF8'));

-- The last thing a command does before it commits. The lock on ledger_head is held until the commit, therefore both
-- sequences have no gaps and follow the order of commits: whoever has seen n has seen everything before n.
-- Every event gets its job in the same transaction; listeners are woken by the commit.
CREATE FUNCTION append_ledger(entry jsonb, events jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
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
  RETURN appended.seq;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- The one change an entry may see: personal data in its input falls due and is erased; its hash stays.
CREATE FUNCTION allow_erasure_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  OLD.input := NULL;
  OLD.input_salt := NULL;
  IF NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'audit_entry is append-only: only the input may be erased' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION ledger_never_goes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.audit_seq < OLD.audit_seq OR NEW.event_seq < OLD.event_seq THEN
    RAISE EXCEPTION 'ledger_head never goes back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_erasure_only BEFORE UPDATE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION allow_erasure_only();
CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_stays BEFORE DELETE OR TRUNCATE ON ledger_head
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_head_never_goes_back BEFORE UPDATE ON ledger_head
  FOR EACH ROW EXECUTE FUNCTION ledger_never_goes_back();
