-- CreateEnum
CREATE TYPE "alert_reading" AS ENUM ('READ', 'UNKNOWN_KIND', 'UNREADABLE');

-- CreateEnum
CREATE TYPE "alert_status" AS ENUM ('NORMAL', 'DRILL', 'TEST');

-- CreateEnum
CREATE TYPE "alert_info_type" AS ENUM ('ISSUED', 'CORRECTED', 'DELAYED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "alert_kind" AS ENUM ('WEATHER_WARNING', 'LANDSLIDE', 'RIVER_FLOOD', 'INTENSITY_FLASH', 'HYPOCENTER', 'EARTHQUAKE', 'TSUNAMI', 'WEATHER_BULLETIN', 'OTHER');

-- CreateEnum
CREATE TYPE "alert_standing" AS ENUM ('CURRENT', 'SUPERSEDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "alert_channel" AS ENUM ('UPLOAD', 'RELAY', 'TASK');

-- CreateEnum
CREATE TYPE "alert_area_form" AS ENUM ('MUNICIPALITY', 'MUNICIPALITY_PART', 'FORECAST_AREA', 'SEISMIC_AREA', 'TSUNAMI_AREA', 'RIVER');

-- CreateEnum
CREATE TYPE "alert_signal" AS ENUM ('ALERT_LEVEL', 'WARNING_RANK', 'INTENSITY', 'TSUNAMI', 'BULLETIN');

-- CreateEnum
CREATE TYPE "alert_suggestion_state" AS ENUM ('OPEN', 'CONFIRMED', 'DISMISSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "output_form" AS ENUM ('MINISTRY_SYSTEM', 'DAILY_REPORT', 'OPENING_NOTICE', 'CLOSING_NOTICE', 'INTAKE_LIST', 'HAVE', 'PUBLIC_PAGE', 'COST_CLAIM');

-- CreateTable
CREATE TABLE "alert_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "content_hash" BYTEA NOT NULL,
    "raw_text" TEXT NOT NULL,
    "exact" BOOLEAN NOT NULL,
    "file_name" TEXT,
    "channel" "alert_channel" NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "received_by_user_id" UUID,
    "reading" "alert_reading" NOT NULL,
    "problem" TEXT,
    "kind" "alert_kind" NOT NULL,
    "status" "alert_status" NOT NULL,
    "info_type" "alert_info_type" NOT NULL,
    "control_title" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "headline" TEXT NOT NULL DEFAULT '',
    "office" TEXT NOT NULL DEFAULT '',
    "event_key" TEXT,
    "serial" INTEGER,
    "reported_at" TIMESTAMPTZ(6),
    "target_at" TIMESTAMPTZ(6),
    "chain_key" TEXT,
    "standing" "alert_standing" NOT NULL DEFAULT 'CURRENT',
    "replaced_by_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "message_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "form" "alert_area_form" NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "municipality_code" CHAR(6),
    "prefecture_code" CHAR(2),
    "phenomenon" TEXT NOT NULL,
    "signal" "alert_signal",
    "rank" INTEGER,
    "change" TEXT NOT NULL DEFAULT '',
    "ended" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "alert_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_concern" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "message_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "municipality_codes" TEXT[],

    CONSTRAINT "alert_concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_suggestion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "chain_key" TEXT NOT NULL,
    "drill" BOOLEAN NOT NULL,
    "hazard" "disaster_hazard" NOT NULL,
    "signal" "alert_signal" NOT NULL,
    "rank" INTEGER NOT NULL,
    "municipality_codes" TEXT[],
    "state" "alert_suggestion_state" NOT NULL DEFAULT 'OPEN',
    "suggested_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "decided_by_user_id" UUID,
    "reason" TEXT,
    "event_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_threshold" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID,
    "signal" "alert_signal" NOT NULL,
    "minimum" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6),
    "confirmed_by_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_threshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "output_filing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "facility_id" UUID,
    "form" "output_form" NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "filed_by_user_id" UUID,

    CONSTRAINT "output_filing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alert_message_content_hash_key" ON "alert_message"("content_hash");

-- CreateIndex
CREATE INDEX "alert_message_received_at_id_idx" ON "alert_message"("received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "alert_message_chain_key_idx" ON "alert_message"("chain_key");

-- CreateIndex
CREATE INDEX "alert_message_replaced_by_id_idx" ON "alert_message"("replaced_by_id");

-- CreateIndex
CREATE INDEX "alert_message_received_by_user_id_idx" ON "alert_message"("received_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_area_message_id_position_key" ON "alert_area"("message_id", "position");

-- CreateIndex
CREATE INDEX "alert_concern_platform_id_message_id_idx" ON "alert_concern"("platform_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_concern_message_id_platform_id_key" ON "alert_concern"("message_id", "platform_id");

-- CreateIndex
CREATE INDEX "alert_suggestion_platform_id_suggested_at_id_idx" ON "alert_suggestion"("platform_id", "suggested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "alert_suggestion_message_id_idx" ON "alert_suggestion"("message_id");

-- CreateIndex
CREATE INDEX "alert_suggestion_event_id_idx" ON "alert_suggestion"("event_id");

-- CreateIndex
CREATE INDEX "alert_suggestion_decided_by_user_id_idx" ON "alert_suggestion"("decided_by_user_id");

-- CreateIndex
CREATE INDEX "alert_threshold_confirmed_by_user_id_idx" ON "alert_threshold"("confirmed_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_threshold_platform_id_signal_starts_on_key" ON "alert_threshold"("platform_id", "signal", "starts_on");

-- CreateIndex
CREATE INDEX "output_filing_event_id_filed_at_id_idx" ON "output_filing"("event_id", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "output_filing_facility_id_idx" ON "output_filing"("facility_id");

-- CreateIndex
CREATE INDEX "output_filing_filed_by_user_id_idx" ON "output_filing"("filed_by_user_id");

-- AddForeignKey
ALTER TABLE "alert_message" ADD CONSTRAINT "alert_message_received_by_user_id_fkey" FOREIGN KEY ("received_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_message" ADD CONSTRAINT "alert_message_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "alert_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_area" ADD CONSTRAINT "alert_area_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "alert_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_concern" ADD CONSTRAINT "alert_concern_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "alert_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_concern" ADD CONSTRAINT "alert_concern_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_suggestion" ADD CONSTRAINT "alert_suggestion_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_suggestion" ADD CONSTRAINT "alert_suggestion_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "alert_message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_suggestion" ADD CONSTRAINT "alert_suggestion_decided_by_user_id_fkey" FOREIGN KEY ("decided_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_suggestion" ADD CONSTRAINT "alert_suggestion_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_threshold" ADD CONSTRAINT "alert_threshold_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_threshold" ADD CONSTRAINT "alert_threshold_confirmed_by_user_id_fkey" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output_filing" ADD CONSTRAINT "output_filing_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output_filing" ADD CONSTRAINT "output_filing_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "output_filing" ADD CONSTRAINT "output_filing_filed_by_user_id_fkey" FOREIGN KEY ("filed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.
ALTER TABLE alert_message
  ADD CONSTRAINT alert_message_hash_fits CHECK (octet_length(content_hash) = 32),
  ADD CONSTRAINT alert_message_unreadable_says_why CHECK ((reading = 'UNREADABLE') = (problem IS NOT NULL)),
  ADD CONSTRAINT alert_message_read_has_a_time CHECK (reading = 'UNREADABLE' OR (reported_at IS NOT NULL AND chain_key IS NOT NULL)),
  ADD CONSTRAINT alert_message_replaced_by_another CHECK (
    (standing = 'CURRENT') = (replaced_by_id IS NULL) AND replaced_by_id <> id);

-- What came in stays as it came in.
CREATE FUNCTION alert_message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR
    (NEW.content_hash, NEW.raw_text, NEW.exact, NEW.reading, NEW.kind, NEW.status, NEW.info_type, NEW.chain_key,
     NEW.reported_at, NEW.received_at, NEW.channel)
      IS DISTINCT FROM
    (OLD.content_hash, OLD.raw_text, OLD.exact, OLD.reading, OLD.kind, OLD.status, OLD.info_type, OLD.chain_key,
     OLD.reported_at, OLD.received_at, OLD.channel)
  THEN
    RAISE EXCEPTION 'an alert_message is kept as it came in' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alert_message_stays BEFORE UPDATE OR DELETE ON alert_message FOR EACH ROW EXECUTE FUNCTION alert_message_stays();

ALTER TABLE alert_area
  ADD CONSTRAINT alert_area_measured CHECK ((signal IS NULL) = (rank IS NULL)),
  ADD CONSTRAINT alert_area_rank_fits CHECK (rank BETWEEN 1 AND CASE signal
    WHEN 'ALERT_LEVEL' THEN 5 WHEN 'WARNING_RANK' THEN 4 WHEN 'INTENSITY' THEN 9 WHEN 'TSUNAMI' THEN 4 ELSE 1 END),
  ADD CONSTRAINT alert_area_codes_fit CHECK (municipality_code ~ '^[0-9]{6}$' AND prefecture_code ~ '^(0[1-9]|[1-3][0-9]|4[0-7])$');
-- Which messages name a municipality.
CREATE INDEX alert_area_municipality ON alert_area (municipality_code, message_id) WHERE municipality_code IS NOT NULL;

ALTER TABLE alert_suggestion
  ADD CONSTRAINT alert_suggestion_ended CHECK ((state = 'OPEN') = (ended_at IS NULL)),
  ADD CONSTRAINT alert_suggestion_decided_by_somebody CHECK (
    state NOT IN ('CONFIRMED', 'DISMISSED') OR decided_by_user_id IS NOT NULL),
  ADD CONSTRAINT alert_suggestion_confirmed_with_an_event CHECK ((state = 'CONFIRMED') = (event_id IS NOT NULL)),
  ADD CONSTRAINT alert_suggestion_dismissed_with_a_reason CHECK (
    CASE WHEN state IN ('DISMISSED', 'WITHDRAWN') THEN btrim(reason) <> '' ELSE reason IS NULL END);
-- A network is asked once about one thing.
CREATE UNIQUE INDEX alert_suggestion_open ON alert_suggestion (platform_id, chain_key) WHERE state = 'OPEN';

ALTER TABLE alert_threshold
  ADD CONSTRAINT alert_threshold_says_why CHECK (btrim(basis) <> ''),
  ADD CONSTRAINT alert_threshold_minimum_fits CHECK (minimum BETWEEN 1 AND CASE signal
    WHEN 'ALERT_LEVEL' THEN 5 WHEN 'WARNING_RANK' THEN 4 WHEN 'INTENSITY' THEN 9 WHEN 'TSUNAMI' THEN 4 ELSE 1 END),
  ADD CONSTRAINT alert_threshold_confirmed_at_once CHECK (confirmed_at IS NOT NULL OR confirmed_by_user_id IS NULL);
CREATE UNIQUE INDEX alert_threshold_for_all ON alert_threshold (signal, starts_on) WHERE platform_id IS NULL;

-- From which weight on a message makes a suggestion. None of them has been checked with a municipality: confirmed_at is null.
INSERT INTO alert_threshold (signal, minimum, starts_on, basis) VALUES
  ('ALERT_LEVEL', 4, '2026-04-01', '警戒レベル４は「危険な場所から全員避難」。高齢者等避難（レベル３）で準備を始める地域では３に下げます。目安です。'),
  ('WARNING_RANK', 4, '2026-04-01', '警戒レベルのない警報は、特別警報だけを目安にします（暴風・大雪など）。'),
  ('INTENSITY', 6, '2026-04-01', '震度５強以上。市町村の職員が自動参集する震度にそろえて直してください。目安です。'),
  ('TSUNAMI', 3, '2026-04-01', '津波警報以上。目安です。'),
  ('BULLETIN', 1, '2026-04-01', '線状降水帯の発生など、気象防災速報が出たとき。目安です。');

ALTER TABLE output_filing ADD CONSTRAINT output_filing_note_is_short CHECK (char_length(note) <= 300);
