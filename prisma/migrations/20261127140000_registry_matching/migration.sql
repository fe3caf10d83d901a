-- Matching: pairs of records that may be one, what people decided about them, and merges that can be undone.

-- CreateEnum
CREATE TYPE "match_kind" AS ENUM ('SHELTER_FACILITY', 'FACILITY_FACILITY', 'CORPORATION_CORPORATION', 'SHELTER_SHELTER');

-- CreateEnum
CREATE TYPE "match_state" AS ENUM ('OPEN', 'LINKED', 'SAME', 'DIFFERENT', 'MERGED', 'SETTLED');

-- CreateEnum
CREATE TYPE "merge_record" AS ENUM ('CORPORATION', 'FACILITY');

-- CreateTable
CREATE TABLE "match_proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "match_kind" NOT NULL,
    "pair_key" TEXT NOT NULL,
    "shelter_id" UUID,
    "other_shelter_id" UUID,
    "facility_id" UUID,
    "other_facility_id" UUID,
    "corporation_id" UUID,
    "other_corporation_id" UUID,
    "owner_id" UUID,
    "other_owner_id" UUID,
    "municipality_code" CHAR(6),
    "score" INTEGER NOT NULL,
    "reasons" JSONB NOT NULL,
    "state" "match_state" NOT NULL DEFAULT 'OPEN',
    "postponed" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_user_id" UUID,
    "before" JSONB,
    "settled_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "match_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_merge" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record" "merge_record" NOT NULL,
    "kept_facility_id" UUID,
    "absorbed_facility_id" UUID,
    "kept_corporation_id" UUID,
    "absorbed_corporation_id" UUID,
    "match_proposal_id" UUID,
    "note" TEXT,
    "merged_at" TIMESTAMPTZ(6) NOT NULL,
    "merged_by_user_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_user_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registry_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_merge_move" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "merge_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "registry_merge_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "match_proposal_pair_key_key" ON "match_proposal"("pair_key");

-- CreateIndex
CREATE INDEX "match_proposal_state_postponed_score_id_idx" ON "match_proposal"("state", "postponed", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "match_proposal_municipality_code_state_postponed_score_id_idx" ON "match_proposal"("municipality_code", "state", "postponed", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "match_proposal_owner_id_state_idx" ON "match_proposal"("owner_id", "state");

-- CreateIndex
CREATE INDEX "match_proposal_other_owner_id_state_idx" ON "match_proposal"("other_owner_id", "state");

-- CreateIndex
CREATE INDEX "match_proposal_shelter_id_idx" ON "match_proposal"("shelter_id");

-- CreateIndex
CREATE INDEX "match_proposal_other_shelter_id_idx" ON "match_proposal"("other_shelter_id");

-- CreateIndex
CREATE INDEX "match_proposal_facility_id_idx" ON "match_proposal"("facility_id");

-- CreateIndex
CREATE INDEX "match_proposal_other_facility_id_idx" ON "match_proposal"("other_facility_id");

-- CreateIndex
CREATE INDEX "match_proposal_corporation_id_idx" ON "match_proposal"("corporation_id");

-- CreateIndex
CREATE INDEX "match_proposal_other_corporation_id_idx" ON "match_proposal"("other_corporation_id");

-- CreateIndex
CREATE INDEX "match_proposal_settled_by_id_idx" ON "match_proposal"("settled_by_id");

-- CreateIndex
CREATE INDEX "match_proposal_decided_by_user_id_decided_at_idx" ON "match_proposal"("decided_by_user_id", "decided_at" DESC);

-- CreateIndex
CREATE INDEX "match_proposal_state_decided_at_id_idx" ON "match_proposal"("state", "decided_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_merge_merged_at_id_idx" ON "registry_merge"("merged_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_merge_kept_facility_id_idx" ON "registry_merge"("kept_facility_id");

-- CreateIndex
CREATE INDEX "registry_merge_absorbed_facility_id_idx" ON "registry_merge"("absorbed_facility_id");

-- CreateIndex
CREATE INDEX "registry_merge_kept_corporation_id_idx" ON "registry_merge"("kept_corporation_id");

-- CreateIndex
CREATE INDEX "registry_merge_absorbed_corporation_id_idx" ON "registry_merge"("absorbed_corporation_id");

-- CreateIndex
CREATE INDEX "registry_merge_match_proposal_id_idx" ON "registry_merge"("match_proposal_id");

-- CreateIndex
CREATE INDEX "registry_merge_merged_by_user_id_idx" ON "registry_merge"("merged_by_user_id");

-- CreateIndex
CREATE INDEX "registry_merge_undone_by_user_id_idx" ON "registry_merge"("undone_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "registry_merge_move_merge_id_position_key" ON "registry_merge_move"("merge_id", "position");

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_shelter_id_fkey" FOREIGN KEY ("shelter_id") REFERENCES "shelter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_other_shelter_id_fkey" FOREIGN KEY ("other_shelter_id") REFERENCES "shelter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_other_facility_id_fkey" FOREIGN KEY ("other_facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_other_corporation_id_fkey" FOREIGN KEY ("other_corporation_id") REFERENCES "corporation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_other_owner_id_fkey" FOREIGN KEY ("other_owner_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_proposal" ADD CONSTRAINT "match_proposal_decided_by_user_id_fkey" FOREIGN KEY ("decided_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_kept_facility_id_fkey" FOREIGN KEY ("kept_facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_absorbed_facility_id_fkey" FOREIGN KEY ("absorbed_facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_kept_corporation_id_fkey" FOREIGN KEY ("kept_corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_absorbed_corporation_id_fkey" FOREIGN KEY ("absorbed_corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_match_proposal_id_fkey" FOREIGN KEY ("match_proposal_id") REFERENCES "match_proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_merged_by_user_id_fkey" FOREIGN KEY ("merged_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge" ADD CONSTRAINT "registry_merge_undone_by_user_id_fkey" FOREIGN KEY ("undone_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_merge_move" ADD CONSTRAINT "registry_merge_move_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "registry_merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.
ALTER TABLE match_proposal
  ADD CONSTRAINT match_proposal_pair_fits_kind CHECK (
    num_nonnulls(shelter_id, other_shelter_id, facility_id, other_facility_id, corporation_id, other_corporation_id) = 2
    AND CASE kind
      WHEN 'SHELTER_FACILITY' THEN num_nonnulls(shelter_id, facility_id) = 2
      WHEN 'FACILITY_FACILITY' THEN num_nonnulls(facility_id, other_facility_id) = 2 AND facility_id < other_facility_id
      WHEN 'CORPORATION_CORPORATION' THEN
        num_nonnulls(corporation_id, other_corporation_id) = 2 AND corporation_id < other_corporation_id
      ELSE num_nonnulls(shelter_id, other_shelter_id) = 2 AND shelter_id < other_shelter_id
    END),
  ADD CONSTRAINT match_proposal_score_is_of_100 CHECK (score BETWEEN 0 AND 100),
  ADD CONSTRAINT match_proposal_decision_is_signed CHECK (
    (decided_at IS NULL) = (decided_by_user_id IS NULL)
    AND (state IN ('SAME', 'DIFFERENT', 'MERGED') OR decided_at IS NULL)
    AND (state NOT IN ('SAME', 'DIFFERENT', 'MERGED') OR decided_at IS NOT NULL)),
  ADD CONSTRAINT match_proposal_only_waiting_is_postponed CHECK (NOT postponed OR state = 'OPEN');

ALTER TABLE registry_merge
  ADD CONSTRAINT registry_merge_pair_fits_record CHECK (
    CASE record
      WHEN 'FACILITY' THEN num_nonnulls(kept_facility_id, absorbed_facility_id) = 2
        AND num_nonnulls(kept_corporation_id, absorbed_corporation_id) = 0 AND kept_facility_id <> absorbed_facility_id
      ELSE num_nonnulls(kept_corporation_id, absorbed_corporation_id) = 2
        AND num_nonnulls(kept_facility_id, absorbed_facility_id) = 0 AND kept_corporation_id <> absorbed_corporation_id
    END),
  ADD CONSTRAINT registry_merge_undoing_is_signed CHECK ((undone_at IS NULL) = (undone_by_user_id IS NULL));

-- A record is absorbed once at a time.
CREATE UNIQUE INDEX registry_merge_absorbs_facility_once ON registry_merge (absorbed_facility_id) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX registry_merge_absorbs_corporation_once ON registry_merge (absorbed_corporation_id) WHERE undone_at IS NULL;

-- Invented and real records are never one, and two 法人番号 are never one corporation.
CREATE FUNCTION registry_merge_keeps_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM facility AS k, facility AS a
    WHERE k.id = NEW.kept_facility_id AND a.id = NEW.absorbed_facility_id AND k.sample <> a.sample
  ) OR EXISTS (
    SELECT FROM corporation AS k, corporation AS a
    WHERE k.id = NEW.kept_corporation_id AND a.id = NEW.absorbed_corporation_id
      AND (k.sample <> a.sample OR k.corporate_number <> a.corporate_number)
  ) THEN
    RAISE EXCEPTION 'sample and real records, or two corporate numbers, are never merged'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'registry_merge_keeps_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER registry_merge_keeps_apart BEFORE INSERT ON registry_merge
  FOR EACH ROW EXECUTE FUNCTION registry_merge_keeps_apart();
