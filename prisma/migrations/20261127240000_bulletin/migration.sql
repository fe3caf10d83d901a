-- A network's shelf of documents, its announcements and its calendar.

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('RULES', 'MINUTES', 'REPORT', 'CONTRACT', 'FORM', 'OTHER');

-- CreateEnum
CREATE TYPE "bulletin_audience" AS ENUM ('MEMBERS', 'OFFICERS');

-- CreateEnum
CREATE TYPE "announcement_topic" AS ENUM ('GENERAL', 'MEETING', 'TRAINING', 'DISASTER', 'PROCUREMENT', 'FILING');

-- CreateEnum
CREATE TYPE "calendar_kind" AS ENUM ('MEETING', 'TRAINING', 'EVENT', 'DRILL', 'DEADLINE', 'OTHER');

-- CreateEnum
CREATE TYPE "calendar_repeat" AS ENUM ('NONE', 'WEEKLY', 'MONTHLY', 'MONTHLY_WEEKDAY', 'YEARLY');

-- CreateTable
CREATE TABLE "retention_rule" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "document_kind" NOT NULL,
    "years" INTEGER,
    "basis" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "confirmed_at" TIMESTAMPTZ(6),

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "document_kind" NOT NULL,
    "audience" "bulletin_audience" NOT NULL DEFAULT 'MEMBERS',
    "retention_years" INTEGER,
    "retain_from" DATE NOT NULL,
    "retain_until" DATE,
    "retention_rule_id" UUID,
    "latest_number" INTEGER NOT NULL DEFAULT 0,
    "latest_at" TIMESTAMPTZ(6),
    "source" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(6),
    "deleted_by_user_id" UUID,
    "deletion_reason" TEXT,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "document_id" UUID NOT NULL,
    "number" INTEGER,
    "file_name" TEXT NOT NULL,
    "size" INTEGER,
    "content_hash" BYTEA,
    "media_type" TEXT,
    "note" TEXT,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "added_by_user_id" UUID,
    "received_at" TIMESTAMPTZ(6),

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_chunk" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "document_chunk_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "document_reading" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "body_key" TEXT NOT NULL,
    "body_name" TEXT NOT NULL,
    "corporation_id" UUID,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "document_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "topic" "announcement_topic" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "chosen" BOOLEAN NOT NULL DEFAULT false,
    "must_acknowledge" BOOLEAN NOT NULL DEFAULT false,
    "publish_at" TIMESTAMPTZ(6) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "written_by_user_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_user_id" UUID,
    "withdrawal_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_recipient" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "announcement_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,

    CONSTRAINT "announcement_recipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_document" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "announcement_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "announcement_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement_reading" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "announcement_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "corporation_id" UUID,
    "body_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(6),

    CONSTRAINT "announcement_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'bulletin',
    "source_key" TEXT,
    "kind" "calendar_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "note" TEXT,
    "link" TEXT,
    "audience" "bulletin_audience" NOT NULL DEFAULT 'MEMBERS',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "repeat" "calendar_repeat" NOT NULL DEFAULT 'NONE',
    "repeat_until" DATE,
    "skipped_days" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "platform_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "retention_rule_kind_starts_on_key" ON "retention_rule"("kind", "starts_on");

-- CreateIndex
CREATE INDEX "document_platform_id_created_at_id_idx" ON "document"("platform_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "document_platform_id_retain_until_id_idx" ON "document"("platform_id", "retain_until", "id");

-- CreateIndex
CREATE INDEX "document_retention_rule_id_idx" ON "document"("retention_rule_id");

-- CreateIndex
CREATE INDEX "document_deleted_by_user_id_idx" ON "document"("deleted_by_user_id");

-- CreateIndex
CREATE INDEX "document_version_added_by_user_id_idx" ON "document_version"("added_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_version_document_id_number_key" ON "document_version"("document_id", "number");

-- CreateIndex
CREATE INDEX "document_reading_version_id_opened_at_id_idx" ON "document_reading"("version_id", "opened_at", "id");

-- CreateIndex
CREATE INDEX "document_reading_user_id_idx" ON "document_reading"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_reading_version_id_user_id_body_key_key" ON "document_reading"("version_id", "user_id", "body_key");

-- CreateIndex
CREATE INDEX "announcement_platform_id_publish_at_id_idx" ON "announcement"("platform_id", "publish_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "announcement_written_by_user_id_idx" ON "announcement"("written_by_user_id");

-- CreateIndex
CREATE INDEX "announcement_withdrawn_by_user_id_idx" ON "announcement"("withdrawn_by_user_id");

-- CreateIndex
CREATE INDEX "announcement_recipient_corporation_id_idx" ON "announcement_recipient"("corporation_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_recipient_announcement_id_corporation_id_key" ON "announcement_recipient"("announcement_id", "corporation_id");

-- CreateIndex
CREATE INDEX "announcement_document_document_id_idx" ON "announcement_document"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_document_announcement_id_document_id_key" ON "announcement_document"("announcement_id", "document_id");

-- CreateIndex
CREATE INDEX "announcement_reading_announcement_id_corporation_id_idx" ON "announcement_reading"("announcement_id", "corporation_id");

-- CreateIndex
CREATE INDEX "announcement_reading_user_id_idx" ON "announcement_reading"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_reading_announcement_id_user_id_key" ON "announcement_reading"("announcement_id", "user_id");

-- CreateIndex
CREATE INDEX "calendar_entry_platform_id_starts_on_id_idx" ON "calendar_entry"("platform_id", "starts_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_entry_source_source_key_key" ON "calendar_entry"("source", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_secret_hash_key" ON "calendar_feed"("secret_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_user_id_created_at_id_idx" ON "calendar_feed"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "calendar_feed_platform_id_idx" ON "calendar_feed"("platform_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_retention_rule_id_fkey" FOREIGN KEY ("retention_rule_id") REFERENCES "retention_rule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_deleted_by_user_id_fkey" FOREIGN KEY ("deleted_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_added_by_user_id_fkey" FOREIGN KEY ("added_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_chunk" ADD CONSTRAINT "document_chunk_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_reading" ADD CONSTRAINT "document_reading_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_written_by_user_id_fkey" FOREIGN KEY ("written_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_withdrawn_by_user_id_fkey" FOREIGN KEY ("withdrawn_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_document" ADD CONSTRAINT "announcement_document_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_document" ADD CONSTRAINT "announcement_document_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reading" ADD CONSTRAINT "announcement_reading_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement_reading" ADD CONSTRAINT "announcement_reading_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.
ALTER TABLE retention_rule
  ADD CONSTRAINT retention_rule_years_fit CHECK (years BETWEEN 1 AND 100),
  ADD CONSTRAINT retention_rule_ends_after_start CHECK (ends_on >= starts_on);

ALTER TABLE document
  ADD CONSTRAINT document_title_says_something CHECK (btrim(title) <> ''),
  ADD CONSTRAINT document_retention_fits CHECK (retention_years BETWEEN 1 AND 100),
  ADD CONSTRAINT document_kept_until CHECK (
    retain_until IS NOT DISTINCT FROM (retain_from + make_interval(years => retention_years))::date),
  ADD CONSTRAINT document_deleted_by_somebody CHECK (
    (deleted_at IS NULL) = (deleted_by_user_id IS NULL) AND (deleted_at IS NULL) = (deletion_reason IS NULL)),
  ADD CONSTRAINT document_kept_long_enough CHECK (
    deleted_at IS NULL OR latest_number = 0 OR (deleted_at AT TIME ZONE 'Asia/Tokyo')::date > coalesce(retain_until, 'infinity')),
  ADD CONSTRAINT document_newest_has_a_day CHECK ((latest_number = 0) = (latest_at IS NULL));

ALTER TABLE document_version
  ADD CONSTRAINT document_version_whole CHECK (
    num_nulls(number, size, content_hash, media_type, received_at) IN (0, 5)),
  ADD CONSTRAINT document_version_size_fits CHECK (size BETWEEN 1 AND 20971520),
  ADD CONSTRAINT document_version_hash_fits CHECK (octet_length(content_hash) = 32);
-- What broke off is looked for once a day.
CREATE INDEX document_version_unfinished ON document_version (added_at) WHERE received_at IS NULL;

ALTER TABLE announcement
  ADD CONSTRAINT announcement_says_something CHECK (btrim(title) <> '' AND btrim(body) <> ''),
  ADD CONSTRAINT announcement_withdrawn_by_somebody CHECK (
    (withdrawn_at IS NULL) = (withdrawn_by_user_id IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL));
ALTER TABLE announcement_reading
  ADD CONSTRAINT announcement_reading_opened_first CHECK (acknowledged_at >= opened_at);

ALTER TABLE calendar_entry
  ADD CONSTRAINT calendar_entry_title_says_something CHECK (btrim(title) <> ''),
  ADD CONSTRAINT calendar_entry_ends_after_start CHECK (
    ends_on >= starts_on AND (start_minute IS NULL) = (end_minute IS NULL)
    AND start_minute BETWEEN 0 AND 1439 AND end_minute BETWEEN 0 AND 1440
    AND (ends_on > starts_on OR end_minute IS NULL OR end_minute > start_minute)),
  ADD CONSTRAINT calendar_entry_series_fits CHECK (
    (repeat <> 'NONE' OR (repeat_until IS NULL AND skipped_days = '{}')) AND repeat_until >= starts_on),
  ADD CONSTRAINT calendar_entry_link_is_ours CHECK (link ~ '^/([^/]|$)');
-- A series may begin long before the time that is looked at.
CREATE INDEX calendar_entry_series ON calendar_entry (platform_id, starts_on) WHERE repeat <> 'NONE';

-- Proposals for how long each kind of paper is kept. None of them has been checked against its source: confirmed_at is null.
INSERT INTO retention_rule (kind, years, basis, starts_on) VALUES
  ('RULES', NULL, '法令の定めはありません。使い続けるものとして、改正前の版も含めて保存します。', '2026-04-01'),
  ('MINUTES', 10, '一般社団・財団法人法57条・97条（社員総会・理事会の議事録は10年）。任意の会では会則によります。', '2026-04-01'),
  ('REPORT', 10, '一般社団・財団法人法120条（計算書類は10年）。任意の会では会則によります。', '2026-04-01'),
  ('CONTRACT', 10, '民法166条（債権の消滅時効は長いもので10年）を目安に、契約の終わりから数えます。', '2026-04-01'),
  ('FORM', 3, '法令の定めはありません。目安です。', '2026-04-01'),
  ('OTHER', 5, '法令の定めはありません。目安です。', '2026-04-01');
