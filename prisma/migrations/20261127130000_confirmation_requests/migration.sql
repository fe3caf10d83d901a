-- The secretariat's requests to confirm a facility's facts, which end by themselves once the facility has answered.

-- CreateEnum
CREATE TYPE "confirmation_answer" AS ENUM ('CONFIRMED', 'EDITED');

-- CreateTable
CREATE TABLE "confirmation_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "note" TEXT,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "asked_by_user_id" UUID NOT NULL,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "reminded_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "confirmation_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_request_block" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "block" "facility_block" NOT NULL,
    "answered_at" TIMESTAMPTZ(6),
    "answer" "confirmation_answer",

    CONSTRAINT "confirmation_request_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "confirmation_request_platform_id_asked_at_id_idx" ON "confirmation_request"("platform_id", "asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "confirmation_request_facility_id_asked_at_id_idx" ON "confirmation_request"("facility_id", "asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "confirmation_request_asked_by_user_id_idx" ON "confirmation_request"("asked_by_user_id");

-- CreateIndex
CREATE INDEX "confirmation_request_withdrawn_by_user_id_idx" ON "confirmation_request"("withdrawn_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "confirmation_request_block_request_id_block_key" ON "confirmation_request_block"("request_id", "block");

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_asked_by_user_id_fkey" FOREIGN KEY ("asked_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request" ADD CONSTRAINT "confirmation_request_withdrawn_by_user_id_fkey" FOREIGN KEY ("withdrawn_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_request_block" ADD CONSTRAINT "confirmation_request_block_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "confirmation_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE confirmation_request
  ADD CONSTRAINT confirmation_request_reminders_fit CHECK (
    reminders BETWEEN 0 AND 2 AND (reminders = 0) = (reminded_at IS NULL)),
  ADD CONSTRAINT confirmation_request_ends_once CHECK (answered_at IS NULL OR withdrawn_at IS NULL),
  ADD CONSTRAINT confirmation_request_withdrawn_by_somebody CHECK (
    (withdrawn_at IS NULL) = (withdrawn_by_user_id IS NULL)),
  ADD CONSTRAINT confirmation_request_note_says_something CHECK (btrim(note) <> '');
ALTER TABLE confirmation_request_block
  ADD CONSTRAINT confirmation_request_block_answer_fits CHECK ((answered_at IS NULL) = (answer IS NULL));

-- One network asks a facility once at a time; what is open is looked for every day and by every answer.
CREATE UNIQUE INDEX confirmation_request_open ON confirmation_request (facility_id, platform_id)
  WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX confirmation_request_open_since ON confirmation_request (asked_at, id)
  WHERE answered_at IS NULL AND withdrawn_at IS NULL;

-- Answers the open requests for some blocks of a facility, and ends those whose last block was answered.
CREATE FUNCTION answer_confirmation_requests(
  answering_facility uuid, blocks facility_block[], how confirmation_answer, moment timestamptz
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  open_requests uuid[];
BEGIN
  -- Locked first: two people who answer two blocks at once must each see the other's.
  open_requests := ARRAY(
    SELECT id FROM confirmation_request
    WHERE facility_id = answering_facility AND answered_at IS NULL AND withdrawn_at IS NULL AND asked_at <= moment
    ORDER BY id FOR UPDATE);
  IF open_requests = '{}' THEN RETURN; END IF;
  UPDATE confirmation_request_block SET answered_at = moment, answer = how
  WHERE request_id = ANY (open_requests) AND block = ANY (blocks) AND answered_at IS NULL;
  UPDATE confirmation_request AS r SET answered_at = moment, updated_at = moment, version = version + 1
  WHERE r.id = ANY (open_requests)
    AND NOT EXISTS (SELECT FROM confirmation_request_block AS b WHERE b.request_id = r.id AND b.answered_at IS NULL);
END $$;

CREATE FUNCTION confirmation_answers_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM answer_confirmation_requests(facility_id, array_agg(block), 'CONFIRMED', max(confirmed_at))
  FROM new_rows GROUP BY facility_id;
  RETURN NULL;
END $$;
CREATE TRIGGER facility_confirmation_answers_requests AFTER INSERT ON facility_confirmation
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION confirmation_answers_requests();

-- Part of a facility's facts that a record belongs to; null for what is no fact of a facility.
CREATE FUNCTION block_of_record(record registry_record) RETURNS facility_block
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE record
    WHEN 'FACILITY' THEN 'BASIC'
    WHEN 'FACILITY_CONTACT' THEN 'CONTACTS'
    WHEN 'FACILITY_EQUIPMENT' THEN 'EQUIPMENT'
    WHEN 'SERVICE_OFFICE' THEN 'SERVICES'
    WHEN 'FACILITY_RESOURCE' THEN 'RESOURCES'
    WHEN 'FACILITY_QUALIFICATION' THEN 'STAFF'
  END::facility_block;

-- Who changes a block has looked at it, if it is the facility's own people or its corporation. A file of somebody else
-- and a correction by the secretariat answer nothing.
CREATE FUNCTION change_answers_requests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM audit_entry WHERE seq = NEW.audit_seq AND acting_key ~ '^(FACILITY|CORPORATION):'
  ) THEN
    PERFORM answer_confirmation_requests(facility_id, array_agg(DISTINCT block_of_record(record)), 'EDITED', NEW.at)
    FROM registry_revision
    WHERE act_id = NEW.id AND facility_id IS NOT NULL AND block_of_record(record) IS NOT NULL
    GROUP BY facility_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER change_act_answers_requests AFTER UPDATE OF audit_seq ON change_act FOR EACH ROW
  WHEN (OLD.audit_seq IS NULL AND NEW.audit_seq IS NOT NULL) EXECUTE FUNCTION change_answers_requests();
