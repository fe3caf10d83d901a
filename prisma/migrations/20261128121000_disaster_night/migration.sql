-- What happens in an event: reports, silence found out about, devices that report, openings step by step, figures.

-- CreateEnum
CREATE TYPE "users_condition" AS ENUM ('ALL_SAFE', 'SOME_INJURED', 'NEED_HELP', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "building_condition" AS ENUM ('USABLE', 'PARTLY', 'UNUSABLE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "power_condition" AS ENUM ('ON', 'EMERGENCY', 'OUT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "water_condition" AS ENUM ('ON', 'LIMITED', 'OUT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "staff_condition" AS ENUM ('ENOUGH', 'SHORT', 'CRITICAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "acceptance_answer" AS ENUM ('CAN', 'CONDITIONAL', 'CANNOT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "report_channel" AS ENUM ('PORTAL', 'DEVICE', 'PHONE', 'FAX', 'VISIT');

-- CreateEnum
CREATE TYPE "silence_owner_kind" AS ENUM ('BUDDY', 'COUNCIL', 'MUNICIPALITY');

-- CreateEnum
CREATE TYPE "finding_means" AS ENUM ('PHONE', 'VISIT', 'RADIO', 'OTHERS');

-- CreateEnum
CREATE TYPE "silence_finding" AS ENUM ('SAFE', 'DAMAGED', 'NEED_HELP', 'NOT_REACHED');

-- CreateTable
CREATE TABLE "status_report" (
    "id" UUID NOT NULL,
    "called_facility_id" UUID NOT NULL,
    "users" "users_condition" NOT NULL,
    "building" "building_condition" NOT NULL,
    "power" "power_condition" NOT NULL,
    "water" "water_condition" NOT NULL,
    "staff" "staff_condition" NOT NULL,
    "acceptance" "acceptance_answer" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "channel" "report_channel" NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "entered_by_user_id" UUID,
    "device_id" UUID,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "status_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "silence_confirmation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "called_facility_id" UUID NOT NULL,
    "finding" "silence_finding" NOT NULL,
    "means" "finding_means" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "owner_kind" "silence_owner_kind" NOT NULL,
    "acting_name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "silence_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_system_filing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "called_facility_id" UUID NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "state_system_filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_device" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "pin_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "enrolled_at" TIMESTAMPTZ(6) NOT NULL,
    "enrolled_by_user_id" UUID,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "opening_id" UUID NOT NULL,
    "state" "shelter_opening_state" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "by_user_id" UUID,
    "acting_name" TEXT NOT NULL,
    "on_behalf" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "opening_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelter_occupancy" (
    "id" UUID NOT NULL,
    "opening_id" UUID NOT NULL,
    "day" INTEGER,
    "night" INTEGER,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "shelter_occupancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelter_vacancy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "entry_id" UUID NOT NULL,
    "opening_id" UUID NOT NULL,
    "need" "care_need" NOT NULL,
    "free" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "shelter_vacancy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "status_report_called_facility_id_reported_at_id_idx" ON "status_report"("called_facility_id", "reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "status_report_entered_by_user_id_idx" ON "status_report"("entered_by_user_id");

-- CreateIndex
CREATE INDEX "status_report_device_id_idx" ON "status_report"("device_id");

-- CreateIndex
CREATE INDEX "silence_confirmation_called_facility_id_confirmed_at_id_idx" ON "silence_confirmation"("called_facility_id", "confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "silence_confirmation_by_user_id_idx" ON "silence_confirmation"("by_user_id");

-- CreateIndex
CREATE INDEX "state_system_filing_called_facility_id_filed_at_id_idx" ON "state_system_filing"("called_facility_id", "filed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "state_system_filing_by_user_id_idx" ON "state_system_filing"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "facility_device_secret_hash_key" ON "facility_device"("secret_hash");

-- CreateIndex
CREATE INDEX "facility_device_facility_id_enrolled_at_id_idx" ON "facility_device"("facility_id", "enrolled_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "facility_device_enrolled_by_user_id_idx" ON "facility_device"("enrolled_by_user_id");

-- CreateIndex
CREATE INDEX "opening_step_opening_id_at_id_idx" ON "opening_step"("opening_id", "at", "id");

-- CreateIndex
CREATE INDEX "opening_step_by_user_id_idx" ON "opening_step"("by_user_id");

-- CreateIndex
CREATE INDEX "shelter_occupancy_opening_id_at_id_idx" ON "shelter_occupancy"("opening_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shelter_occupancy_by_user_id_idx" ON "shelter_occupancy"("by_user_id");

-- CreateIndex
CREATE INDEX "shelter_vacancy_opening_id_need_at_id_idx" ON "shelter_vacancy"("opening_id", "need", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shelter_vacancy_by_user_id_idx" ON "shelter_vacancy"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "shelter_vacancy_entry_id_need_key" ON "shelter_vacancy"("entry_id", "need");

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_called_facility_id_fkey" FOREIGN KEY ("called_facility_id") REFERENCES "called_facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_entered_by_user_id_fkey" FOREIGN KEY ("entered_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_report" ADD CONSTRAINT "status_report_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "facility_device"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence_confirmation" ADD CONSTRAINT "silence_confirmation_called_facility_id_fkey" FOREIGN KEY ("called_facility_id") REFERENCES "called_facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "silence_confirmation" ADD CONSTRAINT "silence_confirmation_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_system_filing" ADD CONSTRAINT "state_system_filing_called_facility_id_fkey" FOREIGN KEY ("called_facility_id") REFERENCES "called_facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_system_filing" ADD CONSTRAINT "state_system_filing_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_device" ADD CONSTRAINT "facility_device_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_device" ADD CONSTRAINT "facility_device_enrolled_by_user_id_fkey" FOREIGN KEY ("enrolled_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_step" ADD CONSTRAINT "opening_step_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "shelter_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_step" ADD CONSTRAINT "opening_step_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_occupancy" ADD CONSTRAINT "shelter_occupancy_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "shelter_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_occupancy" ADD CONSTRAINT "shelter_occupancy_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_vacancy" ADD CONSTRAINT "shelter_vacancy_opening_id_fkey" FOREIGN KEY ("opening_id") REFERENCES "shelter_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_vacancy" ADD CONSTRAINT "shelter_vacancy_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




ALTER TABLE status_report ADD CONSTRAINT status_report_says_by_whom CHECK (
  reported_by_name <> '' AND ((channel = 'DEVICE') = (device_id IS NOT NULL)) AND ((device_id IS NULL) OR (entered_by_user_id IS NULL))
);
-- A clock may be ahead, not by a day.
ALTER TABLE status_report ADD CONSTRAINT status_report_was_reported_before CHECK (reported_at <= received_at + interval '1 day');
ALTER TABLE facility_device ADD CONSTRAINT facility_device_is_named CHECK (name <> '' AND failures >= 0);
ALTER TABLE shelter_occupancy ADD CONSTRAINT shelter_occupancy_counts CHECK (
  day BETWEEN 0 AND 9999 AND night BETWEEN 0 AND 9999 AND (day IS NOT NULL OR night IS NOT NULL)
);
ALTER TABLE shelter_vacancy ADD CONSTRAINT shelter_vacancy_counts CHECK (free BETWEEN 0 AND 9999);
ALTER TABLE shelter_opening ADD CONSTRAINT shelter_opening_steps_have_their_time CHECK (
  (state NOT IN ('CAN', 'CANNOT') OR answered_at IS NOT NULL)
  AND ((state = 'CANNOT') = (cannot_reason IS NOT NULL))
  AND (state <> 'DECIDED' OR decided_at IS NOT NULL)
  AND (state NOT IN ('OPEN', 'FULL') OR opened_at IS NOT NULL)
  AND (state <> 'CLOSED' OR (opened_at IS NOT NULL AND closed_at IS NOT NULL))
);

-- What was reported stays as it was reported: a correction is a later entry.
CREATE FUNCTION disaster_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER status_report_stays BEFORE UPDATE OR DELETE ON status_report FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
CREATE TRIGGER silence_confirmation_stays BEFORE UPDATE OR DELETE ON silence_confirmation FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
CREATE TRIGGER state_system_filing_stays BEFORE UPDATE OR DELETE ON state_system_filing FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
CREATE TRIGGER opening_step_stays BEFORE UPDATE OR DELETE ON opening_step FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
CREATE TRIGGER shelter_occupancy_stays BEFORE UPDATE OR DELETE ON shelter_occupancy FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
CREATE TRIGGER shelter_vacancy_stays BEFORE UPDATE OR DELETE ON shelter_vacancy FOR EACH ROW EXECUTE FUNCTION disaster_record_stays();
