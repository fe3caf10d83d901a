-- CreateEnum
CREATE TYPE "mistake_topic" AS ENUM ('NAME_OR_PLACE', 'CONTACT', 'SERVICES', 'ENDED', 'OTHER');

-- CreateEnum
CREATE TYPE "mistake_outcome" AS ENUM ('CORRECTED', 'UNCHANGED');

-- CreateTable
CREATE TABLE "mistake_report" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID,
    "corporation_id" UUID,
    "topic" "mistake_topic" NOT NULL,
    "text" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "settled_at" TIMESTAMPTZ(6),
    "settled_by_user_id" UUID,
    "outcome" "mistake_outcome",
    "outcome_note" TEXT,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mistake_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mistake_report_facility_id_reported_at_id_idx" ON "mistake_report"("facility_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mistake_report_corporation_id_reported_at_id_idx" ON "mistake_report"("corporation_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mistake_report_reported_at_id_idx" ON "mistake_report"("reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mistake_report_settled_at_idx" ON "mistake_report"("settled_at");

-- CreateIndex
CREATE INDEX "mistake_report_settled_by_user_id_idx" ON "mistake_report"("settled_by_user_id");

-- AddForeignKey
ALTER TABLE "mistake_report" ADD CONSTRAINT "mistake_report_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mistake_report" ADD CONSTRAINT "mistake_report_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mistake_report" ADD CONSTRAINT "mistake_report_settled_by_user_id_fkey" FOREIGN KEY ("settled_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- About one page; short; and settled by somebody, in one of two ways, or not at all.
ALTER TABLE mistake_report ADD CONSTRAINT mistake_report_one_page CHECK (num_nonnulls(facility_id, corporation_id) = 1);
ALTER TABLE mistake_report ADD CONSTRAINT mistake_report_text_size CHECK (
  char_length(text) BETWEEN 1 AND 500 AND (outcome_note IS NULL OR char_length(outcome_note) BETWEEN 1 AND 300));
ALTER TABLE mistake_report ADD CONSTRAINT mistake_report_settled_whole CHECK (
  num_nonnulls(settled_at, settled_by_user_id, outcome) IN (0, 3)
  AND (outcome_note IS NULL OR outcome IS NOT NULL)
  AND (outcome IS DISTINCT FROM 'UNCHANGED' OR outcome_note IS NOT NULL));
