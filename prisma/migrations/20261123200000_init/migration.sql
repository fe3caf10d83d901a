-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role_name" AS ENUM ('PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR', 'CORPORATION_ADMIN', 'CORPORATION_REPORTER', 'FACILITY_DIRECTOR', 'FACILITY_STAFF', 'MUNICIPAL_LIAISON', 'SYSTEM_OPERATOR');

-- CreateEnum
CREATE TYPE "handover_status" AS ENUM ('PLANNED', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "platform_kind" AS ENUM ('COUNCIL_LED', 'CORPORATION_LED', 'COLLABORATION_PROMOTION_CORPORATION', 'OTHER');

-- CreateEnum
CREATE TYPE "service_scheme" AS ENUM ('KAIGO', 'SHOGAI', 'CHILD', 'OTHER');

-- CreateEnum
CREATE TYPE "corporation_kind" AS ENUM ('GENERAL', 'COUNCIL', 'AGENCY', 'COMMUNITY_CHEST', 'OTHER_WELFARE', 'NOT_WELFARE');

-- CreateEnum
CREATE TYPE "registry_status" AS ENUM ('ACTIVE', 'MERGED', 'DISSOLVED', 'CLOSED');

-- CreateEnum
CREATE TYPE "shelter_kind" AS ENUM ('DESIGNATED_SHELTER', 'EMERGENCY_SITE');

-- CreateEnum
CREATE TYPE "equipment_state" AS ENUM ('YES', 'NO', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "facility_block" AS ENUM ('BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "two_factor_enabled" BOOLEAN DEFAULT false,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "second_factor" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(6),
    "refresh_token_expires_at" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_two_factor" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),

    CONSTRAINT "auth_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_passkey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "role" "role_name" NOT NULL,
    "corporation_id" UUID,
    "facility_id" UUID,
    "platform_id" UUID,
    "municipality_code" CHAR(6),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "granted_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role_name" NOT NULL,
    "corporation_id" UUID,
    "facility_id" UUID,
    "platform_id" UUID,
    "municipality_code" CHAR(6),
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "invited_by_user_id" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "accepted_by_user_id" UUID,
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_handover" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "from_user_id" UUID NOT NULL,
    "to_user_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "status" "handover_status" NOT NULL DEFAULT 'PLANNED',
    "planned_by_user_id" UUID NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "role_handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "handover_id" UUID NOT NULL,
    "role_assignment_id" UUID NOT NULL,
    "new_assignment_id" UUID,

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "acting_key" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_user_id" UUID,
    "token_id" UUID,
    "acting_key" TEXT,
    "acting_name" TEXT,
    "acting_roles" TEXT[],
    "command" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" TEXT,
    "audience" TEXT[],
    "input" JSONB,
    "input_hash" BYTEA NOT NULL,
    "reason" TEXT,
    "request_id" TEXT,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ledger_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "audit_seq" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "event_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_log" (
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "audience" TEXT[],
    "entities" TEXT[],
    "audit_seq" BIGINT,

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "owner" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "input_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("owner","key")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "link" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "kind" "platform_kind" NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "municipality_code" CHAR(6),
    "help_phone" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_source" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "row_count" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "data_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "prefecture" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "service_kind" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "scheme" "service_scheme" NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corporation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporate_number" CHAR(13),
    "name" TEXT NOT NULL,
    "kana" TEXT,
    "kind" "corporation_kind" NOT NULL,
    "seat_municipality_code" CHAR(6),
    "seat_address" TEXT,
    "phone" TEXT,
    "url" TEXT,
    "status" "registry_status" NOT NULL DEFAULT 'ACTIVE',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "search_text" TEXT NOT NULL DEFAULT '',
    "data_source_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "corporation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "corporation_id" UUID,
    "name" TEXT NOT NULL,
    "kana" TEXT NOT NULL DEFAULT '',
    "postal_code" CHAR(7),
    "address" TEXT NOT NULL,
    "building" TEXT,
    "municipality_code" CHAR(6) NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "phone" TEXT,
    "fax" TEXT,
    "url" TEXT,
    "capacity" INTEGER,
    "opened_on" DATE,
    "main_service_kind_id" UUID,
    "status" "registry_status" NOT NULL DEFAULT 'ACTIVE',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "confirmed_at" TIMESTAMPTZ(6),
    "search_text" TEXT NOT NULL DEFAULT '',
    "data_source_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_office" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "corporation_id" UUID,
    "office_number" CHAR(10),
    "service_kind_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kana" TEXT NOT NULL DEFAULT '',
    "capacity" INTEGER,
    "phone" TEXT,
    "fax" TEXT,
    "open_days" TEXT,
    "open_days_note" TEXT,
    "status" "registry_status" NOT NULL DEFAULT 'ACTIVE',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "data_source_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "shelter_kind" NOT NULL,
    "source_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "welfare" BOOLEAN NOT NULL DEFAULT false,
    "accepted_persons" TEXT,
    "hazards" TEXT[],
    "facility_id" UUID,
    "match_reason" TEXT,
    "status" "registry_status" NOT NULL DEFAULT 'ACTIVE',
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "search_text" TEXT NOT NULL DEFAULT '',
    "data_source_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shelter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_contact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "role_title" TEXT NOT NULL,
    "person_name" TEXT,
    "day_phone" TEXT,
    "night_phone" TEXT,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_equipment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "state" "equipment_state" NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "facility_equipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_confirmation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "block" "facility_block" NOT NULL,
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL,
    "confirmed_by_user_id" UUID NOT NULL,
    "confirmed_by_role" "role_name" NOT NULL,

    CONSTRAINT "facility_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_created_at_idx" ON "auth_session"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_account_provider_id_account_id_key" ON "auth_account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE INDEX "auth_two_factor_user_id_idx" ON "auth_two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_passkey_credential_id_key" ON "auth_passkey"("credential_id");

-- CreateIndex
CREATE INDEX "auth_passkey_user_id_idx" ON "auth_passkey"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "role_assignment_user_id_starts_on_idx" ON "role_assignment"("user_id", "starts_on");

-- CreateIndex
CREATE INDEX "role_assignment_corporation_id_starts_on_idx" ON "role_assignment"("corporation_id", "starts_on");

-- CreateIndex
CREATE INDEX "role_assignment_facility_id_starts_on_idx" ON "role_assignment"("facility_id", "starts_on");

-- CreateIndex
CREATE INDEX "role_assignment_platform_id_starts_on_idx" ON "role_assignment"("platform_id", "starts_on");

-- CreateIndex
CREATE INDEX "role_assignment_municipality_code_starts_on_idx" ON "role_assignment"("municipality_code", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_corporation_id_created_at_idx" ON "invitation"("corporation_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "invitation_facility_id_created_at_idx" ON "invitation"("facility_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "invitation_platform_id_created_at_idx" ON "invitation"("platform_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "role_handover_from_user_id_idx" ON "role_handover"("from_user_id");

-- CreateIndex
CREATE INDEX "role_handover_to_user_id_idx" ON "role_handover"("to_user_id");

-- CreateIndex
CREATE INDEX "role_handover_planned_by_user_id_idx" ON "role_handover"("planned_by_user_id");

-- CreateIndex
CREATE INDEX "handover_item_role_assignment_id_idx" ON "handover_item"("role_assignment_id");

-- CreateIndex
CREATE INDEX "handover_item_new_assignment_id_idx" ON "handover_item"("new_assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_item_handover_id_role_assignment_id_key" ON "handover_item"("handover_id", "role_assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_created_at_idx" ON "api_token"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_id_key" ON "audit_entry"("id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_seq_idx" ON "audit_entry"("subject_type", "subject_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_actor_user_id_seq_idx" ON "audit_entry"("actor_user_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_audience_idx" ON "audit_entry" USING GIN ("audience");

-- CreateIndex
CREATE UNIQUE INDEX "event_log_id_key" ON "event_log"("id");

-- CreateIndex
CREATE INDEX "event_log_audience_idx" ON "event_log" USING GIN ("audience");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "notification_user_id_created_at_id_idx" ON "notification"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_event_id_kind_key" ON "notification"("user_id", "event_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_key_key" ON "mail_message"("key");

-- CreateIndex
CREATE INDEX "mail_message_created_at_id_idx" ON "mail_message"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "platform_name_id_idx" ON "platform"("name", "id");

-- CreateIndex
CREATE INDEX "platform_municipality_code_idx" ON "platform"("municipality_code");

-- CreateIndex
CREATE INDEX "platform_membership_platform_id_position_id_idx" ON "platform_membership"("platform_id", "position", "id");

-- CreateIndex
CREATE INDEX "platform_membership_corporation_id_starts_on_idx" ON "platform_membership"("corporation_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "data_source_key_key" ON "data_source"("key");

-- CreateIndex
CREATE INDEX "municipality_prefecture_name_idx" ON "municipality"("prefecture", "name");

-- CreateIndex
CREATE INDEX "service_kind_position_id_idx" ON "service_kind"("position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_kind_scheme_code_key" ON "service_kind"("scheme", "code");

-- CreateIndex
CREATE UNIQUE INDEX "corporation_corporate_number_key" ON "corporation"("corporate_number");

-- CreateIndex
CREATE INDEX "corporation_name_id_idx" ON "corporation"("name", "id");

-- CreateIndex
CREATE INDEX "corporation_seat_municipality_code_idx" ON "corporation"("seat_municipality_code");

-- CreateIndex
CREATE INDEX "corporation_data_source_id_idx" ON "corporation"("data_source_id");

-- CreateIndex
CREATE INDEX "facility_corporation_id_kana_id_idx" ON "facility"("corporation_id", "kana", "id");

-- CreateIndex
CREATE INDEX "facility_municipality_code_kana_id_idx" ON "facility"("municipality_code", "kana", "id");

-- CreateIndex
CREATE INDEX "facility_main_service_kind_id_kana_id_idx" ON "facility"("main_service_kind_id", "kana", "id");

-- CreateIndex
CREATE INDEX "facility_kana_id_idx" ON "facility"("kana", "id");

-- CreateIndex
CREATE INDEX "facility_confirmed_at_id_idx" ON "facility"("confirmed_at", "id");

-- CreateIndex
CREATE INDEX "facility_data_source_id_idx" ON "facility"("data_source_id");

-- CreateIndex
CREATE INDEX "service_office_facility_id_name_id_idx" ON "service_office"("facility_id", "name", "id");

-- CreateIndex
CREATE INDEX "service_office_service_kind_id_facility_id_idx" ON "service_office"("service_kind_id", "facility_id");

-- CreateIndex
CREATE INDEX "service_office_corporation_id_idx" ON "service_office"("corporation_id");

-- CreateIndex
CREATE INDEX "service_office_data_source_id_idx" ON "service_office"("data_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_office_office_number_service_kind_id_key" ON "service_office"("office_number", "service_kind_id");

-- CreateIndex
CREATE INDEX "shelter_municipality_code_name_id_idx" ON "shelter"("municipality_code", "name", "id");

-- CreateIndex
CREATE INDEX "shelter_facility_id_name_id_idx" ON "shelter"("facility_id", "name", "id");

-- CreateIndex
CREATE INDEX "shelter_name_id_idx" ON "shelter"("name", "id");

-- CreateIndex
CREATE INDEX "shelter_data_source_id_idx" ON "shelter"("data_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "shelter_kind_source_key_key" ON "shelter"("kind", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "facility_contact_facility_id_position_key" ON "facility_contact"("facility_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "facility_equipment_facility_id_position_key" ON "facility_equipment"("facility_id", "position");

-- CreateIndex
CREATE INDEX "facility_confirmation_facility_id_block_confirmed_at_id_idx" ON "facility_confirmation"("facility_id", "block", "confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "facility_confirmation_facility_id_confirmed_at_id_idx" ON "facility_confirmation"("facility_id", "confirmed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "facility_confirmation_confirmed_by_user_id_idx" ON "facility_confirmation"("confirmed_by_user_id");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_passkey" ADD CONSTRAINT "auth_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_granted_by_user_id_fkey" FOREIGN KEY ("granted_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_user_id_fkey" FOREIGN KEY ("invited_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_user_id_fkey" FOREIGN KEY ("accepted_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_handover" ADD CONSTRAINT "role_handover_from_user_id_fkey" FOREIGN KEY ("from_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_handover" ADD CONSTRAINT "role_handover_to_user_id_fkey" FOREIGN KEY ("to_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_handover" ADD CONSTRAINT "role_handover_planned_by_user_id_fkey" FOREIGN KEY ("planned_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "role_handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_role_assignment_id_fkey" FOREIGN KEY ("role_assignment_id") REFERENCES "role_assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_new_assignment_id_fkey" FOREIGN KEY ("new_assignment_id") REFERENCES "role_assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation" ADD CONSTRAINT "corporation_seat_municipality_code_fkey" FOREIGN KEY ("seat_municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corporation" ADD CONSTRAINT "corporation_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_main_service_kind_id_fkey" FOREIGN KEY ("main_service_kind_id") REFERENCES "service_kind"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility" ADD CONSTRAINT "facility_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_office" ADD CONSTRAINT "service_office_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_office" ADD CONSTRAINT "service_office_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_office" ADD CONSTRAINT "service_office_service_kind_id_fkey" FOREIGN KEY ("service_kind_id") REFERENCES "service_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_office" ADD CONSTRAINT "service_office_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter" ADD CONSTRAINT "shelter_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter" ADD CONSTRAINT "shelter_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter" ADD CONSTRAINT "shelter_data_source_id_fkey" FOREIGN KEY ("data_source_id") REFERENCES "data_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_contact" ADD CONSTRAINT "facility_contact_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_equipment" ADD CONSTRAINT "facility_equipment_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_confirmation" ADD CONSTRAINT "facility_confirmation_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_confirmation" ADD CONSTRAINT "facility_confirmation_confirmed_by_user_id_fkey" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


