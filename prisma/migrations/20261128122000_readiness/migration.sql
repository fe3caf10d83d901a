-- CreateEnum
CREATE TYPE "readiness_category" AS ENUM ('BUILDING', 'POWER_AND_WATER', 'STOCK', 'STAFF', 'INTAKE', 'PLAN', 'DRILL', 'AGREEMENT');

-- CreateEnum
CREATE TYPE "readiness_answer_value" AS ENUM ('YES', 'NO', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "readiness_source" AS ENUM ('FACILITY', 'MENTOR', 'NETWORK', 'DRILL');

-- CreateEnum
CREATE TYPE "mentoring_stage" AS ENUM ('CONSULTATION', 'SITE_VISIT', 'PREPARATION', 'CITY_TALK', 'DESIGNATION');

-- CreateTable
CREATE TABLE "readiness_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "category" "readiness_category" NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "advice" TEXT NOT NULL DEFAULT '',
    "weight" INTEGER NOT NULL DEFAULT 1,
    "hard" BOOLEAN NOT NULL DEFAULT false,
    "valid_months" INTEGER,
    "source" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "confirmed_at" TIMESTAMPTZ(6),
    "confirmed_by_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "readiness_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_choice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "answer" "readiness_answer_value" NOT NULL,

    CONSTRAINT "readiness_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_implication" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "choice_id" UUID NOT NULL,
    "item_key" TEXT NOT NULL,
    "answer" "readiness_answer_value" NOT NULL,

    CONSTRAINT "readiness_implication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_answer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "choice_id" UUID,
    "answer" "readiness_answer_value" NOT NULL,
    "source" "readiness_source" NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "expires_on" DATE,
    "answered_at" TIMESTAMPTZ(6) NOT NULL,
    "answered_by_user_id" UUID,
    "acting_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "readiness_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "acting_name" TEXT NOT NULL,

    CONSTRAINT "readiness_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "readiness_draft" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "answer" "readiness_answer_value" NOT NULL,
    "evidence" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_user_id" UUID,
    "taken" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "readiness_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentorship" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "mentor_facility_id" UUID NOT NULL,
    "mentee_facility_id" UUID NOT NULL,
    "stage" "mentoring_stage" NOT NULL DEFAULT 'CONSULTATION',
    "started_on" DATE NOT NULL,
    "city_talk_on" DATE,
    "expected_on" DATE,
    "ended_on" DATE,
    "dropped_because" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentorship_step" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mentorship_id" UUID NOT NULL,
    "stage" "mentoring_stage" NOT NULL,
    "on_day" DATE NOT NULL,
    "evidence" TEXT NOT NULL,
    "document_id" UUID,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "by_user_id" UUID,
    "acting_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mentorship_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_visit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "mentorship_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "held" BOOLEAN NOT NULL DEFAULT false,
    "called_off" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "by_user_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentoring_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_limit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "facilities" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentoring_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "item_key" TEXT,
    "added_at" TIMESTAMPTZ(6) NOT NULL,
    "added_by_user_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentoring_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "readiness_item_confirmed_by_user_id_idx" ON "readiness_item"("confirmed_by_user_id");

-- CreateIndex
CREATE INDEX "readiness_item_position_starts_on_id_idx" ON "readiness_item"("position", "starts_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_item_key_starts_on_key" ON "readiness_item"("key", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_choice_item_key_position_key" ON "readiness_choice"("item_key", "position");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_implication_choice_id_item_key_key" ON "readiness_implication"("choice_id", "item_key");

-- CreateIndex
CREATE INDEX "readiness_answer_facility_id_answered_at_id_idx" ON "readiness_answer"("facility_id", "answered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "readiness_answer_item_id_idx" ON "readiness_answer"("item_id");

-- CreateIndex
CREATE INDEX "readiness_answer_choice_id_idx" ON "readiness_answer"("choice_id");

-- CreateIndex
CREATE INDEX "readiness_answer_document_id_idx" ON "readiness_answer"("document_id");

-- CreateIndex
CREATE INDEX "readiness_answer_answered_by_user_id_idx" ON "readiness_answer"("answered_by_user_id");

-- CreateIndex
CREATE INDEX "readiness_comment_facility_id_at_id_idx" ON "readiness_comment"("facility_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "readiness_comment_item_id_idx" ON "readiness_comment"("item_id");

-- CreateIndex
CREATE INDEX "readiness_comment_by_user_id_idx" ON "readiness_comment"("by_user_id");

-- CreateIndex
CREATE INDEX "readiness_draft_facility_id_drafted_at_id_idx" ON "readiness_draft"("facility_id", "drafted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "readiness_draft_item_id_idx" ON "readiness_draft"("item_id");

-- CreateIndex
CREATE INDEX "readiness_draft_decided_by_user_id_idx" ON "readiness_draft"("decided_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "readiness_draft_event_id_facility_id_item_id_key" ON "readiness_draft"("event_id", "facility_id", "item_id");

-- CreateIndex
CREATE INDEX "mentorship_platform_id_started_on_id_idx" ON "mentorship"("platform_id", "started_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mentorship_started_on_id_idx" ON "mentorship"("started_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "mentorship_mentor_facility_id_idx" ON "mentorship"("mentor_facility_id");

-- CreateIndex
CREATE INDEX "mentorship_mentee_facility_id_idx" ON "mentorship"("mentee_facility_id");

-- CreateIndex
CREATE INDEX "mentorship_step_document_id_idx" ON "mentorship_step"("document_id");

-- CreateIndex
CREATE INDEX "mentorship_step_by_user_id_idx" ON "mentorship_step"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentorship_step_mentorship_id_stage_key" ON "mentorship_step"("mentorship_id", "stage");

-- CreateIndex
CREATE INDEX "mentoring_visit_by_user_id_idx" ON "mentoring_visit"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_visit_mentorship_id_on_day_key" ON "mentoring_visit"("mentorship_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_limit_platform_id_starts_on_key" ON "mentoring_limit"("platform_id", "starts_on");

-- CreateIndex
CREATE INDEX "mentoring_template_platform_id_title_id_idx" ON "mentoring_template"("platform_id", "title", "id");

-- CreateIndex
CREATE INDEX "mentoring_template_document_id_idx" ON "mentoring_template"("document_id");

-- CreateIndex
CREATE INDEX "mentoring_template_added_by_user_id_idx" ON "mentoring_template"("added_by_user_id");

-- AddForeignKey
ALTER TABLE "readiness_item" ADD CONSTRAINT "readiness_item_confirmed_by_user_id_fkey" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_implication" ADD CONSTRAINT "readiness_implication_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "readiness_choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_answer" ADD CONSTRAINT "readiness_answer_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_answer" ADD CONSTRAINT "readiness_answer_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "readiness_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_answer" ADD CONSTRAINT "readiness_answer_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "readiness_choice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_answer" ADD CONSTRAINT "readiness_answer_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_answer" ADD CONSTRAINT "readiness_answer_answered_by_user_id_fkey" FOREIGN KEY ("answered_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_comment" ADD CONSTRAINT "readiness_comment_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_comment" ADD CONSTRAINT "readiness_comment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "readiness_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_comment" ADD CONSTRAINT "readiness_comment_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_draft" ADD CONSTRAINT "readiness_draft_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_draft" ADD CONSTRAINT "readiness_draft_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "readiness_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_draft" ADD CONSTRAINT "readiness_draft_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "readiness_draft" ADD CONSTRAINT "readiness_draft_decided_by_user_id_fkey" FOREIGN KEY ("decided_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_mentor_facility_id_fkey" FOREIGN KEY ("mentor_facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship" ADD CONSTRAINT "mentorship_mentee_facility_id_fkey" FOREIGN KEY ("mentee_facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship_step" ADD CONSTRAINT "mentorship_step_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship_step" ADD CONSTRAINT "mentorship_step_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorship_step" ADD CONSTRAINT "mentorship_step_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_visit" ADD CONSTRAINT "mentoring_visit_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_visit" ADD CONSTRAINT "mentoring_visit_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_limit" ADD CONSTRAINT "mentoring_limit_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_template" ADD CONSTRAINT "mentoring_template_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_template" ADD CONSTRAINT "mentoring_template_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_template" ADD CONSTRAINT "mentoring_template_added_by_user_id_fkey" FOREIGN KEY ("added_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- Rules that Prisma's schema language cannot say.
ALTER TABLE readiness_item
  ADD CONSTRAINT readiness_item_says_something CHECK (btrim(title) <> '' AND btrim(source) <> '' AND key ~ '^[A-Z][A-Z0-9_]*$'),
  ADD CONSTRAINT readiness_item_figures CHECK (weight BETWEEN 1 AND 100 AND valid_months BETWEEN 1 AND 120),
  ADD CONSTRAINT readiness_item_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT readiness_item_confirmed_by_somebody CHECK ((confirmed_at IS NULL) = (confirmed_by_user_id IS NULL)),
  -- One wording of an item holds on a day.
  ADD CONSTRAINT readiness_item_one_at_a_time EXCLUDE USING gist (key WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE readiness_choice ADD CONSTRAINT readiness_choice_says_something CHECK (btrim(label) <> '');
-- Who does not know says nothing of anything else.
ALTER TABLE readiness_implication ADD CONSTRAINT readiness_implication_says_something CHECK (answer <> 'UNKNOWN');
ALTER TABLE readiness_comment ADD CONSTRAINT readiness_comment_says_something CHECK (btrim(text) <> '');
ALTER TABLE readiness_draft ADD CONSTRAINT readiness_draft_decided_once CHECK (
  (decided_at IS NULL) = (decided_by_user_id IS NULL) AND (NOT taken OR decided_at IS NOT NULL));
ALTER TABLE mentorship
  ADD CONSTRAINT mentorship_between_two CHECK (mentor_facility_id <> mentee_facility_id),
  ADD CONSTRAINT mentorship_ends_after_start CHECK (ended_on >= started_on),
  -- It ends with the designation, or is given up with a reason before it.
  ADD CONSTRAINT mentorship_ends_designated_or_given_up CHECK (CASE
    WHEN ended_on IS NULL THEN stage <> 'DESIGNATION' AND dropped_because IS NULL
    ELSE (stage = 'DESIGNATION') = (dropped_because IS NULL) END);
-- A facility is guided by one other at a time.
CREATE UNIQUE INDEX mentorship_one_at_a_time ON mentorship (mentee_facility_id) WHERE ended_on IS NULL;
ALTER TABLE mentorship_step ADD CONSTRAINT mentorship_step_has_evidence CHECK (btrim(evidence) <> '');
ALTER TABLE mentoring_visit ADD CONSTRAINT mentoring_visit_held_or_called_off CHECK (NOT (held AND called_off));
ALTER TABLE mentoring_limit
  ADD CONSTRAINT mentoring_limit_figure CHECK (facilities BETWEEN 1 AND 50),
  ADD CONSTRAINT mentoring_limit_ends_after_start CHECK (ends_on >= starts_on),
  ADD CONSTRAINT mentoring_limit_one_at_a_time EXCLUDE USING gist (
    platform_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE mentoring_template ADD CONSTRAINT mentoring_template_says_something CHECK (
  btrim(title) <> '' AND (document_id IS NOT NULL OR btrim(body) <> ''));

-- Whoever begins a mentorship holds the mentor's record until the commit, so that two beginnings at once are counted one
-- after the other and the limit of the day is never passed.
CREATE FUNCTION mentorship_within_limit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most integer;
  guided integer;
BEGIN
  PERFORM FROM facility WHERE id = NEW.mentor_facility_id FOR NO KEY UPDATE;
  SELECT facilities INTO most FROM mentoring_limit
    WHERE platform_id = NEW.platform_id AND starts_on <= NEW.started_on AND (ends_on IS NULL OR ends_on >= NEW.started_on);
  IF most IS NULL THEN
    RAISE EXCEPTION 'the network has no limit for mentors on %', NEW.started_on
      USING ERRCODE = 'check_violation', HINT = 'mentorship_has_a_limit';
  END IF;
  SELECT count(*) INTO guided FROM mentorship
    WHERE mentor_facility_id = NEW.mentor_facility_id AND ended_on IS NULL AND id <> NEW.id;
  IF guided >= most THEN
    RAISE EXCEPTION 'the mentor already guides % facilities', guided
      USING ERRCODE = 'check_violation', HINT = 'mentorship_within_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mentorship_within_limit BEFORE INSERT ON mentorship FOR EACH ROW
  WHEN (NEW.ended_on IS NULL) EXECUTE FUNCTION mentorship_within_limit();
CREATE TRIGGER mentorship_within_limit_again BEFORE UPDATE ON mentorship FOR EACH ROW
  WHEN (NEW.ended_on IS NULL
    AND (OLD.ended_on IS NOT NULL OR NEW.mentor_facility_id IS DISTINCT FROM OLD.mentor_facility_id))
  EXECUTE FUNCTION mentorship_within_limit();

-- What was said stays said: an answer, a comment and a step are added to, never changed. Only the facility may become
-- another record of the same place.
CREATE FUNCTION readiness_word_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'facility_id' IS DISTINCT FROM to_jsonb(OLD) - 'facility_id' THEN
    RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER readiness_answer_stays BEFORE UPDATE OR DELETE ON readiness_answer
  FOR EACH ROW EXECUTE FUNCTION readiness_word_stays();
CREATE TRIGGER readiness_comment_stays BEFORE UPDATE OR DELETE ON readiness_comment
  FOR EACH ROW EXECUTE FUNCTION readiness_word_stays();
CREATE TRIGGER mentorship_step_stays BEFORE UPDATE OR DELETE ON mentorship_step
  FOR EACH ROW EXECUTE FUNCTION readiness_word_stays();

-- A fact may go over to another record of the same facility when two are merged; nothing else of it changes.
CREATE OR REPLACE FUNCTION shelter_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (OLD.withdrawn_at IS NOT NULL AND to_jsonb(NEW) - 'facility_id' IS DISTINCT FROM to_jsonb(OLD) - 'facility_id')
    OR (NEW.kind, NEW.at, NEW.source, NEW.source_text, NEW.event_id, NEW.recorded_at, NEW.recorded_by_user_id)
      IS DISTINCT FROM
      (OLD.kind, OLD.at, OLD.source, OLD.source_text, OLD.event_id, OLD.recorded_at, OLD.recorded_by_user_id)
  THEN
    RAISE EXCEPTION 'a shelter_fact is never changed, only withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- The checklist. Its items follow the headings of the guideline and the advice of designated facilities; nobody has
-- checked a wording against its source yet: confirmed_at is null. All weigh the same until somebody has a reason.
INSERT INTO readiness_item (key, category, position, title, question, advice, hard, valid_months, source, starts_on)
SELECT key, category::readiness_category, row_number() OVER (), title, question, advice, hard, months,
  '内閣府「福祉避難所の確保・運営ガイドライン」（2021年5月改定）の項目による案', '2026-04-01'
FROM (VALUES
  ('SEISMIC', 'BUILDING', '耐震性を確かめた', '建物の耐震性を確かめましたか', '耐震診断書か、1981年6月以降の建築確認の書類を写しておきます。', true, NULL),
  ('HAZARD_ZONE', 'BUILDING', '浸水・土砂の区域に入っていない', '市のハザードマップで、浸水や土砂災害の区域に入っていませんか', '入っている場合は、どの災害なら開設できるかを市と決めます。', false, 12),
  ('BARRIER_FREE', 'BUILDING', '車いすで入れる出入口とトイレがある', '車いすで入れる出入口とトイレがありますか', '', false, NULL),
  ('POWER_TESTED', 'POWER_AND_WATER', '非常用電源で何時間動くか、試した', '非常用電源で何時間動くか、この1年に試しましたか', '燃料の残りと、つながっているコンセントの場所も書いておきます。', false, 12),
  ('WATER_DAYS', 'POWER_AND_WATER', '水が3日分ある', '利用者・職員・避難者の水が3日分ありますか', '', false, 3),
  ('TOILETS', 'POWER_AND_WATER', '断水しても使えるトイレが3日分ある', '断水しても使えるトイレが3日分ありますか', '', false, 12),
  ('CLIMATE', 'POWER_AND_WATER', '停電しても暖房・冷房ができる部屋がある', '停電しても暖房・冷房ができる部屋がありますか', '', false, 12),
  ('FOOD_DAYS', 'STOCK', 'やわらかい食事を含む食料が3日分ある', 'やわらかい食事やアレルギーに合う食事を含めて、食料が3日分ありますか', '', false, 6),
  ('DIAPERS', 'STOCK', '紙おむつがサイズ別に3日分ある', '紙おむつがサイズ別に3日分ありますか', '', false, 3),
  ('BEDDING', 'STOCK', '受け入れる人数分の寝具がある', '受け入れる人数分のベッドか寝具がありますか', '段ボールベッドを市から届けてもらう約束でも構いません。', false, 12),
  ('MEDICAL_CARE', 'STOCK', '医療的ケアの機器に使える電源と場所がある', '吸引器や酸素などの機器に使える電源と場所がありますか', '', false, 12),
  ('NIGHT_STAFF', 'STAFF', '夜間に歩いて30分以内で来られる職員がいる', '夜、歩いて30分以内に来られる職員は何人いますか', '車が使えない夜を考えて、歩ける人だけを数えます。', false, 6),
  ('SHIFT', 'STAFF', '受入れの間、交代で勤務を組める', '受け入れている間、職員が交代で休める勤務を組めますか', '', false, 12),
  ('NIGHT_OPENING', 'STAFF', '夜間でも開設できる', '夜間に頼まれても開設できますか', '', false, 12),
  ('CALL_LIST', 'STAFF', '職員の連絡網と集まる決まりがある', '職員の連絡網と、どの揺れで集まるかの決まりがありますか', '', false, 12),
  ('HELPERS', 'STAFF', '応援職員の受入れ先を決めた', '足りないときに来てもらう応援職員の頼み先を決めましたか', '計画から抜けやすい項目です。泊まる部屋と食事も決めておきます。', true, 12),
  ('INTAKE_PROCEDURE', 'INTAKE', '受入れの手順と様式がある', '避難者を受け入れる手順と、受入れの用紙がありますか', '計画から抜けやすい項目です。薬とアレルギーの欄を大きくします。', true, 12),
  ('ROOM', 'INTAKE', '利用者の動線と分けた部屋がある', '利用者の動線と分けた部屋がありますか', '', true, 12),
  ('CAPACITY', 'INTAKE', '受け入れられる人数を昼と夜で決めた', '受け入れられる人数を、昼と夜に分けて決めましたか', '夜勤の人数で見られる人数にします。', true, 12),
  ('PRIVACY', 'INTAKE', '避難者の個人情報の扱いを決めた', '避難者の記録をだれが見て、いつ消すかを決めましたか', '', false, 24),
  ('PLAN', 'PLAN', '業務継続計画に福祉避難所の開設を書いた', '業務継続計画（BCP）に福祉避難所の開設を書きましたか', '', false, 12),
  ('DRILL_DONE', 'DRILL', '市・近くの施設と訓練をした', 'この1年に、市や近くの施設と開設の訓練をしましたか', '', false, 12),
  ('CITY_CONTACT', 'AGREEMENT', '市の担当と夜間の連絡先を確かめた', '市の防災と福祉の担当、夜にかける番号を確かめましたか', '防災と福祉で部署が分かれていることがあります。', false, 12),
  ('AGREEMENT_TERMS', 'AGREEMENT', '費用・人の派遣・終わり方を市と決めた', '費用、人の派遣、備蓄の持ち主、事故の責任、終わり方を市と決めましたか', '', false, NULL)
) AS items (key, category, title, question, advice, hard, months);

INSERT INTO readiness_choice (item_key, position, label, answer) VALUES
  ('NIGHT_STAFF', 1, '0人', 'NO'),
  ('NIGHT_STAFF', 2, '1–2人', 'YES'),
  ('NIGHT_STAFF', 3, '3–4人', 'YES'),
  ('NIGHT_STAFF', 4, '5人以上', 'YES'),
  ('WATER_DAYS', 1, '1日分に足りない', 'NO'),
  ('WATER_DAYS', 2, '1–2日分', 'NO'),
  ('WATER_DAYS', 3, '3日分以上', 'YES');

-- Who can come on foot says whether one can open at night, and whether others can rest.
INSERT INTO readiness_implication (choice_id, item_key, answer)
SELECT choice.id, implied.item_key, implied.answer::readiness_answer_value
FROM (VALUES
  (1, 'SHIFT', 'NO'), (1, 'NIGHT_OPENING', 'NO'),
  (2, 'SHIFT', 'NO'), (2, 'NIGHT_OPENING', 'NO'),
  (3, 'SHIFT', 'NO'), (3, 'NIGHT_OPENING', 'YES'),
  (4, 'SHIFT', 'YES'), (4, 'NIGHT_OPENING', 'YES')
) AS implied (position, item_key, answer)
JOIN readiness_choice AS choice ON choice.item_key = 'NIGHT_STAFF' AND choice.position = implied.position;
