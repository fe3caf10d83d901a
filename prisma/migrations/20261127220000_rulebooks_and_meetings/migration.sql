-- Rulebooks as data, and what hangs on a meeting: roll of voters, agenda, ballots, minutes, register of decisions.

-- CreateEnum
CREATE TYPE "organ_kind" AS ENUM ('GENERAL_MEETING', 'BOARD', 'EVALUATION_COUNCIL', 'COMMITTEE');

-- CreateEnum
CREATE TYPE "meeting_form" AS ENUM ('ASSEMBLY', 'WRITTEN', 'OMISSION');

-- CreateEnum
CREATE TYPE "meeting_state" AS ENUM ('DRAFT', 'NOTICED', 'OPEN', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "attendance_answer" AS ENUM ('ON_SITE', 'ONLINE', 'PROXY', 'WRITTEN', 'ABSENT');

-- CreateEnum
CREATE TYPE "presence" AS ENUM ('ON_SITE', 'ONLINE', 'LEFT');

-- CreateEnum
CREATE TYPE "answer_channel" AS ENUM ('PORTAL', 'PHONE', 'FAX', 'PAPER', 'ROOM', 'LINK');

-- CreateEnum
CREATE TYPE "agenda_kind" AS ENUM ('RESOLUTION', 'REPORT');

-- CreateEnum
CREATE TYPE "agenda_state" AS ENUM ('UPCOMING', 'OPEN', 'VOTING', 'DECIDED', 'REPORTED', 'WITHDRAWN', 'CARRIED_OVER');

-- CreateEnum
CREATE TYPE "ballot_choice" AS ENUM ('FOR', 'AGAINST', 'ABSTAIN');

-- CreateEnum
CREATE TYPE "decision_outcome" AS ENUM ('CARRIED', 'REJECTED', 'NO_QUORUM');

-- CreateEnum
CREATE TYPE "task_state" AS ENUM ('TO_DO', 'IN_HAND', 'DONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "minutes_state" AS ENUM ('DRAFT', 'SIGNING', 'LOCKED');

-- CreateEnum
CREATE TYPE "signer_role" AS ENUM ('CHAIR', 'SIGNER');

-- CreateEnum
CREATE TYPE "committee_role" AS ENUM ('CHAIR', 'VICE_CHAIR', 'MEMBER');

-- AlterTable
ALTER TABLE "platform_membership" ADD COLUMN     "member_class" TEXT NOT NULL DEFAULT 'FULL',
ADD COLUMN     "votes" INTEGER,
ADD COLUMN     "votes_basis" TEXT;

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "organ" "organ_kind" NOT NULL,
    "committee_id" UUID,
    "series_id" UUID,
    "form" "meeting_form" NOT NULL DEFAULT 'ASSEMBLY',
    "title" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "number" INTEGER,
    "place" TEXT NOT NULL DEFAULT '',
    "online_url" TEXT,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "answer_by" TIMESTAMPTZ(6) NOT NULL,
    "state" "meeting_state" NOT NULL DEFAULT 'DRAFT',
    "record_on" DATE NOT NULL,
    "rulebook_version_id" UUID,
    "notice_sent_at" TIMESTAMPTZ(6),
    "ballots_hidden" BOOLEAN NOT NULL DEFAULT true,
    "late_notice_reason" TEXT,
    "opened_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),
    "cancelled_at" TIMESTAMPTZ(6),
    "cancel_reason" TEXT,
    "chair_voter_id" UUID,
    "chair_name" TEXT NOT NULL DEFAULT '',
    "auditor_objected_at" TIMESTAMPTZ(6),
    "auditor_objection" TEXT,
    "reminded_at" TIMESTAMPTZ(6),
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "organ" "organ_kind" NOT NULL,
    "committee_id" UUID,
    "title" TEXT NOT NULL,
    "every_months" INTEGER NOT NULL,
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "ended_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_voter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "corporation_id" UUID,
    "officer_id" UUID,
    "name" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 1,
    "votes_basis" TEXT,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "answer" "attendance_answer",
    "answered_at" TIMESTAMPTZ(6),
    "answer_channel" "answer_channel",
    "answered_by_user_id" UUID,
    "proxy_holder_id" UUID,
    "presence" "presence",
    "presence_since" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "answer" "attendance_answer",
    "presence" "presence",
    "channel" "answer_channel" NOT NULL,
    "by_user_id" UUID,

    CONSTRAINT "attendance_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID,
    "series_id" UUID,
    "position" INTEGER NOT NULL,
    "kind" "agenda_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "presenter" TEXT NOT NULL DEFAULT '',
    "resolution_kind" TEXT,
    "state" "agenda_state" NOT NULL DEFAULT 'UPCOMING',
    "voting_opened_at" TIMESTAMPTZ(6),
    "voting_until" TIMESTAMPTZ(6),
    "voting_closed_at" TIMESTAMPTZ(6),
    "chair_decision" "ballot_choice",
    "carried_from_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_exclusion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(6) NOT NULL,
    "own" BOOLEAN NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "item_exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "choice" "ballot_choice" NOT NULL,
    "reason" TEXT,
    "cast_at" TIMESTAMPTZ(6) NOT NULL,
    "channel" "answer_channel" NOT NULL,
    "cast_by_user_id" UUID,
    "cast_by_voter_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_id" UUID NOT NULL,
    "corporation_id" UUID,
    "asked_by_user_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "answered_by_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "item_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_guest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "answer" "attendance_answer",
    "people" INTEGER,
    "message" TEXT,
    "answered_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_guest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "organ" "organ_kind" NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" "decision_outcome" NOT NULL,
    "rulebook_version_id" UUID NOT NULL,
    "resolution_kind" TEXT NOT NULL,
    "vote" JSONB NOT NULL,
    "verdict" JSONB NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "effective_on" DATE NOT NULL,
    "superseded_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_task" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "decision_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "corporation_id" UUID,
    "due_on" DATE NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'TO_DO',
    "done_at" TIMESTAMPTZ(6),
    "done_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "meeting_id" UUID NOT NULL,
    "state" "minutes_state" NOT NULL DEFAULT 'DRAFT',
    "opening" TEXT NOT NULL DEFAULT '',
    "closing" TEXT NOT NULL DEFAULT '',
    "content_hash" BYTEA,
    "locked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_entry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "minutes_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_signer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "minutes_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "role" "signer_role" NOT NULL,
    "signed_name" TEXT,
    "signed_at" TIMESTAMPTZ(6),
    "signed_by_user_id" UUID,
    "content_hash" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "minutes_signer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_suspension" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "membership_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "parent_id" UUID,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "committee_member" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "committee_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,
    "role" "committee_role" NOT NULL DEFAULT 'MEMBER',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "committee_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_officer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "organ" "organ_kind",
    "office" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "corporation_id" UUID,
    "user_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rulebook_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "effective_on" DATE,
    "adopted_on" DATE,
    "decision_id" UUID,
    "rules" JSONB NOT NULL,
    "articles" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rulebook_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_platform_id_starts_at_id_idx" ON "meeting"("platform_id", "starts_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "meeting_committee_id_idx" ON "meeting"("committee_id");

-- CreateIndex
CREATE INDEX "meeting_series_id_idx" ON "meeting"("series_id");

-- CreateIndex
CREATE INDEX "meeting_rulebook_version_id_idx" ON "meeting"("rulebook_version_id");

-- CreateIndex
CREATE INDEX "meeting_chair_voter_id_idx" ON "meeting"("chair_voter_id");

-- CreateIndex
CREATE INDEX "meeting_created_by_user_id_idx" ON "meeting"("created_by_user_id");

-- CreateIndex
CREATE INDEX "meeting_series_platform_id_title_id_idx" ON "meeting_series"("platform_id", "title", "id");

-- CreateIndex
CREATE INDEX "meeting_series_committee_id_idx" ON "meeting_series"("committee_id");

-- CreateIndex
CREATE INDEX "meeting_voter_meeting_id_position_idx" ON "meeting_voter"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "meeting_voter_corporation_id_idx" ON "meeting_voter"("corporation_id");

-- CreateIndex
CREATE INDEX "meeting_voter_officer_id_idx" ON "meeting_voter"("officer_id");

-- CreateIndex
CREATE INDEX "meeting_voter_proxy_holder_id_idx" ON "meeting_voter"("proxy_holder_id");

-- CreateIndex
CREATE INDEX "meeting_voter_answered_by_user_id_idx" ON "meeting_voter"("answered_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_voter_meeting_id_corporation_id_key" ON "meeting_voter"("meeting_id", "corporation_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_voter_meeting_id_officer_id_key" ON "meeting_voter"("meeting_id", "officer_id");

-- CreateIndex
CREATE INDEX "attendance_change_meeting_id_at_id_idx" ON "attendance_change"("meeting_id", "at", "id");

-- CreateIndex
CREATE INDEX "attendance_change_voter_id_idx" ON "attendance_change"("voter_id");

-- CreateIndex
CREATE INDEX "attendance_change_by_user_id_idx" ON "attendance_change"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_carried_from_id_key" ON "agenda_item"("carried_from_id");

-- CreateIndex
CREATE INDEX "agenda_item_meeting_id_position_idx" ON "agenda_item"("meeting_id", "position");

-- CreateIndex
CREATE INDEX "agenda_item_series_id_idx" ON "agenda_item"("series_id");

-- CreateIndex
CREATE INDEX "item_exclusion_voter_id_idx" ON "item_exclusion"("voter_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_exclusion_item_id_voter_id_key" ON "item_exclusion"("item_id", "voter_id");

-- CreateIndex
CREATE INDEX "ballot_voter_id_idx" ON "ballot"("voter_id");

-- CreateIndex
CREATE INDEX "ballot_cast_by_user_id_idx" ON "ballot"("cast_by_user_id");

-- CreateIndex
CREATE INDEX "ballot_cast_by_voter_id_idx" ON "ballot"("cast_by_voter_id");

-- CreateIndex
CREATE UNIQUE INDEX "ballot_item_id_voter_id_key" ON "ballot"("item_id", "voter_id");

-- CreateIndex
CREATE INDEX "item_question_item_id_asked_at_id_idx" ON "item_question"("item_id", "asked_at", "id");

-- CreateIndex
CREATE INDEX "item_question_corporation_id_idx" ON "item_question"("corporation_id");

-- CreateIndex
CREATE INDEX "item_question_asked_by_user_id_idx" ON "item_question"("asked_by_user_id");

-- CreateIndex
CREATE INDEX "item_question_answered_by_user_id_idx" ON "item_question"("answered_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_guest_token_hash_key" ON "meeting_guest"("token_hash");

-- CreateIndex
CREATE INDEX "meeting_guest_meeting_id_name_id_idx" ON "meeting_guest"("meeting_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_item_id_key" ON "decision"("item_id");

-- CreateIndex
CREATE INDEX "decision_platform_id_decided_at_id_idx" ON "decision"("platform_id", "decided_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "decision_meeting_id_idx" ON "decision"("meeting_id");

-- CreateIndex
CREATE INDEX "decision_rulebook_version_id_idx" ON "decision"("rulebook_version_id");

-- CreateIndex
CREATE INDEX "decision_superseded_by_id_idx" ON "decision"("superseded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_platform_id_organ_fiscal_year_number_key" ON "decision"("platform_id", "organ", "fiscal_year", "number");

-- CreateIndex
CREATE INDEX "decision_task_decision_id_due_on_id_idx" ON "decision_task"("decision_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "decision_task_corporation_id_due_on_idx" ON "decision_task"("corporation_id", "due_on");

-- CreateIndex
CREATE INDEX "decision_task_done_by_user_id_idx" ON "decision_task"("done_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_key" ON "minutes"("meeting_id");

-- CreateIndex
CREATE INDEX "minutes_entry_item_id_idx" ON "minutes_entry"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_entry_minutes_id_item_id_key" ON "minutes_entry"("minutes_id", "item_id");

-- CreateIndex
CREATE INDEX "minutes_signer_voter_id_idx" ON "minutes_signer"("voter_id");

-- CreateIndex
CREATE INDEX "minutes_signer_signed_by_user_id_idx" ON "minutes_signer"("signed_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_signer_minutes_id_voter_id_key" ON "minutes_signer"("minutes_id", "voter_id");

-- CreateIndex
CREATE INDEX "membership_suspension_membership_id_starts_on_idx" ON "membership_suspension"("membership_id", "starts_on");

-- CreateIndex
CREATE INDEX "committee_platform_id_name_id_idx" ON "committee"("platform_id", "name", "id");

-- CreateIndex
CREATE INDEX "committee_parent_id_idx" ON "committee"("parent_id");

-- CreateIndex
CREATE INDEX "committee_member_committee_id_role_id_idx" ON "committee_member"("committee_id", "role", "id");

-- CreateIndex
CREATE INDEX "committee_member_corporation_id_idx" ON "committee_member"("corporation_id");

-- CreateIndex
CREATE INDEX "platform_officer_platform_id_position_id_idx" ON "platform_officer"("platform_id", "position", "id");

-- CreateIndex
CREATE INDEX "platform_officer_corporation_id_idx" ON "platform_officer"("corporation_id");

-- CreateIndex
CREATE INDEX "platform_officer_user_id_idx" ON "platform_officer"("user_id");

-- CreateIndex
CREATE INDEX "rulebook_version_platform_id_effective_on_idx" ON "rulebook_version"("platform_id", "effective_on");

-- CreateIndex
CREATE INDEX "rulebook_version_decision_id_idx" ON "rulebook_version"("decision_id");

-- CreateIndex
CREATE INDEX "rulebook_version_created_by_user_id_idx" ON "rulebook_version"("created_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "rulebook_version_platform_id_number_key" ON "rulebook_version"("platform_id", "number");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_rulebook_version_id_fkey" FOREIGN KEY ("rulebook_version_id") REFERENCES "rulebook_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_chair_voter_id_fkey" FOREIGN KEY ("chair_voter_id") REFERENCES "meeting_voter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_voter" ADD CONSTRAINT "meeting_voter_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_voter" ADD CONSTRAINT "meeting_voter_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_voter" ADD CONSTRAINT "meeting_voter_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "platform_officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_voter" ADD CONSTRAINT "meeting_voter_answered_by_user_id_fkey" FOREIGN KEY ("answered_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_voter" ADD CONSTRAINT "meeting_voter_proxy_holder_id_fkey" FOREIGN KEY ("proxy_holder_id") REFERENCES "meeting_voter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "meeting_voter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_change" ADD CONSTRAINT "attendance_change_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_carried_from_id_fkey" FOREIGN KEY ("carried_from_id") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_exclusion" ADD CONSTRAINT "item_exclusion_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_exclusion" ADD CONSTRAINT "item_exclusion_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "meeting_voter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "meeting_voter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_cast_by_user_id_fkey" FOREIGN KEY ("cast_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_cast_by_voter_id_fkey" FOREIGN KEY ("cast_by_voter_id") REFERENCES "meeting_voter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_question" ADD CONSTRAINT "item_question_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_question" ADD CONSTRAINT "item_question_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_question" ADD CONSTRAINT "item_question_asked_by_user_id_fkey" FOREIGN KEY ("asked_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_question" ADD CONSTRAINT "item_question_answered_by_user_id_fkey" FOREIGN KEY ("answered_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_guest" ADD CONSTRAINT "meeting_guest_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_rulebook_version_id_fkey" FOREIGN KEY ("rulebook_version_id") REFERENCES "rulebook_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_task" ADD CONSTRAINT "decision_task_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_task" ADD CONSTRAINT "decision_task_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_task" ADD CONSTRAINT "decision_task_done_by_user_id_fkey" FOREIGN KEY ("done_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_entry" ADD CONSTRAINT "minutes_entry_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signer" ADD CONSTRAINT "minutes_signer_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signer" ADD CONSTRAINT "minutes_signer_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "meeting_voter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_signer" ADD CONSTRAINT "minutes_signer_signed_by_user_id_fkey" FOREIGN KEY ("signed_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_suspension" ADD CONSTRAINT "membership_suspension_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "platform_membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee" ADD CONSTRAINT "committee_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "committee"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_officer" ADD CONSTRAINT "platform_officer_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_officer" ADD CONSTRAINT "platform_officer_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_officer" ADD CONSTRAINT "platform_officer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulebook_version" ADD CONSTRAINT "rulebook_version_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulebook_version" ADD CONSTRAINT "rulebook_version_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rulebook_version" ADD CONSTRAINT "rulebook_version_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.

ALTER TABLE rulebook_version
  ADD CONSTRAINT rulebook_version_number_fits CHECK (number >= 1),
  ADD CONSTRAINT rulebook_version_adopted_before_force CHECK (effective_on IS NULL OR adopted_on IS NOT NULL),
  ADD CONSTRAINT rulebook_version_shape CHECK (jsonb_typeof(rules) = 'object' AND jsonb_typeof(articles) = 'array');

-- What was adopted stands: meetings are judged by it for ever.
CREATE FUNCTION rulebook_version_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.effective_on IS NOT NULL THEN
      RAISE EXCEPTION 'an adopted version of a rulebook stays'
        USING ERRCODE = 'restrict_violation', HINT = 'rulebook_version_stands';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.effective_on IS NOT NULL AND
     (NEW.rules, NEW.articles, NEW.effective_on, NEW.adopted_on, NEW.number, NEW.platform_id)
       IS DISTINCT FROM (OLD.rules, OLD.articles, OLD.effective_on, OLD.adopted_on, OLD.number, OLD.platform_id) THEN
    RAISE EXCEPTION 'an adopted version of a rulebook does not change'
      USING ERRCODE = 'restrict_violation', HINT = 'rulebook_version_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rulebook_version_stands BEFORE UPDATE OR DELETE ON rulebook_version
  FOR EACH ROW EXECUTE FUNCTION rulebook_version_stands();

ALTER TABLE platform_membership
  ADD CONSTRAINT platform_membership_votes_have_a_basis CHECK (
    votes >= 0 AND (votes IS NULL) = (votes_basis IS NULL) AND btrim(votes_basis) <> '');
ALTER TABLE membership_suspension
  ADD CONSTRAINT membership_suspension_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT membership_suspension_says_why CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT membership_suspension_once EXCLUDE USING gist (
    membership_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE committee
  ADD CONSTRAINT committee_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT committee_not_below_itself CHECK (parent_id <> id);
ALTER TABLE committee_member
  ADD CONSTRAINT committee_member_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT committee_member_once EXCLUDE USING gist (
    committee_id WITH =, corporation_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE platform_officer
  ADD CONSTRAINT platform_officer_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT platform_officer_of_an_organ CHECK (organ IS DISTINCT FROM 'COMMITTEE'),
  ADD CONSTRAINT platform_officer_says_who CHECK (btrim(name) <> '' AND btrim(office) <> '');

-- A committee stands below one of the same network, and never below itself.
CREATE FUNCTION committee_stands_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM committee WHERE id = NEW.parent_id AND platform_id = NEW.platform_id) OR EXISTS (
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM committee WHERE id = NEW.parent_id
      UNION SELECT c.id, c.parent_id FROM committee c JOIN above ON c.id = above.parent_id)
    SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'a committee stands below another one of its network'
      USING ERRCODE = 'check_violation', HINT = 'committee_stands_right';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER committee_stands_right BEFORE INSERT OR UPDATE OF parent_id, platform_id ON committee
  FOR EACH ROW EXECUTE FUNCTION committee_stands_right();

ALTER TABLE meeting
  ADD CONSTRAINT meeting_of_a_committee CHECK ((organ = 'COMMITTEE') = (committee_id IS NOT NULL)),
  ADD CONSTRAINT meeting_ends_after_start CHECK (ends_at > starts_at),
  ADD CONSTRAINT meeting_notice_fits CHECK (
    CASE state WHEN 'DRAFT' THEN notice_sent_at IS NULL WHEN 'CANCELLED' THEN true ELSE notice_sent_at IS NOT NULL END),
  ADD CONSTRAINT meeting_judged_by_a_rulebook CHECK (notice_sent_at IS NULL OR rulebook_version_id IS NOT NULL),
  ADD CONSTRAINT meeting_opened_fits CHECK (
    CASE state WHEN 'OPEN' THEN opened_at IS NOT NULL AND closed_at IS NULL
               WHEN 'CLOSED' THEN opened_at IS NOT NULL AND closed_at >= opened_at
               ELSE opened_at IS NULL AND closed_at IS NULL END),
  ADD CONSTRAINT meeting_cancelled_with_a_reason CHECK (
    (state = 'CANCELLED') = (cancelled_at IS NOT NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
  ADD CONSTRAINT meeting_objection_fits CHECK ((auditor_objected_at IS NULL) = (auditor_objection IS NULL)),
  ADD CONSTRAINT meeting_number_fits CHECK (number >= 1),
  ADD CONSTRAINT meeting_has_a_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT meeting_url_is_a_link CHECK (online_url ~ '^https://');
ALTER TABLE meeting_series
  ADD CONSTRAINT meeting_series_of_a_committee CHECK ((organ = 'COMMITTEE') = (committee_id IS NOT NULL)),
  ADD CONSTRAINT meeting_series_comes_again CHECK (every_months BETWEEN 1 AND 60),
  ADD CONSTRAINT meeting_series_agenda_shape CHECK (jsonb_typeof(agenda) = 'array');

ALTER TABLE meeting_voter
  ADD CONSTRAINT meeting_voter_is_one_of_both CHECK (num_nonnulls(corporation_id, officer_id) = 1),
  ADD CONSTRAINT meeting_voter_votes_fit CHECK (votes >= 0),
  ADD CONSTRAINT meeting_voter_answer_fits CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answer_channel IS NULL)),
  ADD CONSTRAINT meeting_voter_proxy_fits CHECK (
    proxy_holder_id IS NULL OR (answer IS NOT DISTINCT FROM 'PROXY' AND proxy_holder_id <> id)),
  ADD CONSTRAINT meeting_voter_presence_fits CHECK ((presence IS NULL) = (presence_since IS NULL));
ALTER TABLE attendance_change
  ADD CONSTRAINT attendance_change_says_one_thing CHECK (num_nonnulls(answer, presence) = 1);

-- A proxy goes to another voter of the same meeting; the chair is a voter of it.
CREATE FUNCTION meeting_voter_proxy_is_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM meeting_voter WHERE id = NEW.proxy_holder_id AND meeting_id = NEW.meeting_id) THEN
    RAISE EXCEPTION 'a proxy goes to a voter of the same meeting'
      USING ERRCODE = 'check_violation', HINT = 'meeting_voter_proxy_is_here';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_voter_proxy_is_here BEFORE INSERT OR UPDATE OF proxy_holder_id ON meeting_voter
  FOR EACH ROW WHEN (NEW.proxy_holder_id IS NOT NULL) EXECUTE FUNCTION meeting_voter_proxy_is_here();
CREATE FUNCTION meeting_chair_is_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM meeting_voter WHERE id = NEW.chair_voter_id AND meeting_id = NEW.id) THEN
    RAISE EXCEPTION 'the chair is a voter of the meeting'
      USING ERRCODE = 'check_violation', HINT = 'meeting_chair_is_here';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_chair_is_here BEFORE INSERT OR UPDATE OF chair_voter_id ON meeting
  FOR EACH ROW WHEN (NEW.chair_voter_id IS NOT NULL) EXECUTE FUNCTION meeting_chair_is_here();

ALTER TABLE agenda_item
  ADD CONSTRAINT agenda_item_has_a_place CHECK (num_nonnulls(meeting_id, series_id) >= 1),
  ADD CONSTRAINT agenda_item_rule_fits CHECK ((kind = 'RESOLUTION') = (resolution_kind IS NOT NULL)),
  ADD CONSTRAINT agenda_item_state_fits CHECK (
    CASE kind WHEN 'REPORT' THEN state NOT IN ('VOTING', 'DECIDED') ELSE state <> 'REPORTED' END),
  ADD CONSTRAINT agenda_item_vote_fits CHECK (
    (voting_closed_at IS NULL OR voting_opened_at IS NOT NULL)
    AND (state <> 'VOTING' OR (voting_opened_at IS NOT NULL AND voting_closed_at IS NULL))
    AND (state <> 'DECIDED' OR voting_closed_at IS NOT NULL)),
  ADD CONSTRAINT agenda_item_chair_settles CHECK (chair_decision IS DISTINCT FROM 'ABSTAIN'),
  ADD CONSTRAINT agenda_item_has_a_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT agenda_item_place_once EXCLUDE USING gist (meeting_id WITH =, position WITH =)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE item_exclusion ADD CONSTRAINT item_exclusion_says_why CHECK (btrim(reason) <> '');
ALTER TABLE item_question
  ADD CONSTRAINT item_question_answer_fits CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by_user_id IS NULL));
ALTER TABLE meeting_guest
  ADD CONSTRAINT meeting_guest_answer_fits CHECK (
    (answer IS NULL) = (answered_at IS NULL) AND answer IN ('ON_SITE', 'ONLINE', 'ABSENT') AND people BETWEEN 0 AND 99);

-- Whoever is excluded or votes is on the roll of the item's meeting. Nothing reaches an item after its close: the row is
-- locked, so that a ballot and the close never cross.
CREATE FUNCTION item_voter_is_on_the_roll() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  item agenda_item;
BEGIN
  SELECT * INTO item FROM agenda_item WHERE id = NEW.item_id FOR SHARE;
  IF NOT EXISTS (SELECT FROM meeting_voter WHERE id = NEW.voter_id AND meeting_id = item.meeting_id) THEN
    RAISE EXCEPTION 'the voter is not on the roll of this meeting'
      USING ERRCODE = 'check_violation', HINT = 'item_voter_is_on_the_roll';
  END IF;
  IF item.state NOT IN ('UPCOMING', 'OPEN', 'VOTING') THEN
    RAISE EXCEPTION 'the item is closed' USING ERRCODE = 'check_violation', HINT = 'item_is_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_exclusion_before_close BEFORE INSERT OR UPDATE ON item_exclusion
  FOR EACH ROW EXECUTE FUNCTION item_voter_is_on_the_roll();
CREATE TRIGGER ballot_before_close BEFORE INSERT OR UPDATE ON ballot
  FOR EACH ROW EXECUTE FUNCTION item_voter_is_on_the_roll();
CREATE FUNCTION ballot_stays_after_close() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM agenda_item WHERE id = OLD.item_id FOR SHARE) NOT IN ('UPCOMING', 'OPEN', 'VOTING') THEN
    RAISE EXCEPTION 'the item is closed' USING ERRCODE = 'check_violation', HINT = 'item_is_closed';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER ballot_stays_after_close BEFORE DELETE ON ballot
  FOR EACH ROW EXECUTE FUNCTION ballot_stays_after_close();
CREATE TRIGGER item_exclusion_stays_after_close BEFORE DELETE ON item_exclusion
  FOR EACH ROW EXECUTE FUNCTION ballot_stays_after_close();

ALTER TABLE decision
  ADD CONSTRAINT decision_number_fits CHECK (number >= 1),
  ADD CONSTRAINT decision_not_superseded_by_itself CHECK (superseded_by_id <> id),
  ADD CONSTRAINT decision_shape CHECK (jsonb_typeof(vote) = 'object' AND jsonb_typeof(verdict) = 'object');

-- The register only grows: a decision changes in nothing but what has replaced it.
CREATE FUNCTION decision_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR
     (to_jsonb(NEW) - ARRAY['superseded_by_id', 'updated_at', 'version'])
       IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['superseded_by_id', 'updated_at', 'version']) THEN
    RAISE EXCEPTION 'a decision in the register stands'
      USING ERRCODE = 'restrict_violation', HINT = 'decision_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_stands BEFORE UPDATE OR DELETE ON decision
  FOR EACH ROW EXECUTE FUNCTION decision_stands();
ALTER TABLE decision_task
  ADD CONSTRAINT decision_task_done_fits CHECK ((state = 'DONE') = (done_at IS NOT NULL)),
  ADD CONSTRAINT decision_task_has_a_title CHECK (btrim(title) <> '');

ALTER TABLE minutes
  ADD CONSTRAINT minutes_locked_fits CHECK ((state = 'LOCKED') = (locked_at IS NOT NULL)),
  ADD CONSTRAINT minutes_signed_as_they_are CHECK ((state = 'DRAFT') = (content_hash IS NULL));
ALTER TABLE minutes_signer
  ADD CONSTRAINT minutes_signer_signature_fits CHECK (
    (signed_at IS NULL) = (content_hash IS NULL) AND (signed_at IS NULL) = (signed_name IS NULL));

-- Signed by all, the minutes are as they are.
CREATE FUNCTION minutes_stand() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_minutes uuid;
BEGIN
  -- In two steps: a row of `minutes` has no column minutes_id.
  IF TG_TABLE_NAME = 'minutes' THEN of_minutes := OLD.id; ELSE of_minutes := OLD.minutes_id; END IF;
  IF (SELECT state FROM minutes WHERE id = of_minutes) = 'LOCKED' THEN
    RAISE EXCEPTION 'locked minutes do not change' USING ERRCODE = 'restrict_violation', HINT = 'minutes_stand';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_stand BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_stand();
CREATE TRIGGER minutes_entry_stands BEFORE UPDATE OR DELETE ON minutes_entry FOR EACH ROW EXECUTE FUNCTION minutes_stand();
CREATE TRIGGER minutes_signer_stands BEFORE UPDATE OR DELETE ON minutes_signer FOR EACH ROW EXECUTE FUNCTION minutes_stand();
