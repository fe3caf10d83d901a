-- CreateEnum
CREATE TYPE "intake_entry_kind" AS ENUM ('HEADCOUNT', 'PERSON_ADDED', 'NAMED_FROM_HEADCOUNT', 'FIELD_SET', 'CHECKED_OUT', 'CAME_BACK', 'TRANSFERRED', 'MERGED', 'NOT_SAME', 'RESOLVED');

-- CreateEnum
CREATE TYPE "intake_field" AS ENUM ('NAME', 'KANA', 'BIRTH_YEAR', 'AGE_BAND', 'SEX', 'TOWN', 'PHONE', 'FAMILY', 'NEEDS', 'STAY', 'CARE_LEVEL', 'DIET', 'MEDICINE', 'DEVICES', 'COMMUNICATION', 'KEY_PERSON', 'KEY_PERSON_PHONE', 'SEARCH_CONSENT', 'SHARE_CONSENT', 'NOTE');

-- CreateEnum
CREATE TYPE "intake_stay" AS ENUM ('NIGHT', 'DAY');

-- CreateEnum
CREATE TYPE "intake_destination" AS ENUM ('HOME', 'RELATIVES', 'HOSPITAL', 'FACILITY', 'SHELTER', 'OTHER');

-- CreateEnum
CREATE TYPE "intake_transfer_state" AS ENUM ('EXPECTED', 'ACCEPTED', 'DECLINED');

-- CreateTable
CREATE TABLE "intake_book" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "opening_id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "key_version" INTEGER NOT NULL,
    "exported_at" TIMESTAMPTZ(6),
    "destroy_on" DATE,
    "destroyed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_book_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_entry" (
    "id" UUID NOT NULL,
    "book_id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "device_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "stated_at" TIMESTAMPTZ(6) NOT NULL,
    "kind" "intake_entry_kind" NOT NULL,
    "subjects" UUID[],
    "based_on" UUID[],
    "field" "intake_field",
    "people" INTEGER,
    "need" "care_need",
    "stay" "intake_stay",
    "destination" "intake_destination",
    "sealed" BYTEA,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "received_from_user_id" UUID,

    CONSTRAINT "intake_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_count" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "need" "care_need",
    "day" INTEGER NOT NULL,
    "night" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "intake_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_sheet" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "headcount_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "lines" INTEGER,
    "revoked_at" TIMESTAMPTZ(6),
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_transfer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "to_book_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "intake_transfer_state" NOT NULL DEFAULT 'EXPECTED',
    "declined_because" "cannot_open_reason",
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_search" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "sealed" BYTEA,
    "answered" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "asked_by_user_id" UUID,

    CONSTRAINT "intake_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_export" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "persons" INTEGER NOT NULL,
    "entries" INTEGER NOT NULL,
    "exported_at" TIMESTAMPTZ(6) NOT NULL,
    "exported_by_user_id" UUID,

    CONSTRAINT "intake_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deletion_certificate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "book_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "values" INTEGER NOT NULL,
    "searches" INTEGER NOT NULL,
    "exported_at" TIMESTAMPTZ(6) NOT NULL,
    "destroyed_at" TIMESTAMPTZ(6) NOT NULL,
    "content_hash" TEXT NOT NULL,

    CONSTRAINT "deletion_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "intake_book_opening_id_key" ON "intake_book"("opening_id");

-- CreateIndex
CREATE INDEX "intake_entry_received_from_user_id_idx" ON "intake_entry"("received_from_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_entry_book_id_device_id_sequence_key" ON "intake_entry"("book_id", "device_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "intake_entry_book_id_position_key" ON "intake_entry"("book_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "intake_count_book_id_need_key" ON "intake_count"("book_id", "need");

-- CreateIndex
CREATE UNIQUE INDEX "intake_sheet_token_hash_key" ON "intake_sheet"("token_hash");

-- CreateIndex
CREATE INDEX "intake_sheet_created_by_user_id_idx" ON "intake_sheet"("created_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "intake_sheet_book_id_number_key" ON "intake_sheet"("book_id", "number");

-- CreateIndex
CREATE INDEX "intake_transfer_book_id_state_idx" ON "intake_transfer"("book_id", "state");

-- CreateIndex
CREATE INDEX "intake_transfer_to_book_id_state_idx" ON "intake_transfer"("to_book_id", "state");

-- CreateIndex
CREATE INDEX "intake_search_book_id_asked_at_idx" ON "intake_search"("book_id", "asked_at");

-- CreateIndex
CREATE INDEX "intake_search_asked_by_user_id_asked_at_idx" ON "intake_search"("asked_by_user_id", "asked_at");

-- CreateIndex
CREATE INDEX "intake_export_book_id_exported_at_idx" ON "intake_export"("book_id", "exported_at");

-- CreateIndex
CREATE INDEX "intake_export_exported_by_user_id_idx" ON "intake_export"("exported_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "deletion_certificate_book_id_key" ON "deletion_certificate"("book_id");

-- AddForeignKey
ALTER TABLE "intake_book" ADD CONSTRAINT "intake_book_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "shelter_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_entry" ADD CONSTRAINT "intake_entry_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_entry" ADD CONSTRAINT "intake_entry_received_from_user_id_fkey" FOREIGN KEY ("received_from_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_count" ADD CONSTRAINT "intake_count_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_sheet" ADD CONSTRAINT "intake_sheet_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_sheet" ADD CONSTRAINT "intake_sheet_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_transfer" ADD CONSTRAINT "intake_transfer_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_transfer" ADD CONSTRAINT "intake_transfer_to_book_id_fkey" FOREIGN KEY ("to_book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_search" ADD CONSTRAINT "intake_search_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_search" ADD CONSTRAINT "intake_search_asked_by_user_id_fkey" FOREIGN KEY ("asked_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_export" ADD CONSTRAINT "intake_export_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_export" ADD CONSTRAINT "intake_export_exported_by_user_id_fkey" FOREIGN KEY ("exported_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deletion_certificate" ADD CONSTRAINT "deletion_certificate_book_id_fkey" FOREIGN KEY ("book_id") REFERENCES "intake_book"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that hold whoever writes.
ALTER TABLE intake_book ADD CONSTRAINT intake_book_key_until_destroyed CHECK ((destroyed_at IS NULL) = (wrapped_key IS NOT NULL));
-- Export first, then anonymise: never the other way round.
ALTER TABLE intake_book ADD CONSTRAINT intake_book_export_before_end CHECK (
  destroyed_at IS NULL OR (exported_at IS NOT NULL AND destroy_on IS NOT NULL AND exported_at <= destroyed_at));
ALTER TABLE intake_book ADD CONSTRAINT intake_book_end_after_export CHECK (destroy_on IS NULL OR exported_at IS NOT NULL);

CREATE FUNCTION intake_book_ends_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'an anonymised book stays as it is' USING ERRCODE = '23514', HINT = 'intake_book_ends_in_order';
  END IF;
  IF NEW.destroyed_at IS NULL THEN RETURN NEW; END IF;
  IF NOT EXISTS (
    SELECT FROM shelter_opening o JOIN intake_export x ON x.book_id = NEW.id
    WHERE o.id = NEW.opening_id AND o.closed_at IS NOT NULL AND x.exported_at >= o.closed_at
  ) OR EXISTS (SELECT FROM intake_entry WHERE book_id = NEW.id AND sealed IS NOT NULL)
    OR EXISTS (SELECT FROM intake_search WHERE book_id = NEW.id AND sealed IS NOT NULL)
    OR EXISTS (SELECT FROM intake_transfer WHERE book_id = NEW.id AND state = 'EXPECTED')
  THEN
    RAISE EXCEPTION 'a book is anonymised after its shelter was closed and it was handed out'
      USING ERRCODE = '23514', HINT = 'intake_book_ends_in_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER intake_book_ends_in_order BEFORE UPDATE ON intake_book FOR EACH ROW EXECUTE FUNCTION intake_book_ends_in_order();

ALTER TABLE intake_entry ADD CONSTRAINT intake_entry_shape CHECK (
  sequence > 0
  AND cardinality(subjects) = CASE WHEN kind IN ('NAMED_FROM_HEADCOUNT', 'MERGED', 'NOT_SAME') THEN 2 ELSE 1 END
  AND (field IS NOT NULL) = (kind IN ('FIELD_SET', 'RESOLVED'))
  AND (destination IS NOT NULL) = (kind IN ('CHECKED_OUT', 'TRANSFERRED'))
  AND (kind <> 'HEADCOUNT' OR people IS NOT NULL)
  AND (people IS NULL OR (kind IN ('HEADCOUNT', 'CHECKED_OUT') AND people BETWEEN 0 AND 2000))
  AND (sealed IS NULL OR kind IN ('FIELD_SET', 'RESOLVED', 'CHECKED_OUT', 'TRANSFERRED')));

CREATE FUNCTION intake_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM intake_book WHERE id = NEW.book_id AND destroyed_at IS NOT NULL) THEN
      RAISE EXCEPTION 'the book was anonymised' USING ERRCODE = '23514', HINT = 'intake_entry_stays';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.sealed IS NULL AND to_jsonb(OLD) - 'sealed' = to_jsonb(NEW) - 'sealed' AND EXISTS (
    SELECT FROM intake_book b JOIN shelter_opening o ON o.id = b.opening_id JOIN intake_export x ON x.book_id = b.id
    WHERE b.id = OLD.book_id AND o.closed_at IS NOT NULL AND x.exported_at >= o.closed_at
  ) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'what was written about people taken in stays until the book is anonymised'
    USING ERRCODE = '23514', HINT = 'intake_entry_stays';
END $$;
CREATE TRIGGER intake_entry_stays BEFORE INSERT OR UPDATE OR DELETE ON intake_entry FOR EACH ROW EXECUTE FUNCTION intake_entry_stays();

CREATE FUNCTION intake_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'intake_search' AND to_jsonb(NEW)->>'sealed' IS NULL
    AND to_jsonb(OLD) - 'sealed' = to_jsonb(NEW) - 'sealed' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this record stays as it was made' USING ERRCODE = '23514', HINT = 'intake_record_stays';
END $$;
CREATE TRIGGER intake_search_stays BEFORE UPDATE OR DELETE ON intake_search FOR EACH ROW EXECUTE FUNCTION intake_record_stays();
CREATE TRIGGER intake_export_stays BEFORE UPDATE OR DELETE ON intake_export FOR EACH ROW EXECUTE FUNCTION intake_record_stays();
CREATE TRIGGER deletion_certificate_stays BEFORE UPDATE OR DELETE ON deletion_certificate FOR EACH ROW EXECUTE FUNCTION intake_record_stays();

ALTER TABLE intake_count ADD CONSTRAINT intake_count_night_of_day CHECK (night >= 0 AND day >= night);
CREATE UNIQUE INDEX intake_count_one_total ON intake_count (book_id) WHERE need IS NULL;
ALTER TABLE intake_sheet ADD CONSTRAINT intake_sheet_used_once CHECK (
  (used_at IS NULL) = (lines IS NULL) AND (used_at IS NULL OR revoked_at IS NULL) AND number > 0);
ALTER TABLE intake_transfer ADD CONSTRAINT intake_transfer_answered CHECK (
  (state = 'EXPECTED') = (answered_at IS NULL) AND (declined_because IS NULL OR state = 'DECLINED') AND book_id <> to_book_id);
CREATE UNIQUE INDEX intake_transfer_one_at_a_time ON intake_transfer (book_id, person_id) WHERE state = 'EXPECTED';
ALTER TABLE deletion_certificate ADD CONSTRAINT deletion_certificate_in_order CHECK (
  exported_at <= destroyed_at AND content_hash ~ '^[0-9a-f]{64}$');
