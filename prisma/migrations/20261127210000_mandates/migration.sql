-- A corporation entrusts another body with one named thing, and what is done by it says on whose behalf it was done.

-- CreateEnum
CREATE TYPE "mandate_permission" AS ENUM ('CONFIRM_FACTS', 'EDIT_FACTS', 'SEE_ALL_CONTACTS');

-- CreateEnum
CREATE TYPE "mandate_ending" AS ENUM ('REVOKED', 'RETURNED', 'MEMBERSHIP_ENDED', 'CORPORATION_ENDED');

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "behalf_key" TEXT,
ADD COLUMN     "behalf_name" TEXT;

-- AlterTable
ALTER TABLE "change_act" ADD COLUMN     "behalf_name" TEXT;

-- AlterTable
ALTER TABLE "corporation_confirmation" ADD COLUMN     "mandate_id" UUID;

-- AlterTable
ALTER TABLE "facility_confirmation" ADD COLUMN     "mandate_id" UUID;

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporation_id" UUID NOT NULL,
    "holder_corporation_id" UUID,
    "holder_platform_id" UUID,
    "permission" "mandate_permission" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT,
    "granted_by_user_id" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "ended_because" "mandate_ending",
    "ended_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mandate_corporation_id_starts_on_id_idx" ON "mandate"("corporation_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mandate_holder_corporation_id_starts_on_id_idx" ON "mandate"("holder_corporation_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mandate_holder_platform_id_starts_on_id_idx" ON "mandate"("holder_platform_id", "starts_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mandate_granted_by_user_id_idx" ON "mandate"("granted_by_user_id");

-- CreateIndex
CREATE INDEX "mandate_ended_by_user_id_idx" ON "mandate"("ended_by_user_id");

-- CreateIndex
CREATE INDEX "corporation_confirmation_mandate_id_idx" ON "corporation_confirmation"("mandate_id");

-- CreateIndex
CREATE INDEX "facility_confirmation_mandate_id_idx" ON "facility_confirmation"("mandate_id");

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_holder_corporation_id_fkey" FOREIGN KEY ("holder_corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_holder_platform_id_fkey" FOREIGN KEY ("holder_platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_granted_by_user_id_fkey" FOREIGN KEY ("granted_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_ended_by_user_id_fkey" FOREIGN KEY ("ended_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_confirmation" ADD CONSTRAINT "facility_confirmation_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_confirmation" ADD CONSTRAINT "corporation_confirmation_mandate_id_fkey" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma's schema language cannot say.
ALTER TABLE mandate
  ADD CONSTRAINT mandate_has_one_holder CHECK (num_nonnulls(holder_corporation_id, holder_platform_id) = 1),
  -- The rest a secretariat does for its members by its own right.
  ADD CONSTRAINT mandate_of_network_is_to_confirm CHECK (holder_platform_id IS NULL OR permission = 'CONFIRM_FACTS'),
  ADD CONSTRAINT mandate_is_for_another CHECK (holder_corporation_id <> corporation_id),
  ADD CONSTRAINT mandate_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT mandate_note_says_something CHECK (btrim(note) <> ''),
  ADD CONSTRAINT mandate_end_is_explained CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
  ADD CONSTRAINT mandate_is_ended_by_somebody CHECK (
    coalesce(ended_because IN ('REVOKED', 'RETURNED'), false) = (ended_by_user_id IS NOT NULL)),
  -- One thing is entrusted to one body once at a time.
  ADD CONSTRAINT mandate_no_overlap EXCLUDE USING gist (
    corporation_id WITH =,
    (coalesce(holder_corporation_id, holder_platform_id)) WITH =,
    permission WITH =,
    daterange(starts_on, ends_on, '[]') WITH &&
  ) WHERE (ended_at IS NULL);

-- Invented bodies entrust each other, and real ones each other.
CREATE FUNCTION mandate_keeps_samples_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sample FROM corporation WHERE id = NEW.corporation_id) IS DISTINCT FROM coalesce(
       (SELECT sample FROM corporation WHERE id = NEW.holder_corporation_id),
       (SELECT sample FROM platform WHERE id = NEW.holder_platform_id)) THEN
    RAISE EXCEPTION 'invented bodies entrust invented ones only, real ones real ones only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_keeps_samples_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mandate_keeps_samples_apart
  BEFORE INSERT OR UPDATE OF corporation_id, holder_corporation_id, holder_platform_id ON mandate
  FOR EACH ROW EXECUTE FUNCTION mandate_keeps_samples_apart();

-- What a body is entrusted with is part of who it is (see the viewer's migration).
CREATE TRIGGER mandate_viewer_change
  AFTER INSERT OR DELETE OR UPDATE ON mandate
  FOR EACH ROW EXECUTE FUNCTION announce_viewer_change();
CREATE TRIGGER corporation_viewer_change
  AFTER UPDATE OF status ON corporation
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION announce_viewer_change();

-- The chain: what is done on behalf of another body is hashed with that body. Entries without one keep the hash they had;
-- every field tells its own length, so two more of them at the end make no text that means something else.
CREATE OR REPLACE FUNCTION audit_hash(entry audit_entry) RETURNS bytea
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
  || audit_field(entry.request_id)
  || CASE WHEN entry.behalf_key IS NULL AND entry.behalf_name IS NULL THEN ''
          ELSE audit_field(entry.behalf_key) || audit_field(entry.behalf_name) END, 'UTF8'));

-- As before (see the history's migration); the entry also names the body on whose behalf it was done.
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
  appended.behalf_key := entry ->> 'behalfKey';
  appended.behalf_name := entry ->> 'behalfName';
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
    acting_name = appended.acting_name, behalf_name = appended.behalf_name, command = appended.command
  WHERE id = nullif(current_setting('yui.act', true), '')::uuid;
  RETURN appended.seq;
END $$;

-- Whose edit answers a request: the own people's and the corporation's, as before. Whoever edits on a corporation's behalf
-- answers only what the same act also confirms, that is, when both are entrusted to them.
CREATE OR REPLACE FUNCTION change_answers_requests() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own boolean;
  entrusted boolean;
BEGIN
  SELECT acting_key ~ '^(FACILITY|CORPORATION):' AND behalf_key IS NULL, behalf_key IS NOT NULL
  INTO own, entrusted FROM audit_entry WHERE seq = NEW.audit_seq;
  IF own THEN
    PERFORM answer_confirmation_requests(facility_id, array_agg(DISTINCT block_of_record(record)), 'EDITED', NEW.at)
    FROM registry_revision
    WHERE act_id = NEW.id AND facility_id IS NOT NULL AND block_of_record(record) IS NOT NULL
    GROUP BY facility_id;
  END IF;
  IF own OR entrusted THEN
    UPDATE confirmation_request_block AS b SET answer = 'EDITED'
    FROM confirmation_request AS r, registry_revision AS v
    WHERE v.act_id = NEW.id AND r.facility_id = v.facility_id AND b.request_id = r.id
      AND b.block = block_of_record(v.record) AND b.answered_at = NEW.at AND b.answer = 'CONFIRMED';
  END IF;
  RETURN NULL;
END $$;
