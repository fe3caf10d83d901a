-- CreateEnum
CREATE TYPE "assignment_urgency" AS ENUM ('NORMAL', 'SOON', 'FIRST');

-- CreateEnum
CREATE TYPE "road_closure_kind" AS ENUM ('MUNICIPALITY_CUT_OFF', 'BETWEEN_MUNICIPALITIES', 'FACILITY_CUT_OFF');

-- CreateEnum
CREATE TYPE "assignment_proposal_state" AS ENUM ('WAITING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "left_over_reason" AS ENUM ('NO_SHELTER_OPEN', 'NEED', 'EQUIPMENT', 'UNREACHABLE', 'LOCKED', 'TOO_LARGE', 'FULL');

-- CreateEnum
CREATE TYPE "assignment_verdict" AS ENUM ('ACCEPTED', 'OVERRIDDEN');

-- CreateTable
CREATE TABLE "assignment_case" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_group" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "households" INTEGER NOT NULL DEFAULT 1,
    "urgency" "assignment_urgency" NOT NULL DEFAULT 'NORMAL',
    "municipality_code" CHAR(6) NOT NULL,
    "locked_facility_id" UUID,
    "barred_facility_ids" UUID[],
    "entered_at" TIMESTAMPTZ(6) NOT NULL,
    "entered_by_user_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_member" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "group_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "needs" "care_need"[],
    "equipment" TEXT[],

    CONSTRAINT "assignment_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "road_closure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "kind" "road_closure_kind" NOT NULL,
    "municipality_code" CHAR(6),
    "other_municipality_code" CHAR(6),
    "facility_id" UUID,
    "source_text" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL,
    "entered_by_user_id" UUID,
    "lifted_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "road_closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_proposal" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "state" "assignment_proposal_state" NOT NULL DEFAULT 'WAITING',
    "lost_facility_id" UUID,
    "base_id" UUID,
    "requested_at" TIMESTAMPTZ(6) NOT NULL,
    "requested_by_user_id" UUID,
    "inputs" JSONB NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "persons" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(6),
    "placement" JSONB,
    "certificate" JSONB,
    "left_over_persons" INTEGER,
    "left_over" INTEGER,
    "burden" INTEGER,
    "least_left_over" INTEGER,
    "least_burden" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_line" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "proposal_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "group_id" UUID NOT NULL,
    "households" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "facility_id" UUID,
    "way" INTEGER,
    "reason" "left_over_reason",
    "moved_from_id" UUID,

    CONSTRAINT "assignment_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_decision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "case_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "verdict" "assignment_verdict" NOT NULL,
    "households" INTEGER NOT NULL,
    "persons" INTEGER NOT NULL,
    "facility_id" UUID,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_user_id" UUID,

    CONSTRAINT "assignment_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assignment_case_event_id_key" ON "assignment_case"("event_id");

-- CreateIndex
CREATE INDEX "assignment_case_opened_by_user_id_idx" ON "assignment_case"("opened_by_user_id");

-- CreateIndex
CREATE INDEX "assignment_group_municipality_code_idx" ON "assignment_group"("municipality_code");

-- CreateIndex
CREATE INDEX "assignment_group_locked_facility_id_idx" ON "assignment_group"("locked_facility_id");

-- CreateIndex
CREATE INDEX "assignment_group_entered_by_user_id_idx" ON "assignment_group"("entered_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_group_case_id_reference_key" ON "assignment_group"("case_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_member_group_id_position_key" ON "assignment_member"("group_id", "position");

-- CreateIndex
CREATE INDEX "road_closure_case_id_entered_at_id_idx" ON "road_closure"("case_id", "entered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "road_closure_municipality_code_idx" ON "road_closure"("municipality_code");

-- CreateIndex
CREATE INDEX "road_closure_other_municipality_code_idx" ON "road_closure"("other_municipality_code");

-- CreateIndex
CREATE INDEX "road_closure_facility_id_idx" ON "road_closure"("facility_id");

-- CreateIndex
CREATE INDEX "road_closure_entered_by_user_id_idx" ON "road_closure"("entered_by_user_id");

-- CreateIndex
CREATE INDEX "assignment_proposal_case_id_requested_at_id_idx" ON "assignment_proposal"("case_id", "requested_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "assignment_proposal_lost_facility_id_idx" ON "assignment_proposal"("lost_facility_id");

-- CreateIndex
CREATE INDEX "assignment_proposal_base_id_idx" ON "assignment_proposal"("base_id");

-- CreateIndex
CREATE INDEX "assignment_proposal_requested_by_user_id_idx" ON "assignment_proposal"("requested_by_user_id");

-- CreateIndex
CREATE INDEX "assignment_line_group_id_idx" ON "assignment_line"("group_id");

-- CreateIndex
CREATE INDEX "assignment_line_facility_id_idx" ON "assignment_line"("facility_id");

-- CreateIndex
CREATE INDEX "assignment_line_moved_from_id_idx" ON "assignment_line"("moved_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_line_proposal_id_position_key" ON "assignment_line"("proposal_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_decision_line_id_key" ON "assignment_decision"("line_id");

-- CreateIndex
CREATE INDEX "assignment_decision_case_id_decided_at_id_idx" ON "assignment_decision"("case_id", "decided_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "assignment_decision_group_id_idx" ON "assignment_decision"("group_id");

-- CreateIndex
CREATE INDEX "assignment_decision_facility_id_idx" ON "assignment_decision"("facility_id");

-- CreateIndex
CREATE INDEX "assignment_decision_decided_by_user_id_idx" ON "assignment_decision"("decided_by_user_id");

-- AddForeignKey
ALTER TABLE "assignment_case" ADD CONSTRAINT "assignment_case_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_case" ADD CONSTRAINT "assignment_case_opened_by_user_id_fkey" FOREIGN KEY ("opened_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assignment_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_locked_facility_id_fkey" FOREIGN KEY ("locked_facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_entered_by_user_id_fkey" FOREIGN KEY ("entered_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_member" ADD CONSTRAINT "assignment_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "assignment_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "road_closure" ADD CONSTRAINT "road_closure_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assignment_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "road_closure" ADD CONSTRAINT "road_closure_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "road_closure" ADD CONSTRAINT "road_closure_other_municipality_code_fkey" FOREIGN KEY ("other_municipality_code") REFERENCES "municipality"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "road_closure" ADD CONSTRAINT "road_closure_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "road_closure" ADD CONSTRAINT "road_closure_entered_by_user_id_fkey" FOREIGN KEY ("entered_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_proposal" ADD CONSTRAINT "assignment_proposal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assignment_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_proposal" ADD CONSTRAINT "assignment_proposal_lost_facility_id_fkey" FOREIGN KEY ("lost_facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_proposal" ADD CONSTRAINT "assignment_proposal_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "assignment_proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_proposal" ADD CONSTRAINT "assignment_proposal_requested_by_user_id_fkey" FOREIGN KEY ("requested_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_line" ADD CONSTRAINT "assignment_line_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "assignment_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_line" ADD CONSTRAINT "assignment_line_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "assignment_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_line" ADD CONSTRAINT "assignment_line_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_line" ADD CONSTRAINT "assignment_line_moved_from_id_fkey" FOREIGN KEY ("moved_from_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_decision" ADD CONSTRAINT "assignment_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "assignment_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_decision" ADD CONSTRAINT "assignment_decision_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "assignment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_decision" ADD CONSTRAINT "assignment_decision_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "assignment_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_decision" ADD CONSTRAINT "assignment_decision_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_decision" ADD CONSTRAINT "assignment_decision_decided_by_user_id_fkey" FOREIGN KEY ("decided_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_counts CHECK (households BETWEEN 1 AND 2000 AND reference <> '');
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_withdrawn_with_reason CHECK (
  (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)
);
ALTER TABLE assignment_member ADD CONSTRAINT assignment_member_counts CHECK (persons BETWEEN 1 AND 30 AND position >= 0);
ALTER TABLE road_closure ADD CONSTRAINT road_closure_names_what_is_closed CHECK (
  CASE kind
    WHEN 'MUNICIPALITY_CUT_OFF' THEN municipality_code IS NOT NULL AND other_municipality_code IS NULL AND facility_id IS NULL
    WHEN 'BETWEEN_MUNICIPALITIES' THEN municipality_code IS NOT NULL AND other_municipality_code IS NOT NULL
      AND municipality_code <> other_municipality_code AND facility_id IS NULL
    ELSE municipality_code IS NULL AND other_municipality_code IS NULL AND facility_id IS NOT NULL
  END
);
ALTER TABLE road_closure ADD CONSTRAINT road_closure_says_by_whom CHECK (source_text <> '');
ALTER TABLE road_closure ADD CONSTRAINT road_closure_lifted_afterwards CHECK (lifted_at >= entered_at);
ALTER TABLE assignment_proposal ADD CONSTRAINT assignment_proposal_ready_with_proof CHECK (
  (state = 'READY') = (
    placement IS NOT NULL AND certificate IS NOT NULL AND left_over_persons IS NOT NULL AND left_over IS NOT NULL
    AND burden IS NOT NULL AND least_left_over IS NOT NULL
  ) AND (state = 'WAITING') = (computed_at IS NULL)
);
ALTER TABLE assignment_proposal ADD CONSTRAINT assignment_proposal_bounds CHECK (
  left_over >= least_left_over AND burden >= least_burden AND (least_burden IS NULL OR left_over = least_left_over)
);
ALTER TABLE assignment_line ADD CONSTRAINT assignment_line_placed_or_why CHECK (
  (facility_id IS NULL) = (reason IS NOT NULL) AND (facility_id IS NULL) = (way IS NULL)
);
ALTER TABLE assignment_line ADD CONSTRAINT assignment_line_counts CHECK (households > 0 AND persons >= households AND position >= 0);
ALTER TABLE assignment_decision ADD CONSTRAINT assignment_decision_overridden_with_reason CHECK (
  (verdict = 'OVERRIDDEN') = (reason IS NOT NULL) AND reason <> ''
);
ALTER TABLE assignment_decision ADD CONSTRAINT assignment_decision_counts CHECK (households > 0 AND persons >= households);

-- A proposal that is ready, its lines and what was decided stay as they are: what was decided on can be looked up for ever.
CREATE FUNCTION assignment_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% never changes', TG_TABLE_NAME USING ERRCODE = 'check_violation', HINT = 'assignment_stays';
END $$;
CREATE TRIGGER assignment_proposal_stays BEFORE UPDATE OR DELETE ON assignment_proposal FOR EACH ROW
  WHEN (OLD.state <> 'WAITING') EXECUTE FUNCTION assignment_stays();
CREATE TRIGGER assignment_line_stays BEFORE UPDATE OR DELETE ON assignment_line FOR EACH ROW EXECUTE FUNCTION assignment_stays();
CREATE TRIGGER assignment_decision_stays BEFORE UPDATE OR DELETE ON assignment_decision FOR EACH ROW
  EXECUTE FUNCTION assignment_stays();

-- What a proposal was asked is settled when it is asked.
CREATE FUNCTION assignment_inputs_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the inputs of a proposal never change' USING ERRCODE = 'check_violation', HINT = 'assignment_inputs_stay';
END $$;
CREATE TRIGGER assignment_inputs_stay BEFORE UPDATE ON assignment_proposal FOR EACH ROW
  WHEN ((NEW.case_id, NEW.inputs, NEW.inputs_hash, NEW.lost_facility_id, NEW.base_id, NEW.persons)
    IS DISTINCT FROM (OLD.case_id, OLD.inputs, OLD.inputs_hash, OLD.lost_facility_id, OLD.base_id, OLD.persons))
  EXECUTE FUNCTION assignment_inputs_stay();

-- Lines, decisions and groups belong to one case; a what-if is never decided on.
CREATE FUNCTION assignment_decision_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM assignment_line l JOIN assignment_proposal p ON p.id = l.proposal_id
    WHERE l.id = NEW.line_id AND p.case_id = NEW.case_id AND l.group_id = NEW.group_id AND p.lost_facility_id IS NULL
      AND l.households = NEW.households AND l.persons = NEW.persons
      AND (NEW.verdict = 'OVERRIDDEN' OR l.facility_id IS NOT DISTINCT FROM NEW.facility_id)) THEN
    RAISE EXCEPTION 'a decision is about a line of a proposal of its case'
      USING ERRCODE = 'check_violation', HINT = 'assignment_decision_fits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_decision_fits BEFORE INSERT ON assignment_decision FOR EACH ROW
  EXECUTE FUNCTION assignment_decision_fits();
CREATE FUNCTION assignment_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM assignment_proposal p JOIN assignment_group g ON g.case_id = p.case_id
    WHERE p.id = NEW.proposal_id AND g.id = NEW.group_id) THEN
    RAISE EXCEPTION 'a line is about a group of the case' USING ERRCODE = 'check_violation', HINT = 'assignment_line_fits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_line_fits BEFORE INSERT ON assignment_line FOR EACH ROW EXECUTE FUNCTION assignment_line_fits();
