-- How corporations work together along the seven stages, with the catalogue of a hub corporation.

-- CreateEnum
CREATE TYPE "collaboration_stage" AS ENUM ('VOLUNTARY', 'COUNCIL_JOINT', 'BUSINESS_ALLIANCE', 'COLLABORATION_CORPORATION', 'BOARD_PARTICIPATION', 'BUSINESS_TRANSFER', 'MERGER');

-- CreateEnum
CREATE TYPE "tie_status" AS ENUM ('PROPOSED', 'STANDING', 'OBJECTED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "tie_party_role" AS ENUM ('EQUAL', 'GIVING', 'TAKING');

-- CreateEnum
CREATE TYPE "tie_answer" AS ENUM ('WAITING', 'AGREED', 'DECLINED', 'RECORDED', 'OBJECTED');

-- CreateEnum
CREATE TYPE "tie_evidence_kind" AS ENUM ('CONTRACT', 'MEMORANDUM', 'RULES', 'CERTIFICATE', 'RESOLUTION', 'NOTICE', 'OTHER');

-- CreateEnum
CREATE TYPE "tie_act" AS ENUM ('PROPOSED', 'RECORDED', 'AGREED', 'DECLINED', 'OBJECTED', 'WITHDRAWN', 'AMENDED', 'ENDED', 'CARRIED');

-- CreateEnum
CREATE TYPE "fee_unit" AS ENUM ('YEAR', 'MONTH', 'DAY', 'HOUR', 'PERSON', 'CASE', 'ONCE');

-- CreateTable
CREATE TABLE "collaboration_tie" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "stage" "collaboration_stage" NOT NULL,
    "status" "tie_status" NOT NULL,
    "subject" TEXT NOT NULL,
    "platform_id" UUID,
    "service_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "evidence_kind" "tie_evidence_kind",
    "ended_because" TEXT,
    "amends_id" UUID,
    "proposed_by_id" UUID,
    "agreed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "collaboration_tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_tie_party" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tie_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,
    "role" "tie_party_role" NOT NULL,
    "position" INTEGER NOT NULL,
    "answer" "tie_answer" NOT NULL,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_user_id" UUID,
    "objection" TEXT,
    "merged_from_id" UUID,
    "starts_on" DATE,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "collaboration_tie_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_tie_papers" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tie_id" UUID NOT NULL,
    "stage" "collaboration_stage" NOT NULL,
    "terms" JSONB NOT NULL,

    CONSTRAINT "collaboration_tie_papers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_tie_evidence" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "papers_id" UUID NOT NULL,
    "kind" "tie_evidence_kind" NOT NULL,
    "reference" TEXT NOT NULL,
    "dated_on" DATE,
    "position" INTEGER NOT NULL,

    CONSTRAINT "collaboration_tie_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_tie_facility" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "papers_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,

    CONSTRAINT "collaboration_tie_facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_tie_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "tie_id" UUID NOT NULL,
    "act" "tie_act" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "acting_name" TEXT,
    "note" TEXT,

    CONSTRAINT "collaboration_tie_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaboration_service" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "fee_yen" INTEGER,
    "fee_per" "fee_unit",
    "offered_from" DATE NOT NULL,
    "offered_to" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "collaboration_service_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "collaboration_tie_platform_id_stage_valid_from_id_idx" ON "collaboration_tie"("platform_id", "stage" DESC, "valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "collaboration_tie_service_id_idx" ON "collaboration_tie"("service_id");

-- CreateIndex
CREATE INDEX "collaboration_tie_amends_id_idx" ON "collaboration_tie"("amends_id");

-- CreateIndex
CREATE INDEX "collaboration_tie_proposed_by_id_idx" ON "collaboration_tie"("proposed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_id_stage_key" ON "collaboration_tie"("id", "stage");

-- CreateIndex
CREATE INDEX "collaboration_tie_party_corporation_id_tie_id_idx" ON "collaboration_tie_party"("corporation_id", "tie_id");

-- CreateIndex
CREATE INDEX "collaboration_tie_party_answered_by_user_id_idx" ON "collaboration_tie_party"("answered_by_user_id");

-- CreateIndex
CREATE INDEX "collaboration_tie_party_merged_from_id_idx" ON "collaboration_tie_party"("merged_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_party_tie_id_corporation_id_key" ON "collaboration_tie_party"("tie_id", "corporation_id");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_papers_tie_id_key" ON "collaboration_tie_papers"("tie_id");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_papers_tie_id_stage_key" ON "collaboration_tie_papers"("tie_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_evidence_papers_id_position_key" ON "collaboration_tie_evidence"("papers_id", "position");

-- CreateIndex
CREATE INDEX "collaboration_tie_facility_facility_id_idx" ON "collaboration_tie_facility"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "collaboration_tie_facility_papers_id_facility_id_key" ON "collaboration_tie_facility"("papers_id", "facility_id");

-- CreateIndex
CREATE INDEX "collaboration_tie_change_tie_id_at_id_idx" ON "collaboration_tie_change"("tie_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "collaboration_tie_change_by_user_id_idx" ON "collaboration_tie_change"("by_user_id");

-- CreateIndex
CREATE INDEX "collaboration_service_platform_id_name_id_idx" ON "collaboration_service"("platform_id", "name", "id");

-- CreateIndex
CREATE INDEX "collaboration_service_provider_id_idx" ON "collaboration_service"("provider_id");

-- AddForeignKey
ALTER TABLE "collaboration_tie" ADD CONSTRAINT "collaboration_tie_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie" ADD CONSTRAINT "collaboration_tie_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "collaboration_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie" ADD CONSTRAINT "collaboration_tie_amends_id_fkey" FOREIGN KEY ("amends_id") REFERENCES "collaboration_tie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie" ADD CONSTRAINT "collaboration_tie_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_party" ADD CONSTRAINT "collaboration_tie_party_tie_id_fkey" FOREIGN KEY ("tie_id") REFERENCES "collaboration_tie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_party" ADD CONSTRAINT "collaboration_tie_party_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_party" ADD CONSTRAINT "collaboration_tie_party_answered_by_user_id_fkey" FOREIGN KEY ("answered_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_party" ADD CONSTRAINT "collaboration_tie_party_merged_from_id_fkey" FOREIGN KEY ("merged_from_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_papers" ADD CONSTRAINT "collaboration_tie_papers_tie_id_stage_fkey" FOREIGN KEY ("tie_id", "stage") REFERENCES "collaboration_tie"("id", "stage") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_evidence" ADD CONSTRAINT "collaboration_tie_evidence_papers_id_fkey" FOREIGN KEY ("papers_id") REFERENCES "collaboration_tie_papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_facility" ADD CONSTRAINT "collaboration_tie_facility_papers_id_fkey" FOREIGN KEY ("papers_id") REFERENCES "collaboration_tie_papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_facility" ADD CONSTRAINT "collaboration_tie_facility_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_change" ADD CONSTRAINT "collaboration_tie_change_tie_id_fkey" FOREIGN KEY ("tie_id") REFERENCES "collaboration_tie"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_tie_change" ADD CONSTRAINT "collaboration_tie_change_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_service" ADD CONSTRAINT "collaboration_service_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaboration_service" ADD CONSTRAINT "collaboration_service_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE collaboration_tie
  ADD CONSTRAINT collaboration_tie_subject_says_something CHECK (btrim(subject) <> ''),
  ADD CONSTRAINT collaboration_tie_days_fit CHECK (valid_to >= valid_from),
  -- What is confidential stands in no network and is recorded by nobody but its parties.
  ADD CONSTRAINT collaboration_tie_confidential_stands_alone CHECK (
    stage < 'BOARD_PARTICIPATION' OR (platform_id IS NULL AND proposed_by_id IS NOT NULL AND status <> 'OBJECTED')),
  ADD CONSTRAINT collaboration_tie_recorded_in_network CHECK (proposed_by_id IS NOT NULL OR platform_id IS NOT NULL),
  ADD CONSTRAINT collaboration_tie_service_is_contracted CHECK (
    service_id IS NULL OR (stage = 'BUSINESS_ALLIANCE' AND platform_id IS NOT NULL)),
  ADD CONSTRAINT collaboration_tie_stands_since CHECK (
    (status IN ('STANDING', 'OBJECTED', 'SUPERSEDED')) = (agreed_at IS NOT NULL)),
  ADD CONSTRAINT collaboration_tie_amends_another CHECK (amends_id <> id);
ALTER TABLE collaboration_tie_party
  ADD CONSTRAINT collaboration_tie_party_days_fit CHECK (ends_on >= starts_on),
  ADD CONSTRAINT collaboration_tie_party_answer_fits CHECK (
    (answer IN ('WAITING', 'RECORDED')) = (answered_at IS NULL) AND (answered_by_user_id IS NULL OR answered_at IS NOT NULL)),
  ADD CONSTRAINT collaboration_tie_party_objection_fits CHECK (
    (answer = 'OBJECTED') = (objection IS NOT NULL) AND btrim(objection) <> '');
ALTER TABLE collaboration_tie_evidence
  ADD CONSTRAINT collaboration_tie_evidence_says_something CHECK (btrim(reference) <> '');
ALTER TABLE collaboration_service
  ADD CONSTRAINT collaboration_service_says_something CHECK (btrim(name) <> '' AND btrim(scope) <> ''),
  ADD CONSTRAINT collaboration_service_fee_fits CHECK (fee_yen >= 0 AND (fee_yen IS NULL) = (fee_per IS NULL)),
  ADD CONSTRAINT collaboration_service_days_fit CHECK (offered_to >= offered_from);

-- One change of a tie is proposed at a time.
CREATE UNIQUE INDEX collaboration_tie_amended_once ON collaboration_tie (amends_id)
  WHERE status IN ('PROPOSED', 'STANDING', 'OBJECTED');
-- What a corporation has still to answer.
CREATE INDEX collaboration_tie_party_waiting ON collaboration_tie_party (corporation_id) WHERE answer = 'WAITING';

-- What the terms of each stage must hold. rules/stages.ts says the same with what depends on other fields; a test
-- compares the two.
CREATE FUNCTION tie_terms_required(stage collaboration_stage) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN CASE stage
  WHEN 'VOLUNTARY' THEN ARRAY['theme']
  WHEN 'COUNCIL_JOINT' THEN ARRAY['activity']
  WHEN 'BUSINESS_ALLIANCE' THEN ARRAY['service', 'scope', 'renewal', 'confidentiality', 'personalData', 'termination']
  WHEN 'COLLABORATION_CORPORATION' THEN ARRAY['name', 'authority', 'businesses']
  WHEN 'BOARD_PARTICIPATION' THEN ARRAY['form', 'seats', 'conflictChecked', 'resolution', 'purpose']
  WHEN 'BUSINESS_TRANSFER' THEN ARRAY['transferOn', 'subsidy', 'priceBasis']
  WHEN 'MERGER' THEN ARRAY['form', 'steps']
END;
ALTER TABLE collaboration_tie_papers ADD CONSTRAINT collaboration_tie_papers_have_the_terms_of_the_stage CHECK (
  jsonb_typeof(terms) = 'object' AND terms ?& tie_terms_required(stage) AND NOT jsonb_path_exists(terms, '$.* ? (@ == null)'));

-- How long creditors may speak up before a merger is registered. Nobody has checked it against the law yet.
INSERT INTO master_fact (key, title, value, source, confirmed, valid_from, updated_at) VALUES
  ('MERGER_CREDITOR_NOTICE', '合併の債権者保護の公告の期間', '[{"months": 2}]', '社会福祉法53条・54条の3ほか（未確認）', false, '2017-04-01', now());
