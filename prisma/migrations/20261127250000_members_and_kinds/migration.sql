-- Membership from application to end, what each kind of network must have, and its organisation.

-- CreateEnum
CREATE TYPE "policy_state" AS ENUM ('DRAFT', 'APPLIED', 'APPROVED');

-- CreateEnum
CREATE TYPE "promotion_business" AS ENUM ('COMMUNITY_WELFARE', 'DISASTER', 'MANAGEMENT', 'LOANS', 'WORKFORCE', 'SUPPLIES');

-- CreateEnum
CREATE TYPE "platform_link_kind" AS ENUM ('PART_OF', 'WORKS_WITH');

-- CreateEnum
CREATE TYPE "application_origin" AS ENUM ('APPLIED', 'INVITED');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('INVITED', 'SUBMITTED', 'ADMITTED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "membership_ending" AS ENUM ('LEFT', 'EXPELLED');

-- AlterTable
ALTER TABLE "platform" ADD COLUMN     "accepts_applications" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "admission_clause" TEXT,
ADD COLUMN     "hub_corporation_id" UUID,
ADD COLUMN     "legal_form" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "liaison_office" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "secretariat_body" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "platform_membership" ADD COLUMN     "admission_basis" TEXT,
ADD COLUMN     "admission_decision_id" UUID,
ADD COLUMN     "ending" "membership_ending",
ADD COLUMN     "ending_basis" TEXT,
ADD COLUMN     "ending_decision_id" UUID,
ADD COLUMN     "notice_given_on" DATE;

-- CreateTable
CREATE TABLE "platform_certificate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "certified_on" DATE NOT NULL,
    "authority" TEXT NOT NULL,
    "revoked_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_area" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,

    CONSTRAINT "platform_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_policy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" "policy_state" NOT NULL DEFAULT 'DRAFT',
    "adopted_on" DATE,
    "applied_on" DATE,
    "approved_on" DATE,
    "approval_number" TEXT,
    "published_url" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_business" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "business" "promotion_business" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_business_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_evaluation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "evaluated_on" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "published_url" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing_rule" (
    "code" TEXT NOT NULL,
    "kind" "platform_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "to_whom" TEXT NOT NULL,
    "months_after_year_end" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "filing_rule_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "platform_filing" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "rule_code" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "done_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_link" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "platform_link_kind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "platform_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "membership_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_application" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,
    "origin" "application_origin" NOT NULL,
    "state" "application_state" NOT NULL,
    "member_class" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "invited_at" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),
    "closed_by_user_id" UUID,
    "closing_reason" TEXT,
    "membership_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "membership_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_message" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "application_id" UUID NOT NULL,
    "from_network" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(6) NOT NULL,
    "author_id" UUID,

    CONSTRAINT "membership_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_role" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "responsibilities" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "platform_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_year_plan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "month" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "platform_year_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "platform_certificate_platform_id_certified_on_id_idx" ON "platform_certificate"("platform_id", "certified_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "platform_area_municipality_code_idx" ON "platform_area"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "platform_area_platform_id_municipality_code_key" ON "platform_area"("platform_id", "municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "platform_policy_platform_id_number_key" ON "platform_policy"("platform_id", "number");

-- CreateIndex
CREATE INDEX "platform_business_platform_id_business_starts_on_idx" ON "platform_business"("platform_id", "business", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "platform_evaluation_platform_id_fiscal_year_key" ON "platform_evaluation"("platform_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "platform_filing_rule_code_idx" ON "platform_filing"("rule_code");

-- CreateIndex
CREATE UNIQUE INDEX "platform_filing_platform_id_rule_code_fiscal_year_key" ON "platform_filing"("platform_id", "rule_code", "fiscal_year");

-- CreateIndex
CREATE INDEX "platform_link_from_id_idx" ON "platform_link"("from_id");

-- CreateIndex
CREATE INDEX "platform_link_to_id_idx" ON "platform_link"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_question_platform_id_position_key" ON "membership_question"("platform_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "membership_application_membership_id_key" ON "membership_application"("membership_id");

-- CreateIndex
CREATE INDEX "membership_application_platform_id_created_at_id_idx" ON "membership_application"("platform_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "membership_application_corporation_id_created_at_id_idx" ON "membership_application"("corporation_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "membership_application_closed_by_user_id_idx" ON "membership_application"("closed_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_answer_application_id_position_key" ON "membership_answer"("application_id", "position");

-- CreateIndex
CREATE INDEX "membership_message_application_id_sent_at_id_idx" ON "membership_message"("application_id", "sent_at", "id");

-- CreateIndex
CREATE INDEX "membership_message_author_id_idx" ON "membership_message"("author_id");

-- CreateIndex
CREATE INDEX "platform_role_platform_id_position_idx" ON "platform_role"("platform_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "platform_role_platform_id_name_key" ON "platform_role"("platform_id", "name");

-- CreateIndex
CREATE INDEX "platform_year_plan_platform_id_position_idx" ON "platform_year_plan"("platform_id", "position");

-- CreateIndex
CREATE INDEX "platform_hub_corporation_id_idx" ON "platform"("hub_corporation_id");

-- CreateIndex
CREATE INDEX "platform_membership_admission_decision_id_idx" ON "platform_membership"("admission_decision_id");

-- CreateIndex
CREATE INDEX "platform_membership_ending_decision_id_idx" ON "platform_membership"("ending_decision_id");

-- AddForeignKey
ALTER TABLE "platform_certificate" ADD CONSTRAINT "platform_certificate_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_area" ADD CONSTRAINT "platform_area_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_area" ADD CONSTRAINT "platform_area_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_policy" ADD CONSTRAINT "platform_policy_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_business" ADD CONSTRAINT "platform_business_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_evaluation" ADD CONSTRAINT "platform_evaluation_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_filing" ADD CONSTRAINT "platform_filing_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_filing" ADD CONSTRAINT "platform_filing_rule_code_fkey" FOREIGN KEY ("rule_code") REFERENCES "filing_rule"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_link" ADD CONSTRAINT "platform_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_link" ADD CONSTRAINT "platform_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_question" ADD CONSTRAINT "membership_question_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_closed_by_user_id_fkey" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "platform_membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_answer" ADD CONSTRAINT "membership_answer_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_message" ADD CONSTRAINT "membership_message_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_message" ADD CONSTRAINT "membership_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_role" ADD CONSTRAINT "platform_role_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_year_plan" ADD CONSTRAINT "platform_year_plan_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform" ADD CONSTRAINT "platform_hub_corporation_id_fkey" FOREIGN KEY ("hub_corporation_id") REFERENCES "corporation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_admission_decision_id_fkey" FOREIGN KEY ("admission_decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "platform_membership" ADD CONSTRAINT "platform_membership_ending_decision_id_fkey" FOREIGN KEY ("ending_decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.

ALTER TABLE membership_question
  ADD CONSTRAINT membership_question_says_something CHECK (btrim(text) <> '');
ALTER TABLE membership_application
  ADD CONSTRAINT membership_application_state_fits CHECK (
    CASE state WHEN 'INVITED' THEN origin = 'INVITED' AND submitted_at IS NULL
               WHEN 'SUBMITTED' THEN submitted_at IS NOT NULL
               WHEN 'ADMITTED' THEN submitted_at IS NOT NULL
               WHEN 'DECLINED' THEN submitted_at IS NOT NULL AND closing_reason IS NOT NULL
               ELSE true END),
  ADD CONSTRAINT membership_application_closed_fits CHECK ((state IN ('INVITED', 'SUBMITTED')) = (closed_at IS NULL)),
  ADD CONSTRAINT membership_application_origin_fits CHECK ((origin = 'INVITED') = (invited_at IS NOT NULL)),
  ADD CONSTRAINT membership_application_member_only_if_admitted CHECK (membership_id IS NULL OR state = 'ADMITTED');
-- One at a time for a corporation and a network.
CREATE UNIQUE INDEX membership_application_open ON membership_application (platform_id, corporation_id)
  WHERE state IN ('INVITED', 'SUBMITTED');

ALTER TABLE platform_membership
  ADD CONSTRAINT platform_membership_ending_fits CHECK (
    CASE ending WHEN 'EXPELLED' THEN ends_on IS NOT NULL AND ending_decision_id IS NOT NULL
                WHEN 'LEFT' THEN ends_on IS NOT NULL AND notice_given_on IS NOT NULL
                ELSE ending_basis IS NULL AND ending_decision_id IS NULL AND notice_given_on IS NULL END);
ALTER TABLE platform
  ADD CONSTRAINT platform_admission_clause_says_something CHECK (btrim(admission_clause) <> '');

-- What a decision is taken on is a carried decision of the same network.
CREATE FUNCTION membership_decision_is_carried_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(ARRAY[NEW.admission_decision_id, NEW.ending_decision_id]) AS named(id)
    WHERE named.id IS NOT NULL AND NOT EXISTS (
      SELECT FROM decision WHERE id = named.id AND platform_id = NEW.platform_id AND outcome = 'CARRIED')) THEN
    RAISE EXCEPTION 'a membership begins and ends on a carried decision of its own network'
      USING ERRCODE = 'check_violation', HINT = 'membership_decision_is_carried_here';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_decision_is_carried_here
  BEFORE INSERT OR UPDATE OF admission_decision_id, ending_decision_id ON platform_membership
  FOR EACH ROW EXECUTE FUNCTION membership_decision_is_carried_here();

ALTER TABLE platform_certificate
  ADD CONSTRAINT platform_certificate_ends_after_start CHECK (revoked_on >= certified_on),
  ADD CONSTRAINT platform_certificate_says_who CHECK (btrim(number) <> '' AND btrim(authority) <> '');
CREATE UNIQUE INDEX platform_certificate_one_stands ON platform_certificate (platform_id) WHERE revoked_on IS NULL;
ALTER TABLE platform_business
  ADD CONSTRAINT platform_business_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT platform_business_once EXCLUDE USING gist (
    platform_id WITH =, business WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE platform_policy
  ADD CONSTRAINT platform_policy_number_fits CHECK (number >= 1),
  ADD CONSTRAINT platform_policy_says_something CHECK (btrim(text) <> ''),
  ADD CONSTRAINT platform_policy_state_fits CHECK (
    CASE state WHEN 'DRAFT' THEN applied_on IS NULL AND approved_on IS NULL
               WHEN 'APPLIED' THEN adopted_on IS NOT NULL AND applied_on IS NOT NULL AND approved_on IS NULL
               ELSE adopted_on IS NOT NULL AND approved_on IS NOT NULL END),
  ADD CONSTRAINT platform_policy_url_is_a_link CHECK (published_url ~ '^https?://');
ALTER TABLE platform_evaluation
  ADD CONSTRAINT platform_evaluation_says_something CHECK (btrim(summary) <> ''),
  ADD CONSTRAINT platform_evaluation_url_is_a_link CHECK (published_url ~ '^https?://');
ALTER TABLE filing_rule
  ADD CONSTRAINT filing_rule_months_fit CHECK (months_after_year_end BETWEEN 1 AND 12),
  ADD CONSTRAINT filing_rule_ends_after_start CHECK (valid_to >= valid_from);
ALTER TABLE platform_year_plan
  ADD CONSTRAINT platform_year_plan_month_fits CHECK (month BETWEEN 1 AND 12),
  ADD CONSTRAINT platform_year_plan_has_a_title CHECK (btrim(title) <> '');
ALTER TABLE platform_role ADD CONSTRAINT platform_role_has_a_name CHECK (btrim(name) <> '');

-- An approved policy stands; only where it is published may be added.
CREATE FUNCTION platform_policy_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'APPROVED' AND (TG_OP = 'DELETE' OR
     (to_jsonb(NEW) - ARRAY['published_url', 'updated_at', 'version'])
       IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['published_url', 'updated_at', 'version'])) THEN
    RAISE EXCEPTION 'an approved policy does not change'
      USING ERRCODE = 'restrict_violation', HINT = 'platform_policy_stands';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_policy_stands BEFORE UPDATE OR DELETE ON platform_policy
  FOR EACH ROW EXECUTE FUNCTION platform_policy_stands();

ALTER TABLE platform_link
  ADD CONSTRAINT platform_link_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT platform_link_of_two CHECK (from_id <> to_id),
  ADD CONSTRAINT platform_link_once EXCLUDE USING gist (
    least(from_id, to_id) WITH =, greatest(from_id, to_id) WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
-- A network is not a part of itself by whatever way, on any day; invented ones are linked with invented ones.
CREATE FUNCTION platform_link_goes_one_way() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Links are few; one at a time keeps two of them from closing a circle together.
  PERFORM pg_advisory_xact_lock(hashtext('platform_link'));
  IF (SELECT count(DISTINCT sample) FROM platform WHERE id IN (NEW.from_id, NEW.to_id)) > 1 THEN
    RAISE EXCEPTION 'invented networks are linked with invented ones'
      USING ERRCODE = 'check_violation', HINT = 'platform_link_keeps_samples_apart';
  END IF;
  IF NEW.kind = 'PART_OF' AND EXISTS (
    WITH RECURSIVE above AS (
      SELECT NEW.to_id AS id, daterange(NEW.starts_on, NEW.ends_on, '[]') AS days
      UNION
      SELECT l.to_id, above.days * daterange(l.starts_on, l.ends_on, '[]') FROM platform_link l
      JOIN above ON l.from_id = above.id AND l.kind = 'PART_OF' AND l.id <> NEW.id
        AND above.days && daterange(l.starts_on, l.ends_on, '[]'))
    SELECT FROM above WHERE id = NEW.from_id) THEN
    RAISE EXCEPTION 'a network is no part of itself'
      USING ERRCODE = 'check_violation', HINT = 'platform_link_goes_one_way';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_link_goes_one_way BEFORE INSERT OR UPDATE OF from_id, to_id, kind, starts_on, ends_on
  ON platform_link FOR EACH ROW EXECUTE FUNCTION platform_link_goes_one_way();

-- From memory of the law's pattern, and marked so (未確認): an operator checks the source before relying on it.
INSERT INTO filing_rule (code, kind, name, to_whom, months_after_year_end, source, valid_from) VALUES
  ('ACCOUNTS', 'COLLABORATION_PROMOTION_CORPORATION', '計算書類等の届出', '認定所轄庁', 3,
   '社会福祉法（社会福祉法人の届出と同じ期限とみて記載）', '2022-04-01'),
  ('ASSETS', 'COLLABORATION_PROMOTION_CORPORATION', '財産目録等の届出', '認定所轄庁', 3,
   '社会福祉法（社会福祉法人の届出と同じ期限とみて記載）', '2022-04-01'),
  ('ACTIVITIES', 'COLLABORATION_PROMOTION_CORPORATION', '事業の概要の届出', '認定所轄庁', 3,
   '社会福祉法（社会福祉法人の届出と同じ期限とみて記載）', '2022-04-01'),
  ('PUBLICATION', 'COLLABORATION_PROMOTION_CORPORATION', '計算書類等の公表', 'インターネット', 3,
   '社会福祉法（社会福祉法人の公表と同じ期限とみて記載）', '2022-04-01');
