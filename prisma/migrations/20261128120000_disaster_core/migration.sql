-- The welfare shelter, what is known of it, and the event (disaster or drill) that every record of the night hangs on.

-- CreateEnum
CREATE TYPE "care_need" AS ENUM ('OLDER_PERSON', 'DISABILITY', 'PREGNANCY', 'INFANT', 'INJURY', 'INTERNAL_DISORDER', 'INTRACTABLE_DISEASE', 'MEDICAL_CARE');

-- CreateEnum
CREATE TYPE "shelter_fact_kind" AS ENUM ('DESIGNATED', 'DESIGNATION_ENDED', 'AGREED', 'AGREEMENT_ENDED', 'PLANNED', 'OPENED', 'DE_FACTO_OPENED', 'CLOSED');

-- CreateEnum
CREATE TYPE "shelter_fact_source" AS ENUM ('MUNICIPALITY', 'FACILITY', 'NETWORK', 'PUBLISHED_DATA', 'THIRD_PARTY');

-- CreateEnum
CREATE TYPE "disaster_hazard" AS ENUM ('EARTHQUAKE', 'TSUNAMI', 'FLOOD', 'LANDSLIDE', 'STORM', 'SNOW', 'VOLCANO', 'FIRE', 'OTHER');

-- CreateEnum
CREATE TYPE "shelter_opening_state" AS ENUM ('REQUESTED', 'CAN', 'CANNOT', 'DECIDED', 'OPEN', 'FULL', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "cannot_open_reason" AS ENUM ('STAFF', 'BUILDING', 'POWER', 'WATER', 'OWN_USERS', 'ACCESS', 'INFECTION', 'OTHER');

-- CreateTable
CREATE TABLE "welfare_shelter" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "day_places" INTEGER,
    "night_places" INTEGER,
    "direct_evacuation" BOOLEAN,
    "companions" INTEGER,
    "accepted_persons" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "welfare_shelter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "welfare_shelter_places" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "welfare_shelter_id" UUID NOT NULL,
    "need" "care_need" NOT NULL,
    "day" INTEGER,
    "night" INTEGER,

    CONSTRAINT "welfare_shelter_places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelter_fact" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "kind" "shelter_fact_kind" NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "source" "shelter_fact_source" NOT NULL,
    "source_text" TEXT NOT NULL,
    "event_id" UUID,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_user_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(6),
    "withdrawn_by_user_id" UUID,
    "withdrawn_reason" TEXT,

    CONSTRAINT "shelter_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disaster_event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hazard" "disaster_hazard" NOT NULL,
    "drill" BOOLEAN NOT NULL DEFAULT false,
    "clock_rate" INTEGER NOT NULL DEFAULT 1,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "areas" TEXT[],
    "first_report_minutes" INTEGER NOT NULL,
    "report_every_minutes" INTEGER NOT NULL,
    "presumed_serious_minutes" INTEGER NOT NULL,
    "buddy_minutes" INTEGER NOT NULL,
    "council_minutes" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "opened_by_user_id" UUID,
    "opening_reason" TEXT NOT NULL DEFAULT '',
    "closed_at" TIMESTAMPTZ(6),
    "closed_by_user_id" UUID,
    "closing_note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "disaster_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "called_facility" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "buddy_facility_id" UUID,
    "called_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "called_facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shelter_opening" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "event_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "state" "shelter_opening_state" NOT NULL DEFAULT 'REQUESTED',
    "requested_at" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),
    "cannot_reason" "cannot_open_reason",
    "cannot_note" TEXT,
    "decided_at" TIMESTAMPTZ(6),
    "opens_at" TIMESTAMPTZ(6),
    "opened_at" TIMESTAMPTZ(6),
    "de_facto" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shelter_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "welfare_shelter_facility_id_key" ON "welfare_shelter"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "welfare_shelter_places_welfare_shelter_id_need_key" ON "welfare_shelter_places"("welfare_shelter_id", "need");

-- CreateIndex
CREATE INDEX "shelter_fact_facility_id_at_id_idx" ON "shelter_fact"("facility_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shelter_fact_event_id_kind_facility_id_idx" ON "shelter_fact"("event_id", "kind", "facility_id");

-- CreateIndex
CREATE INDEX "shelter_fact_kind_at_id_idx" ON "shelter_fact"("kind", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shelter_fact_recorded_by_user_id_idx" ON "shelter_fact"("recorded_by_user_id");

-- CreateIndex
CREATE INDEX "shelter_fact_withdrawn_by_user_id_idx" ON "shelter_fact"("withdrawn_by_user_id");

-- CreateIndex
CREATE INDEX "disaster_event_platform_id_opened_at_id_idx" ON "disaster_event"("platform_id", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "disaster_event_opened_by_user_id_idx" ON "disaster_event"("opened_by_user_id");

-- CreateIndex
CREATE INDEX "disaster_event_closed_by_user_id_idx" ON "disaster_event"("closed_by_user_id");

-- CreateIndex
CREATE INDEX "called_facility_facility_id_idx" ON "called_facility"("facility_id");

-- CreateIndex
CREATE INDEX "called_facility_buddy_facility_id_idx" ON "called_facility"("buddy_facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "called_facility_event_id_facility_id_key" ON "called_facility"("event_id", "facility_id");

-- CreateIndex
CREATE INDEX "shelter_opening_facility_id_idx" ON "shelter_opening"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "shelter_opening_event_id_facility_id_key" ON "shelter_opening"("event_id", "facility_id");

-- AddForeignKey
ALTER TABLE "welfare_shelter" ADD CONSTRAINT "welfare_shelter_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welfare_shelter_places" ADD CONSTRAINT "welfare_shelter_places_welfare_shelter_id_fkey" FOREIGN KEY ("welfare_shelter_id") REFERENCES "welfare_shelter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_fact" ADD CONSTRAINT "shelter_fact_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_fact" ADD CONSTRAINT "shelter_fact_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_fact" ADD CONSTRAINT "shelter_fact_recorded_by_user_id_fkey" FOREIGN KEY ("recorded_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_fact" ADD CONSTRAINT "shelter_fact_withdrawn_by_user_id_fkey" FOREIGN KEY ("withdrawn_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaster_event" ADD CONSTRAINT "disaster_event_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaster_event" ADD CONSTRAINT "disaster_event_opened_by_user_id_fkey" FOREIGN KEY ("opened_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disaster_event" ADD CONSTRAINT "disaster_event_closed_by_user_id_fkey" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "called_facility" ADD CONSTRAINT "called_facility_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "called_facility" ADD CONSTRAINT "called_facility_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "called_facility" ADD CONSTRAINT "called_facility_buddy_facility_id_fkey" FOREIGN KEY ("buddy_facility_id") REFERENCES "facility"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_opening" ADD CONSTRAINT "shelter_opening_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "disaster_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shelter_opening" ADD CONSTRAINT "shelter_opening_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE welfare_shelter ADD CONSTRAINT welfare_shelter_counts CHECK (
  day_places BETWEEN 0 AND 9999 AND night_places BETWEEN 0 AND 9999 AND companions BETWEEN 0 AND 99
);
ALTER TABLE welfare_shelter_places ADD CONSTRAINT welfare_shelter_places_counts CHECK (
  day BETWEEN 0 AND 9999 AND night BETWEEN 0 AND 9999
);

ALTER TABLE shelter_fact ADD CONSTRAINT shelter_fact_says_by_whom CHECK (source_text <> '');
ALTER TABLE shelter_fact ADD CONSTRAINT shelter_fact_withdrawn_with_reason CHECK (
  (withdrawn_at IS NULL) = (withdrawn_reason IS NULL) AND (withdrawn_at IS NOT NULL OR withdrawn_by_user_id IS NULL)
);

ALTER TABLE disaster_event ADD CONSTRAINT disaster_event_only_drills_run_faster CHECK (
  clock_rate = 1 OR (drill AND clock_rate BETWEEN 1 AND 1440)
);
ALTER TABLE disaster_event ADD CONSTRAINT disaster_event_minutes CHECK (
  first_report_minutes > 0 AND report_every_minutes > 0 AND presumed_serious_minutes > 0
  AND buddy_minutes > 0 AND council_minutes > 0
);
ALTER TABLE disaster_event ADD CONSTRAINT disaster_event_closed_at_the_end CHECK (
  closed_at IS NULL AND closed_by_user_id IS NULL AND closing_note IS NULL OR closed_at >= opened_at
);
ALTER TABLE called_facility ADD CONSTRAINT called_facility_has_another_as_buddy CHECK (buddy_facility_id <> facility_id);

-- What is a drill stays one, and the other way round: records that hang on the event count by it.
CREATE FUNCTION disaster_event_kind_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'disaster_event.drill and platform_id never change' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER disaster_event_kind_is_fixed BEFORE UPDATE ON disaster_event FOR EACH ROW
  WHEN (NEW.drill IS DISTINCT FROM OLD.drill OR NEW.platform_id IS DISTINCT FROM OLD.platform_id)
  EXECUTE FUNCTION disaster_event_kind_is_fixed();

-- A fact is never changed, only withdrawn once.
CREATE FUNCTION shelter_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.withdrawn_at IS NOT NULL
    OR (NEW.facility_id, NEW.kind, NEW.at, NEW.source, NEW.source_text, NEW.event_id, NEW.recorded_at, NEW.recorded_by_user_id)
      IS DISTINCT FROM
      (OLD.facility_id, OLD.kind, OLD.at, OLD.source, OLD.source_text, OLD.event_id, OLD.recorded_at, OLD.recorded_by_user_id)
  THEN
    RAISE EXCEPTION 'a shelter_fact is never changed, only withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shelter_fact_stays BEFORE UPDATE OR DELETE ON shelter_fact FOR EACH ROW EXECUTE FUNCTION shelter_fact_stays();
