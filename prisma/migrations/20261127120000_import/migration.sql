-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('UPLOADING', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'DROPPED');

-- CreateEnum
CREATE TYPE "import_phase" AS ENUM ('READING', 'COMPARING', 'WRITING');

-- CreateEnum
CREATE TYPE "import_format" AS ENUM ('CARE_SERVICES', 'WAM_DISABILITY', 'GSI_SHELTERS', 'STANDARD_EMERGENCY_SITES', 'STANDARD_CARE_OFFICES', 'MAPPED');

-- CreateEnum
CREATE TYPE "import_target" AS ENUM ('OFFICE', 'FACILITY', 'CORPORATION', 'SHELTER');

-- CreateEnum
CREATE TYPE "import_row_outcome" AS ENUM ('TAKEN', 'NOTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "import_action" AS ENUM ('CREATE', 'CHANGE', 'KEEP', 'SAME', 'CLOSE', 'LINK');

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "district" TEXT,
ADD COLUMN     "east" DOUBLE PRECISION,
ADD COLUMN     "north" DOUBLE PRECISION,
ADD COLUMN     "south" DOUBLE PRECISION,
ADD COLUMN     "west" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "state" "import_state" NOT NULL DEFAULT 'UPLOADING',
    "body_key" TEXT,
    "body_name" TEXT,
    "platform_id" UUID,
    "corporation_id" UUID,
    "scope_municipality_code" CHAR(6),
    "started_by_id" UUID,
    "confirmed_by_id" UUID,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "checked_at" TIMESTAMPTZ(6),
    "applied_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "forgotten_at" TIMESTAMPTZ(6),
    "phase" "import_phase",
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "check_number" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "failure_detail" TEXT,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "changed_count" INTEGER NOT NULL DEFAULT 0,
    "same_count" INTEGER NOT NULL DEFAULT 0,
    "closed_count" INTEGER NOT NULL DEFAULT 0,
    "protected_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "noted_count" INTEGER NOT NULL DEFAULT 0,
    "act_id" UUID,
    "undo_act_id" UUID,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "content_hash" BYTEA,
    "inspection" JSONB,
    "format" "import_format",
    "target" "import_target",
    "shelter_kind" "shelter_kind",
    "mapping" JSONB,
    "municipality_code" CHAR(6),
    "source_key" TEXT NOT NULL,
    "title" TEXT,
    "issuer" TEXT,
    "licence" TEXT,
    "as_of" DATE,
    "source_id" UUID,
    "source_before" JSONB,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "row_count" INTEGER,
    "problem" TEXT,
    "problem_detail" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunk" (
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunk_pkey" PRIMARY KEY ("file_id","position")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "body_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" "import_target" NOT NULL,
    "headings" TEXT[],
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "import_row_outcome" NOT NULL,
    "label" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "facts" JSONB,
    "problems" JSONB NOT NULL,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "record" "registry_record" NOT NULL,
    "record_id" UUID NOT NULL,
    "action" "import_action" NOT NULL,
    "label" TEXT NOT NULL,
    "identifier" TEXT,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "changed" TEXT[],
    "protected" TEXT[],
    "has_protected" BOOLEAN NOT NULL DEFAULT false,
    "takes_protected" BOOLEAN NOT NULL DEFAULT false,
    "file" INTEGER,
    "lines" JSONB NOT NULL,
    "names" JSONB NOT NULL DEFAULT '{}',
    "expected_version" INTEGER,
    "written_version" INTEGER,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_run_act_id_key" ON "import_run"("act_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_run_undo_act_id_key" ON "import_run"("undo_act_id");

-- CreateIndex
CREATE INDEX "import_run_started_at_id_idx" ON "import_run"("started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_run_body_key_started_at_id_idx" ON "import_run"("body_key", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_run_started_by_id_idx" ON "import_run"("started_by_id");

-- CreateIndex
CREATE INDEX "import_run_confirmed_by_id_idx" ON "import_run"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "import_run_state_ended_at_idx" ON "import_run"("state", "ended_at");

-- CreateIndex
CREATE INDEX "import_file_municipality_code_idx" ON "import_file"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_run_id_position_key" ON "import_file"("run_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_body_key_name_key" ON "import_mapping"("body_key", "name");

-- CreateIndex
CREATE INDEX "import_row_run_id_outcome_number_idx" ON "import_row"("run_id", "outcome", "number");

-- CreateIndex
CREATE INDEX "import_row_file_id_line_idx" ON "import_row"("file_id", "line");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_run_id_number_key" ON "import_row"("run_id", "number");

-- CreateIndex
CREATE INDEX "import_change_run_id_action_number_idx" ON "import_change"("run_id", "action", "number");

-- CreateIndex
CREATE INDEX "import_change_run_id_has_protected_number_idx" ON "import_change"("run_id", "has_protected", "number");

-- CreateIndex
CREATE INDEX "import_change_run_id_record_number_idx" ON "import_change"("run_id", "record", "number");

-- CreateIndex
CREATE INDEX "import_change_record_id_idx" ON "import_change"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_change_run_id_number_key" ON "import_change"("run_id", "number");

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "change_act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_undo_act_id_fkey" FOREIGN KEY ("undo_act_id") REFERENCES "change_act"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;



