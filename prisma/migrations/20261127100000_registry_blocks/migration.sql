-- The registry's further blocks: rooms and vehicles, qualifications, areas, the corporation's own contacts, procurement
-- limits, 所轄庁 and succession; and the tables of its history (their triggers follow in the next migration).

-- CreateEnum
CREATE TYPE "authority_kind" AS ENUM ('PREFECTURE', 'CITY', 'MINISTER');

-- CreateEnum
CREATE TYPE "contact_audience" AS ENUM ('NETWORK', 'SECRETARIAT');

-- CreateEnum
CREATE TYPE "procurement_method" AS ENUM ('DIRECT', 'QUOTES', 'TENDER');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('ROOM', 'VEHICLE');

-- CreateEnum
CREATE TYPE "community_area_kind" AS ENUM ('LEVEL1', 'LEVEL2', 'SCHOOL_DISTRICT');

-- CreateEnum
CREATE TYPE "corporation_block" AS ENUM ('BASIC', 'CONTACTS', 'PROCUREMENT');

-- CreateEnum
CREATE TYPE "registry_record" AS ENUM ('CORPORATION', 'FACILITY', 'SERVICE_OFFICE', 'SHELTER', 'FACILITY_CONTACT', 'CORPORATION_CONTACT', 'PROCUREMENT_LIMIT', 'FACILITY_EQUIPMENT', 'FACILITY_RESOURCE', 'FACILITY_QUALIFICATION');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('CREATED', 'CHANGED', 'REMOVED');

-- AlterEnum
ALTER TYPE "facility_block" ADD VALUE 'RESOURCES';
ALTER TYPE "facility_block" ADD VALUE 'STAFF';

-- AlterTable
ALTER TABLE "corporation" ADD COLUMN     "authority_code" CHAR(6),
ADD COLUMN     "authority_corrected" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "authority_kind" "authority_kind",
ADD COLUMN     "authority_reason" TEXT,
ADD COLUMN     "confirmed_at" TIMESTAMPTZ(6),
ADD COLUMN     "ended_on" DATE,
ADD COLUMN     "hand_set" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "successor_id" UUID;

-- AlterTable
ALTER TABLE "facility" ADD COLUMN     "ended_on" DATE,
ADD COLUMN     "hand_set" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "level1_area_id" UUID,
ADD COLUMN     "level2_area_id" UUID,
ADD COLUMN     "school_district_id" UUID,
ADD COLUMN     "successor_id" UUID;

-- AlterTable
ALTER TABLE "service_office" ADD COLUMN     "designated_to" DATE,
ADD COLUMN     "ended_on" DATE,
ADD COLUMN     "hand_set" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "shelter" ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "capacity_source_id" UUID,
ADD COLUMN     "capacity_text" TEXT,
ADD COLUMN     "ended_on" DATE,
ADD COLUMN     "hand_set" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "facility_contact" ADD COLUMN     "audience" "contact_audience" NOT NULL DEFAULT 'NETWORK',
ADD COLUMN     "backup_name" TEXT,
ADD COLUMN     "backup_phone" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "person_kana" TEXT,
ADD COLUMN     "since_on" DATE;

-- CreateTable
CREATE TABLE "change_act" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "audit_seq" BIGINT,
    "actor_user_id" UUID,
    "acting_name" TEXT,
    "command" TEXT,

    CONSTRAINT "change_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corporation_contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporation_id" UUID NOT NULL,
    "role_title" TEXT NOT NULL,
    "person_name" TEXT,
    "person_kana" TEXT,
    "day_phone" TEXT,
    "night_phone" TEXT,
    "email" TEXT,
    "backup_name" TEXT,
    "backup_phone" TEXT,
    "since_on" DATE,
    "audience" "contact_audience" NOT NULL DEFAULT 'NETWORK',
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "corporation_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "procurement_limit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporation_id" UUID NOT NULL,
    "up_to_yen" BIGINT,
    "method" "procurement_method" NOT NULL,
    "quotes" INTEGER,
    "approver" TEXT NOT NULL,
    "clause" TEXT,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "procurement_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_resource" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "persons" INTEGER,
    "wheelchairs" INTEGER,
    "lendable" "equipment_state" NOT NULL DEFAULT 'UNKNOWN',
    "lending_rules" TEXT,
    "note" TEXT,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_qualification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "qualification" TEXT NOT NULL,
    "count" INTEGER,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "community_area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "municipality_code" CHAR(6) NOT NULL,
    "kind" "community_area_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "community_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corporation_confirmation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporation_id" UUID NOT NULL,
    "block" "corporation_block" NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by_user_id" UUID NOT NULL,
    "confirmed_by_role" "role_name" NOT NULL,

    CONSTRAINT "corporation_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_revision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record" "registry_record" NOT NULL,
    "record_id" UUID NOT NULL,
    "corporation_id" UUID,
    "facility_id" UUID,
    "act_id" UUID NOT NULL,
    "kind" "revision_kind" NOT NULL,
    "changed" TEXT[],
    "content" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(6) NOT NULL,
    "valid_to" TIMESTAMPTZ(6),

    CONSTRAINT "registry_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "master_fact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "master_fact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_act_audit_seq_key" ON "change_act"("audit_seq");

-- CreateIndex
CREATE INDEX "change_act_actor_user_id_idx" ON "change_act"("actor_user_id");

-- CreateIndex
CREATE INDEX "change_act_at_id_idx" ON "change_act"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "corporation_contact_corporation_id_position_key" ON "corporation_contact"("corporation_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "procurement_limit_corporation_id_position_key" ON "procurement_limit"("corporation_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "facility_resource_facility_id_position_key" ON "facility_resource"("facility_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "facility_qualification_facility_id_position_key" ON "facility_qualification"("facility_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "community_area_municipality_code_kind_name_key" ON "community_area"("municipality_code", "kind", "name");

-- CreateIndex
CREATE INDEX "corporation_confirmation_corporation_id_block_confirmed_at__idx" ON "corporation_confirmation"("corporation_id", "block", "confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "corporation_confirmation_corporation_id_confirmed_at_id_idx" ON "corporation_confirmation"("corporation_id", "confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "corporation_confirmation_confirmed_by_user_id_idx" ON "corporation_confirmation"("confirmed_by_user_id");

-- CreateIndex
CREATE INDEX "registry_revision_record_id_valid_from_id_idx" ON "registry_revision"("record_id", "valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_revision_facility_id_valid_from_id_idx" ON "registry_revision"("facility_id", "valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_revision_corporation_id_valid_from_id_idx" ON "registry_revision"("corporation_id", "valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_revision_valid_from_id_idx" ON "registry_revision"("valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registry_revision_act_id_idx" ON "registry_revision"("act_id");

-- CreateIndex
CREATE UNIQUE INDEX "master_fact_key_valid_from_key" ON "master_fact"("key", "valid_from");

-- CreateIndex
CREATE INDEX "corporation_successor_id_idx" ON "corporation"("successor_id");

-- CreateIndex
CREATE INDEX "facility_level1_area_id_idx" ON "facility"("level1_area_id");

-- CreateIndex
CREATE INDEX "facility_level2_area_id_idx" ON "facility"("level2_area_id");

-- CreateIndex
CREATE INDEX "facility_school_district_id_idx" ON "facility"("school_district_id");

-- CreateIndex
CREATE INDEX "facility_successor_id_idx" ON "facility"("successor_id");

-- CreateIndex
CREATE INDEX "shelter_capacity_source_id_idx" ON "shelter"("capacity_source_id");

-- CreateIndex
CREATE INDEX "facility_equipment_item_state_facility_id_idx" ON "facility_equipment"("item", "state", "facility_id");

-- AddForeignKey
ALTER TABLE "change_act" ADD CONSTRAINT "change_act_actor_user_id_fkey" FOREIGN KEY ("actor_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "corporation" ADD CONSTRAINT "corporation_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_level1_area_id_fkey" FOREIGN KEY ("level1_area_id") REFERENCES "community_area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_level2_area_id_fkey" FOREIGN KEY ("level2_area_id") REFERENCES "community_area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_school_district_id_fkey" FOREIGN KEY ("school_district_id") REFERENCES "community_area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter" ADD CONSTRAINT "shelter_capacity_source_id_fkey" FOREIGN KEY ("capacity_source_id") REFERENCES "data_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_contact" ADD CONSTRAINT "corporation_contact_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procurement_limit" ADD CONSTRAINT "procurement_limit_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_resource" ADD CONSTRAINT "facility_resource_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_qualification" ADD CONSTRAINT "facility_qualification_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community_area" ADD CONSTRAINT "community_area_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_confirmation" ADD CONSTRAINT "corporation_confirmation_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation_confirmation" ADD CONSTRAINT "corporation_confirmation_confirmed_by_user_id_fkey" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_revision" ADD CONSTRAINT "registry_revision_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_revision" ADD CONSTRAINT "registry_revision_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registry_revision" ADD CONSTRAINT "registry_revision_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "change_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE corporation
  ADD CONSTRAINT corporation_authority_fits CHECK (
    (authority_kind IS NULL AND authority_code IS NULL)
    OR (authority_kind = 'MINISTER' AND authority_code IS NULL)
    OR (authority_kind IN ('PREFECTURE', 'CITY') AND municipality_code_is_valid(authority_code))),
  ADD CONSTRAINT corporation_correction_has_reason CHECK (NOT authority_corrected OR btrim(authority_reason) <> ''),
  ADD CONSTRAINT corporation_end_is_dated CHECK ((status = 'ACTIVE') = (ended_on IS NULL)),
  ADD CONSTRAINT corporation_successor_is_another CHECK (
    successor_id IS NULL OR (successor_id <> id AND status <> 'ACTIVE')),
  ADD CONSTRAINT corporation_merged_into_somebody CHECK (status <> 'MERGED' OR successor_id IS NOT NULL);

ALTER TABLE facility
  ADD CONSTRAINT facility_end_is_dated CHECK ((status = 'ACTIVE') = (ended_on IS NULL)),
  ADD CONSTRAINT facility_successor_is_another CHECK (
    successor_id IS NULL OR (successor_id <> id AND status <> 'ACTIVE'));

ALTER TABLE service_office
  ADD CONSTRAINT service_office_end_is_dated CHECK ((status = 'ACTIVE') = (ended_on IS NULL));

ALTER TABLE shelter
  ADD CONSTRAINT shelter_end_is_dated CHECK ((status = 'ACTIVE') = (ended_on IS NULL)),
  ADD CONSTRAINT shelter_capacity_is_positive CHECK (capacity IS NULL OR capacity > 0);

ALTER TABLE procurement_limit
  ADD CONSTRAINT procurement_limit_is_positive CHECK (up_to_yen IS NULL OR up_to_yen > 0),
  ADD CONSTRAINT procurement_limit_quotes_fit CHECK ((method = 'QUOTES') = (quotes IS NOT NULL) AND (quotes IS NULL OR quotes >= 2));

ALTER TABLE facility_resource
  ADD CONSTRAINT facility_resource_persons_are_positive CHECK (persons IS NULL OR persons > 0),
  ADD CONSTRAINT facility_resource_wheelchairs_fit CHECK (wheelchairs IS NULL OR wheelchairs >= 0);

ALTER TABLE facility_qualification
  ADD CONSTRAINT facility_qualification_count_fits CHECK (count IS NULL OR count >= 0);

ALTER TABLE community_area
  ADD CONSTRAINT community_area_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);

ALTER TABLE master_fact
  ADD CONSTRAINT master_fact_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- A facility lies in areas of its own municipality and of the right kind.
CREATE FUNCTION facility_lies_in_its_areas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM community_area AS area
    WHERE (area.id = NEW.level1_area_id AND (area.kind, area.municipality_code) IS DISTINCT FROM ('LEVEL1', NEW.municipality_code))
       OR (area.id = NEW.level2_area_id AND (area.kind, area.municipality_code) IS DISTINCT FROM ('LEVEL2', NEW.municipality_code))
       OR (area.id = NEW.school_district_id AND (area.kind, area.municipality_code) IS DISTINCT FROM ('SCHOOL_DISTRICT', NEW.municipality_code))
  ) THEN
    RAISE EXCEPTION 'an area of another municipality or kind'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'facility_lies_in_its_areas';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER facility_lies_in_its_areas
  BEFORE INSERT OR UPDATE OF level1_area_id, level2_area_id, school_district_id, municipality_code
  ON facility FOR EACH ROW
  WHEN (num_nonnulls(NEW.level1_area_id, NEW.level2_area_id, NEW.school_district_id) > 0)
  EXECUTE FUNCTION facility_lies_in_its_areas();

-- Two blocks are new, so no facility has had all of its blocks confirmed.
UPDATE facility SET confirmed_at = NULL WHERE confirmed_at IS NOT NULL;
