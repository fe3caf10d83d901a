-- Mutual aid: stock, inspections and skills in peace time; requests, offers, dispatch, costs and the situation log of an event.
-- CreateEnum
CREATE TYPE "aid_kind" AS ENUM ('STAFF', 'GOODS', 'VEHICLE', 'BEDS');

-- CreateEnum
CREATE TYPE "aid_request_state" AS ENUM ('OPEN', 'ENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "aid_offer_state" AS ENUM ('OFFERED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED', 'DECLINED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "aid_act" AS ENUM ('REQUESTED', 'CLAIMED', 'RELEASED', 'OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'DISPATCHED', 'ARRIVED', 'RETURNED', 'COST_NOTED', 'COST_STRUCK', 'ENDED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "aid_cost_kind" AS ENUM ('HOURS', 'GOODS', 'TRAVEL', 'OTHER');

-- CreateEnum
CREATE TYPE "stock_owner" AS ENUM ('FACILITY', 'CITY', 'NETWORK');

-- CreateEnum
CREATE TYPE "stock_move" AS ENUM ('ADDED', 'COUNTED', 'USED', 'DISCARDED', 'LENT', 'LOAN_RETURNED', 'SENT', 'CAME_BACK');

-- CreateEnum
CREATE TYPE "inspection_subject" AS ENUM ('BUILDING', 'FIRE_SAFETY', 'POWER', 'WATER', 'LIFT', 'STOCK', 'OTHER');

-- CreateEnum
CREATE TYPE "staff_skill" AS ENUM ('NURSE', 'CARE_WORKER', 'CARE_MANAGER', 'COUNSELLOR', 'CHILDCARE', 'REHABILITATION', 'NUTRITION', 'COOKING', 'DRIVING', 'SIGN_LANGUAGE', 'TECHNICAL', 'GENERAL');

-- CreateTable
CREATE TABLE "aid_resource" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "kind" "aid_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "skill" "staff_skill",
    "units" INTEGER NOT NULL DEFAULT 1,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aid_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_request" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "kind" "aid_kind" NOT NULL,
    "facility_id" UUID,
    "skill" "staff_skill",
    "item_id" UUID,
    "detail" TEXT NOT NULL DEFAULT '',
    "quantity" INTEGER NOT NULL,
    "promised" INTEGER NOT NULL DEFAULT 0,
    "needed_by" TIMESTAMPTZ(6) NOT NULL,
    "starts_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "place" TEXT NOT NULL DEFAULT '',
    "state" "aid_request_state" NOT NULL DEFAULT 'OPEN',
    "closed_reason" TEXT,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aid_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_claim" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "acting_key" TEXT NOT NULL,
    "acting_name" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "released_at" TIMESTAMPTZ(6),

    CONSTRAINT "aid_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_offer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "kind" "aid_kind" NOT NULL,
    "facility_id" UUID NOT NULL,
    "lot_id" UUID,
    "resource_id" UUID,
    "label" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "came_back" INTEGER NOT NULL DEFAULT 0,
    "state" "aid_offer_state" NOT NULL DEFAULT 'OFFERED',
    "starts_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "valid_until" TIMESTAMPTZ(6),
    "note" TEXT NOT NULL DEFAULT '',
    "offered_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "dispatched_at" TIMESTAMPTZ(6),
    "arrived_at" TIMESTAMPTZ(6),
    "returned_at" TIMESTAMPTZ(6),
    "ended_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "aid_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_helper" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "offer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "aid_helper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "request_id" UUID NOT NULL,
    "offer_id" UUID,
    "act" "aid_act" NOT NULL,
    "quantity" INTEGER,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "acting_name" TEXT,
    "note" TEXT,

    CONSTRAINT "aid_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relief_category" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "holds" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "relief_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aid_cost" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "offer_id" UUID NOT NULL,
    "kind" "aid_cost_kind" NOT NULL,
    "category_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "what" TEXT NOT NULL,
    "minutes" INTEGER,
    "quantity" INTEGER,
    "yen" INTEGER,
    "evidence" TEXT NOT NULL DEFAULT '',
    "noted_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "struck_at" TIMESTAMPTZ(6),
    "struck_by_user_id" UUID,
    "struck_reason" TEXT,

    CONSTRAINT "aid_cost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "situation_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "decision" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "facility_id" UUID,
    "corrects_id" UUID,
    "by_user_id" UUID,
    "acting_name" TEXT NOT NULL,

    CONSTRAINT "situation_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "situation_mark" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "situation_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "per_person_day" DOUBLE PRECISION,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "stock_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_lot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "lot_number" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "expires_on" DATE,
    "owner" "stock_owner" NOT NULL DEFAULT 'FACILITY',
    "counted_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_minimum" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "minimum" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_minimum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lot_id" UUID NOT NULL,
    "act" "stock_move" NOT NULL,
    "delta" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "loan_id" UUID,
    "offer_id" UUID,
    "by_user_id" UUID,
    "acting_name" TEXT,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_loan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lot_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "borrower_facility_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "lent_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_loan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "subject" "inspection_subject" NOT NULL,
    "inspected_on" DATE NOT NULL,
    "inspected_by" TEXT NOT NULL,
    "result" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inspection_defect" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "inspection_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "done_note" TEXT,
    "done_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inspection_defect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_skill_count" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "skill" "staff_skill" NOT NULL,
    "people" INTEGER NOT NULL,
    "reachable_at_night" INTEGER,
    "minutes" INTEGER NOT NULL DEFAULT 30,
    "counted_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_skill_count_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mutual_aid_agreement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "block" TEXT NOT NULL DEFAULT '',
    "what" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "document_id" UUID,
    "ended_because" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mutual_aid_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mutual_aid_party" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agreement_id" UUID NOT NULL,
    "corporation_id" UUID,
    "name" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "mutual_aid_party_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "aid_resource_facility_id_kind_id_idx" ON "aid_resource"("facility_id", "kind", "id");

-- CreateIndex
CREATE INDEX "aid_request_event_id_needed_by_id_idx" ON "aid_request"("event_id", "needed_by", "id");

-- CreateIndex
CREATE INDEX "aid_request_facility_id_idx" ON "aid_request"("facility_id");

-- CreateIndex
CREATE INDEX "aid_request_item_id_idx" ON "aid_request"("item_id");

-- CreateIndex
CREATE INDEX "aid_request_by_user_id_idx" ON "aid_request"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "aid_request_id_kind_key" ON "aid_request"("id", "kind");

-- CreateIndex
CREATE INDEX "aid_claim_request_id_claimed_at_id_idx" ON "aid_claim"("request_id", "claimed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "aid_claim_by_user_id_idx" ON "aid_claim"("by_user_id");

-- CreateIndex
CREATE INDEX "aid_offer_request_id_offered_at_id_idx" ON "aid_offer"("request_id", "offered_at", "id");

-- CreateIndex
CREATE INDEX "aid_offer_facility_id_idx" ON "aid_offer"("facility_id");

-- CreateIndex
CREATE INDEX "aid_offer_lot_id_idx" ON "aid_offer"("lot_id");

-- CreateIndex
CREATE INDEX "aid_offer_resource_id_idx" ON "aid_offer"("resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "aid_helper_offer_id_key" ON "aid_helper"("offer_id");

-- CreateIndex
CREATE INDEX "aid_change_request_id_at_id_idx" ON "aid_change"("request_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "aid_change_offer_id_idx" ON "aid_change"("offer_id");

-- CreateIndex
CREATE INDEX "aid_change_by_user_id_idx" ON "aid_change"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "relief_category_code_key" ON "relief_category"("code");

-- CreateIndex
CREATE UNIQUE INDEX "relief_category_position_key" ON "relief_category"("position");

-- CreateIndex
CREATE INDEX "aid_cost_offer_id_on_date_id_idx" ON "aid_cost"("offer_id", "on_date", "id");

-- CreateIndex
CREATE INDEX "aid_cost_category_id_idx" ON "aid_cost"("category_id");

-- CreateIndex
CREATE INDEX "aid_cost_by_user_id_idx" ON "aid_cost"("by_user_id");

-- CreateIndex
CREATE INDEX "aid_cost_struck_by_user_id_idx" ON "aid_cost"("struck_by_user_id");

-- CreateIndex
CREATE INDEX "situation_line_event_id_recorded_at_id_idx" ON "situation_line"("event_id", "recorded_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "situation_line_corrects_id_idx" ON "situation_line"("corrects_id");

-- CreateIndex
CREATE INDEX "situation_line_facility_id_idx" ON "situation_line"("facility_id");

-- CreateIndex
CREATE INDEX "situation_line_by_user_id_idx" ON "situation_line"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "situation_line_id_event_id_key" ON "situation_line"("id", "event_id");

-- CreateIndex
CREATE INDEX "situation_mark_user_id_idx" ON "situation_mark"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "situation_mark_event_id_user_id_key" ON "situation_mark"("event_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_item_code_key" ON "stock_item"("code");

-- CreateIndex
CREATE UNIQUE INDEX "stock_item_position_key" ON "stock_item"("position");

-- CreateIndex
CREATE INDEX "stock_lot_facility_id_item_id_id_idx" ON "stock_lot"("facility_id", "item_id", "id");

-- CreateIndex
CREATE INDEX "stock_lot_item_id_idx" ON "stock_lot"("item_id");

-- CreateIndex
CREATE INDEX "stock_minimum_item_id_idx" ON "stock_minimum"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_minimum_facility_id_item_id_key" ON "stock_minimum"("facility_id", "item_id");

-- CreateIndex
CREATE INDEX "stock_movement_lot_id_at_id_idx" ON "stock_movement"("lot_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "stock_movement_loan_id_idx" ON "stock_movement"("loan_id");

-- CreateIndex
CREATE INDEX "stock_movement_offer_id_idx" ON "stock_movement"("offer_id");

-- CreateIndex
CREATE INDEX "stock_movement_by_user_id_idx" ON "stock_movement"("by_user_id");

-- CreateIndex
CREATE INDEX "stock_loan_lot_id_idx" ON "stock_loan"("lot_id");

-- CreateIndex
CREATE INDEX "stock_loan_facility_id_due_on_id_idx" ON "stock_loan"("facility_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "stock_loan_borrower_facility_id_due_on_id_idx" ON "stock_loan"("borrower_facility_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "inspection_facility_id_inspected_on_id_idx" ON "inspection"("facility_id", "inspected_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "inspection_by_user_id_idx" ON "inspection"("by_user_id");

-- CreateIndex
CREATE INDEX "inspection_defect_inspection_id_idx" ON "inspection_defect"("inspection_id");

-- CreateIndex
CREATE INDEX "inspection_defect_facility_id_due_on_id_idx" ON "inspection_defect"("facility_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "inspection_defect_done_by_user_id_idx" ON "inspection_defect"("done_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_skill_count_facility_id_skill_key" ON "staff_skill_count"("facility_id", "skill");

-- CreateIndex
CREATE INDEX "mutual_aid_agreement_platform_id_valid_from_id_idx" ON "mutual_aid_agreement"("platform_id", "valid_from" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mutual_aid_agreement_document_id_idx" ON "mutual_aid_agreement"("document_id");

-- CreateIndex
CREATE INDEX "mutual_aid_party_corporation_id_idx" ON "mutual_aid_party"("corporation_id");

-- CreateIndex
CREATE UNIQUE INDEX "mutual_aid_party_agreement_id_position_key" ON "mutual_aid_party"("agreement_id", "position");

-- AddForeignKey
ALTER TABLE "aid_resource" ADD CONSTRAINT "aid_resource_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_request" ADD CONSTRAINT "aid_request_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_request" ADD CONSTRAINT "aid_request_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_request" ADD CONSTRAINT "aid_request_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "stock_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_request" ADD CONSTRAINT "aid_request_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_claim" ADD CONSTRAINT "aid_claim_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "aid_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_claim" ADD CONSTRAINT "aid_claim_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_offer" ADD CONSTRAINT "aid_offer_request_id_kind_fkey" FOREIGN KEY ("request_id", "kind") REFERENCES "aid_request"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_offer" ADD CONSTRAINT "aid_offer_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_offer" ADD CONSTRAINT "aid_offer_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_offer" ADD CONSTRAINT "aid_offer_resource_id_fkey" FOREIGN KEY ("resource_id") REFERENCES "aid_resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_helper" ADD CONSTRAINT "aid_helper_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "aid_offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_change" ADD CONSTRAINT "aid_change_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "aid_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_change" ADD CONSTRAINT "aid_change_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "aid_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_change" ADD CONSTRAINT "aid_change_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_cost" ADD CONSTRAINT "aid_cost_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "aid_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_cost" ADD CONSTRAINT "aid_cost_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "relief_category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_cost" ADD CONSTRAINT "aid_cost_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aid_cost" ADD CONSTRAINT "aid_cost_struck_by_user_id_fkey" FOREIGN KEY ("struck_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situation_line" ADD CONSTRAINT "situation_line_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situation_line" ADD CONSTRAINT "situation_line_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situation_line" ADD CONSTRAINT "situation_line_corrects_id_event_id_fkey" FOREIGN KEY ("corrects_id", "event_id") REFERENCES "situation_line"("id", "event_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "situation_line" ADD CONSTRAINT "situation_line_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situation_mark" ADD CONSTRAINT "situation_mark_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "situation_mark" ADD CONSTRAINT "situation_mark_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_lot" ADD CONSTRAINT "stock_lot_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_lot" ADD CONSTRAINT "stock_lot_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "stock_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_minimum" ADD CONSTRAINT "stock_minimum_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_minimum" ADD CONSTRAINT "stock_minimum_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "stock_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_loan_id_fkey" FOREIGN KEY ("loan_id") REFERENCES "stock_loan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "aid_offer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_loan" ADD CONSTRAINT "stock_loan_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "stock_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_loan" ADD CONSTRAINT "stock_loan_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_loan" ADD CONSTRAINT "stock_loan_borrower_facility_id_fkey" FOREIGN KEY ("borrower_facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection" ADD CONSTRAINT "inspection_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_defect" ADD CONSTRAINT "inspection_defect_inspection_id_fkey" FOREIGN KEY ("inspection_id") REFERENCES "inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_defect" ADD CONSTRAINT "inspection_defect_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inspection_defect" ADD CONSTRAINT "inspection_defect_done_by_user_id_fkey" FOREIGN KEY ("done_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_skill_count" ADD CONSTRAINT "staff_skill_count_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutual_aid_agreement" ADD CONSTRAINT "mutual_aid_agreement_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutual_aid_agreement" ADD CONSTRAINT "mutual_aid_agreement_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutual_aid_party" ADD CONSTRAINT "mutual_aid_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "mutual_aid_agreement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutual_aid_party" ADD CONSTRAINT "mutual_aid_party_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.

ALTER TABLE stock_item
  ADD CONSTRAINT stock_item_says_something CHECK (btrim(name) <> '' AND btrim(unit) <> '' AND btrim(source) <> ''),
  ADD CONSTRAINT stock_item_need_is_positive CHECK (per_person_day > 0),
  ADD CONSTRAINT stock_item_days_fit CHECK (valid_to >= valid_from);

-- Never more goes out, is offered or is promised than there is: whoever comes second is refused by this row.
ALTER TABLE stock_lot
  ADD CONSTRAINT stock_lot_never_below_zero CHECK (quantity >= 0),
  ADD CONSTRAINT stock_lot_promises_what_is_there CHECK (reserved BETWEEN 0 AND quantity);
ALTER TABLE stock_minimum ADD CONSTRAINT stock_minimum_is_a_count CHECK (minimum BETWEEN 0 AND 9999999);
ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_direction CHECK (
  CASE WHEN act IN ('ADDED', 'LOAN_RETURNED', 'CAME_BACK') THEN delta > 0
       WHEN act IN ('USED', 'DISCARDED', 'LENT', 'SENT') THEN delta < 0
       ELSE true END
  AND (act IN ('LENT', 'LOAN_RETURNED')) = (loan_id IS NOT NULL)
  AND (act IN ('SENT', 'CAME_BACK')) = (offer_id IS NOT NULL));
ALTER TABLE stock_loan
  ADD CONSTRAINT stock_loan_to_another CHECK (borrower_facility_id <> facility_id),
  ADD CONSTRAINT stock_loan_never_returns_more CHECK (quantity > 0 AND returned BETWEEN 0 AND quantity),
  ADD CONSTRAINT stock_loan_days_fit CHECK (due_on >= lent_on);

CREATE FUNCTION mutual_aid_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once and stays', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

-- The quantity of a lot is the sum of its movements.
CREATE FUNCTION stock_movement_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_lot SET quantity = quantity + NEW.delta WHERE id = NEW.lot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER stock_movement_moves AFTER INSERT ON stock_movement FOR EACH ROW EXECUTE FUNCTION stock_movement_moves();
CREATE TRIGGER stock_movement_stays BEFORE UPDATE OR DELETE ON stock_movement FOR EACH ROW EXECUTE FUNCTION mutual_aid_row_stays();

-- What came back of a loan is the sum of its movements, too.
CREATE FUNCTION stock_loan_comes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_loan SET returned = returned + NEW.delta WHERE id = NEW.loan_id;
  RETURN NULL;
END $$;
CREATE TRIGGER stock_loan_comes_back AFTER INSERT ON stock_movement FOR EACH ROW
  WHEN (NEW.act = 'LOAN_RETURNED') EXECUTE FUNCTION stock_loan_comes_back();

ALTER TABLE inspection ADD CONSTRAINT inspection_says_by_whom CHECK (btrim(inspected_by) <> '');
ALTER TABLE inspection_defect
  ADD CONSTRAINT inspection_defect_says_something CHECK (btrim(what) <> ''),
  ADD CONSTRAINT inspection_defect_done_with_note CHECK ((done_on IS NULL) = (done_note IS NULL) AND (done_on IS NOT NULL OR done_by_user_id IS NULL));
ALTER TABLE staff_skill_count ADD CONSTRAINT staff_skill_count_fits CHECK (
  people BETWEEN 0 AND 9999 AND reachable_at_night BETWEEN 0 AND people AND minutes BETWEEN 5 AND 180);
ALTER TABLE mutual_aid_agreement
  ADD CONSTRAINT mutual_aid_agreement_says_something CHECK (btrim(name) <> '' AND btrim(what) <> ''),
  ADD CONSTRAINT mutual_aid_agreement_days_fit CHECK (valid_to >= valid_from),
  ADD CONSTRAINT mutual_aid_agreement_ended_on_a_day CHECK (ended_because IS NULL OR valid_to IS NOT NULL);
ALTER TABLE mutual_aid_party ADD CONSTRAINT mutual_aid_party_is_one CHECK (
  (corporation_id IS NULL) <> (name IS NULL) AND btrim(name) <> '');
CREATE UNIQUE INDEX mutual_aid_party_once ON mutual_aid_party (agreement_id, corporation_id) WHERE corporation_id IS NOT NULL;

ALTER TABLE aid_resource
  ADD CONSTRAINT aid_resource_says_something CHECK (btrim(label) <> ''),
  ADD CONSTRAINT aid_resource_is_no_goods CHECK (kind <> 'GOODS' AND (kind = 'STAFF') = (skill IS NOT NULL)),
  ADD CONSTRAINT aid_resource_is_whole CHECK (units BETWEEN 1 AND 999 AND (kind = 'BEDS' OR units = 1)),
  ADD CONSTRAINT aid_resource_promises_what_is_there CHECK (taken BETWEEN 0 AND units);

-- Never more is promised than was asked for.
ALTER TABLE aid_request
  ADD CONSTRAINT aid_request_fits_its_kind CHECK (
    (kind = 'STAFF') = (skill IS NOT NULL) AND (kind = 'GOODS') = (item_id IS NOT NULL)
    AND (kind = 'GOODS' OR starts_at IS NOT NULL AND ends_at IS NOT NULL)),
  ADD CONSTRAINT aid_request_times_fit CHECK (ends_at > starts_at),
  ADD CONSTRAINT aid_request_never_promised_twice CHECK (quantity BETWEEN 1 AND 9999999 AND promised BETWEEN 0 AND quantity),
  ADD CONSTRAINT aid_request_closed_with_reason CHECK ((state = 'OPEN') = (closed_reason IS NULL));

-- One at a time takes care of a request.
ALTER TABLE aid_claim
  ADD CONSTRAINT aid_claim_times_fit CHECK (expires_at > claimed_at AND released_at BETWEEN claimed_at AND expires_at),
  ADD CONSTRAINT aid_claim_one_at_a_time EXCLUDE USING gist (
    request_id WITH =, tstzrange(claimed_at, coalesce(released_at, expires_at)) WITH &&);

ALTER TABLE aid_offer
  ADD CONSTRAINT aid_offer_draws_on_one_thing CHECK (
    (kind = 'GOODS') = (lot_id IS NOT NULL) AND (kind = 'GOODS') = (resource_id IS NULL)
    AND (kind = 'GOODS' OR starts_at IS NOT NULL AND ends_at > starts_at)),
  ADD CONSTRAINT aid_offer_persons_and_vehicles_are_whole CHECK (quantity BETWEEN 1 AND 9999999 AND (kind NOT IN ('STAFF', 'VEHICLE') OR quantity = 1)),
  ADD CONSTRAINT aid_offer_accepted_of_what_was_offered CHECK (
    accepted BETWEEN 0 AND quantity AND came_back BETWEEN 0 AND accepted
    AND (state NOT IN ('ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED') OR accepted > 0)
    AND (state NOT IN ('OFFERED', 'DECLINED', 'EXPIRED') OR accepted = 0)),
  ADD CONSTRAINT aid_offer_steps_are_timed CHECK (
    accepted_at >= offered_at AND dispatched_at >= accepted_at AND arrived_at >= dispatched_at AND returned_at >= dispatched_at
    AND (state NOT IN ('ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED') OR accepted_at IS NOT NULL)
    AND (state NOT IN ('DISPATCHED', 'ARRIVED', 'RETURNED') OR dispatched_at IS NOT NULL)
    AND (state <> 'ARRIVED' OR arrived_at IS NOT NULL)
    AND (state = 'RETURNED') = (returned_at IS NOT NULL)
    AND (state NOT IN ('DECLINED', 'WITHDRAWN', 'EXPIRED') OR ended_reason IS NOT NULL)),
  -- A person and a vehicle are in one place at a time.
  ADD CONSTRAINT aid_offer_in_one_place_at_a_time EXCLUDE USING gist (
    resource_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (kind IN ('STAFF', 'VEHICLE') AND state IN ('OFFERED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED'));

-- What an offer draws on and for what it stands never change, and an offer is never deleted: it is withdrawn.
CREATE FUNCTION aid_offer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR
    (NEW.request_id, NEW.kind, NEW.facility_id, NEW.lot_id, NEW.resource_id, NEW.quantity, NEW.starts_at, NEW.ends_at, NEW.offered_at)
      IS DISTINCT FROM
    (OLD.request_id, OLD.kind, OLD.facility_id, OLD.lot_id, OLD.resource_id, OLD.quantity, OLD.starts_at, OLD.ends_at, OLD.offered_at)
    OR OLD.state IN ('RETURNED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')
  THEN
    RAISE EXCEPTION 'an aid_offer keeps what it draws on, and stays as it ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER aid_offer_stays BEFORE UPDATE OR DELETE ON aid_offer FOR EACH ROW EXECUTE FUNCTION aid_offer_stays();

-- What an offer holds of its lot or room. Goods that were sent have left the lot by their movement.
CREATE FUNCTION aid_offer_holds(offer aid_offer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN (offer).state = 'OFFERED' THEN (offer).quantity
  WHEN (offer).state = 'ACCEPTED' THEN (offer).accepted
  WHEN (offer).state IN ('DISPATCHED', 'ARRIVED') AND (offer).lot_id IS NULL THEN (offer).accepted
  ELSE 0 END;
-- What of its request it answers.
CREATE FUNCTION aid_offer_answers(offer aid_offer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN CASE
  WHEN (offer).state IN ('ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED') THEN (offer).accepted
  ELSE 0 END;

-- The counters of lot, room and request follow the offers in the same transaction. Their rows are the locks: of two that
-- would promise the last one, the second waits, sees what is left and is refused by the CHECK.
CREATE FUNCTION aid_offer_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held integer := aid_offer_holds(NEW) - CASE WHEN TG_OP = 'UPDATE' THEN aid_offer_holds(OLD) ELSE 0 END;
  answered integer := aid_offer_answers(NEW) - CASE WHEN TG_OP = 'UPDATE' THEN aid_offer_answers(OLD) ELSE 0 END;
BEGIN
  IF answered <> 0 THEN
    UPDATE aid_request SET promised = promised + answered WHERE id = NEW.request_id;
  END IF;
  IF held <> 0 AND NEW.lot_id IS NOT NULL THEN
    UPDATE stock_lot SET reserved = reserved + held WHERE id = NEW.lot_id;
  ELSIF held <> 0 AND NEW.kind = 'BEDS' THEN
    UPDATE aid_resource SET taken = taken + held WHERE id = NEW.resource_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER aid_offer_counts AFTER INSERT OR UPDATE ON aid_offer FOR EACH ROW EXECUTE FUNCTION aid_offer_counts();

-- Nobody sets a counter by hand: only from within a trigger.
CREATE FUNCTION mutual_aid_counters_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a counter of % follows the rows it counts', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stock_lot_counters_follow BEFORE UPDATE OF quantity, reserved ON stock_lot FOR EACH ROW
  WHEN (NEW.quantity <> OLD.quantity OR NEW.reserved <> OLD.reserved) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER stock_loan_counters_follow BEFORE UPDATE OF returned ON stock_loan FOR EACH ROW
  WHEN (NEW.returned <> OLD.returned) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER aid_request_counters_follow BEFORE UPDATE OF promised ON aid_request FOR EACH ROW
  WHEN (NEW.promised <> OLD.promised) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER aid_resource_counters_follow BEFORE UPDATE OF taken ON aid_resource FOR EACH ROW
  WHEN (NEW.taken <> OLD.taken) EXECUTE FUNCTION mutual_aid_counters_follow();

CREATE TRIGGER aid_change_stays BEFORE UPDATE OR DELETE ON aid_change FOR EACH ROW EXECUTE FUNCTION mutual_aid_row_stays();
ALTER TABLE aid_helper ADD CONSTRAINT aid_helper_says_who CHECK (btrim(name) <> '');

ALTER TABLE relief_category ADD CONSTRAINT relief_category_days_fit CHECK (valid_to >= valid_from);
ALTER TABLE aid_cost
  ADD CONSTRAINT aid_cost_says_something CHECK (btrim(what) <> ''),
  ADD CONSTRAINT aid_cost_fits_its_kind CHECK (
    (kind = 'HOURS') = (minutes IS NOT NULL) AND minutes BETWEEN 1 AND 1440
    AND (kind = 'GOODS') = (quantity IS NOT NULL) AND quantity > 0
    AND yen BETWEEN 0 AND 2000000000 AND (kind IN ('HOURS', 'GOODS') OR yen IS NOT NULL)),
  ADD CONSTRAINT aid_cost_struck_with_reason CHECK (
    (struck_at IS NULL) = (struck_reason IS NULL) AND (struck_at IS NOT NULL OR struck_by_user_id IS NULL));
-- One thing is claimed once, and so under one category only.
CREATE UNIQUE INDEX aid_cost_claimed_once ON aid_cost (offer_id, kind, on_date, what) WHERE struck_at IS NULL;
CREATE FUNCTION aid_cost_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.struck_at IS NOT NULL OR
    (NEW.offer_id, NEW.kind, NEW.category_id, NEW.on_date, NEW.what, NEW.minutes, NEW.quantity, NEW.yen, NEW.evidence, NEW.noted_at)
      IS DISTINCT FROM
    (OLD.offer_id, OLD.kind, OLD.category_id, OLD.on_date, OLD.what, OLD.minutes, OLD.quantity, OLD.yen, OLD.evidence, OLD.noted_at)
  THEN
    RAISE EXCEPTION 'an aid_cost is never changed, only struck' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER aid_cost_stays BEFORE UPDATE OR DELETE ON aid_cost FOR EACH ROW EXECUTE FUNCTION aid_cost_stays();

ALTER TABLE situation_line
  ADD CONSTRAINT situation_line_is_one_line CHECK (btrim(text) <> '' AND text !~ '[\n\r]' AND char_length(text) <= 200),
  ADD CONSTRAINT situation_line_corrects_another CHECK (corrects_id <> id);
CREATE TRIGGER situation_line_stays BEFORE UPDATE OR DELETE ON situation_line FOR EACH ROW EXECUTE FUNCTION mutual_aid_row_stays();

-- What of the guideline's kinds a welfare shelter keeps (domain facts 8.3). Nobody has checked the list, nor the figures
-- per person and day, against the source yet.
INSERT INTO stock_item (code, name, unit, per_person_day, source, confirmed, valid_from, position, updated_at)
SELECT code, name, unit, need, '内閣府 福祉避難所の確保・運営ガイドライン（種類の一覧、未確認）', false, '2021-05-20', row_number() OVER (), now()
FROM (VALUES
  ('WATER', '飲料水', 'リットル', 3),
  ('FOOD', '主食', '食', 3),
  ('SOFT_FOOD', 'やわらかい食事', '食', NULL),
  ('THICKENED_FOOD', 'とろみのある食事・とろみ剤', '食', NULL),
  ('ALLERGY_FOOD', 'アレルギー対応食', '食', NULL),
  ('INFANT_FOOD', '離乳食', '食', NULL),
  ('FORMULA_POWDER', '粉ミルク', 'グラム', NULL),
  ('FORMULA_LIQUID', '液体ミルク', '本', NULL),
  ('DIAPER_ADULT', '大人用おむつ', '枚', NULL),
  ('DIAPER_CHILD', '子ども用おむつ', '枚', NULL),
  ('WIPES', 'おしり拭き', '個', NULL),
  ('PORTABLE_TOILET', '簡易トイレ（便袋）', '回', 5),
  ('OSTOMY', 'ストーマ用装具', '組', NULL),
  ('SUCTION', '吸引器', '台', NULL),
  ('SUCTION_CATHETER', '吸引カテーテル', '本', NULL),
  ('OXYGEN', '酸素ボンベ', '本', NULL),
  ('GENERATOR', '発電機', '台', NULL),
  ('BATTERY', '蓄電池', '台', NULL),
  ('EXTENSION_CORD', '延長コード', '本', NULL),
  ('BED', '簡易ベッド・段ボールベッド', '台', NULL),
  ('MATTRESS', 'マットレス（褥瘡予防）', '枚', NULL),
  ('WHEELCHAIR', '車いす', '台', NULL),
  ('WALKER', '歩行器', '台', NULL),
  ('PARTITION', 'パーティション', '組', NULL),
  ('BLANKET', '毛布', '枚', NULL),
  ('HANDRAIL', '手すり', '本', NULL),
  ('RAMP', 'スロープ', '台', NULL),
  ('WRITING_BOARD', '筆談ボード', '枚', NULL),
  ('PICTOGRAM', '多言語・ピクトグラムの表示', '組', NULL),
  ('MEDICINE_CASE', '服薬管理の用具', '組', NULL),
  ('THERMOMETER', '体温計', '本', NULL),
  ('PULSE_OXIMETER', 'パルスオキシメータ', '台', NULL),
  ('DISINFECTANT', '消毒液', '本', NULL),
  ('PPE', '感染防護具', '組', NULL),
  ('HEATER', '暖房器具', '台', NULL),
  ('COOLER', '冷房器具', '台', NULL),
  ('SANITARY', '女性用品', '個', NULL)
) AS item(code, name, unit, need);

-- Categories under which 災害救助法 pays. Nobody has checked them against the law and this year's standards yet.
INSERT INTO relief_category (code, name, holds, source, confirmed, valid_from, position, updated_at)
SELECT code, name, holds, '災害救助法4条・救助の程度、方法及び期間並びに実費弁償の基準（未確認）', false, '2021-05-20', row_number() OVER (), now()
FROM (VALUES
  ('SHELTER', '避難所の設置（福祉避難所）', '相談にあたる職員の人件費、便器・手すり・仮設スロープ・情報機器、紙おむつ・ストーマ用装具などの消耗器材'),
  ('FOOD', '炊き出しその他による食品の給与', '主食・副食・燃料'),
  ('WATER', '飲料水の供給', '水の購入費、給水・浄水の用具、薬品'),
  ('BEDDING', '被服、寝具その他生活必需品の給与・貸与', '毛布、衣類、日用品'),
  ('MEDICAL', '医療・助産', '薬剤、治療材料、医療器具の修繕'),
  ('RESCUE', '被災者の救出', '機械器具の借上げ、燃料'),
  ('TRANSPORT', '輸送費・賃金職員等雇上費', '被災者の避難の輸送、物資の輸送、臨時に雇った人の賃金'),
  ('NOT_COVERED', '対象外・協定による負担', '災害救助法では請求せず、協定や法人が負担するもの')
) AS category(code, name, holds);

-- Counters begin at nothing, so that they are what was counted.
CREATE TRIGGER stock_lot_begins_empty BEFORE INSERT ON stock_lot FOR EACH ROW
  WHEN (NEW.quantity <> 0 OR NEW.reserved <> 0) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER stock_loan_begins_whole BEFORE INSERT ON stock_loan FOR EACH ROW
  WHEN (NEW.returned <> 0) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER aid_request_begins_open BEFORE INSERT ON aid_request FOR EACH ROW
  WHEN (NEW.promised <> 0) EXECUTE FUNCTION mutual_aid_counters_follow();
CREATE TRIGGER aid_resource_begins_free BEFORE INSERT ON aid_resource FOR EACH ROW
  WHEN (NEW.taken <> 0) EXECUTE FUNCTION mutual_aid_counters_follow();
