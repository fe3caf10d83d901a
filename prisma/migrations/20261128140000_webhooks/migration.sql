-- CreateEnum
CREATE TYPE "webhook_topic" AS ENUM ('EVENT', 'REPORT', 'OPENING', 'AID', 'SUGGESTION');

-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('ON', 'STOPPED', 'ENDED');

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('WAITING', 'DELIVERED', 'GIVEN_UP');

-- CreateEnum
CREATE TYPE "webhook_failure" AS ENUM ('NO_ADDRESS', 'PRIVATE_ADDRESS', 'NO_CONNECTION', 'NO_ANSWER', 'ANSWERED_NO', 'STOPPED');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "topics" "webhook_topic"[],
    "drills" BOOLEAN NOT NULL DEFAULT false,
    "wrapped_key" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "state" "webhook_state" NOT NULL DEFAULT 'ON',
    "created_by_user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "stopped_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "webhook_id" UUID NOT NULL,
    "event_id" UUID,
    "event_name" TEXT NOT NULL,
    "drill" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "next_at" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),
    "failure" "webhook_failure",
    "status" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_platform_id_created_at_id_idx" ON "webhook"("platform_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_created_by_user_id_idx" ON "webhook"("created_by_user_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_created_at_idx" ON "webhook_delivery"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_event_id_key" ON "webhook_delivery"("webhook_id", "event_id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_user_id_fkey" FOREIGN KEY ("created_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;



ALTER TABLE webhook
  ADD CONSTRAINT webhook_named CHECK (btrim(name) <> '' AND char_length(name) <= 60),
  ADD CONSTRAINT webhook_url_fits CHECK (url ~ '^https?://' AND char_length(url) <= 500),
  ADD CONSTRAINT webhook_told_of_something CHECK (cardinality(coalesce(topics, '{}')) > 0),
  ADD CONSTRAINT webhook_stopped_at_a_time CHECK ((state = 'ON') = (stopped_at IS NULL));

ALTER TABLE webhook_delivery
  ADD CONSTRAINT webhook_delivery_settled CHECK (
    (state = 'WAITING') = (next_at IS NOT NULL) AND (state = 'WAITING') = (settled_at IS NULL)),
  ADD CONSTRAINT webhook_delivery_attempts_fit CHECK (attempts BETWEEN 0 AND 100),
  ADD CONSTRAINT webhook_delivery_given_up_for_a_cause CHECK (state <> 'GIVEN_UP' OR failure IS NOT NULL),
  ADD CONSTRAINT webhook_delivery_status_is_one CHECK (status BETWEEN 100 AND 599),
  -- A drill says so in what is sent, whoever wrote it.
  ADD CONSTRAINT webhook_delivery_marks_drills CHECK (drill = ((body::jsonb ->> 'drill')::boolean));

-- Drills go only to whoever asked for them, and what is sent stays as it was.
CREATE FUNCTION webhook_delivery_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.drill AND NOT (SELECT drills FROM webhook WHERE id = NEW.webhook_id) THEN
      RAISE EXCEPTION 'this webhook is not told of drills' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF (NEW.webhook_id, NEW.event_id, NEW.event_name, NEW.drill, NEW.body, NEW.created_at)
      IS DISTINCT FROM (OLD.webhook_id, OLD.event_id, OLD.event_name, OLD.drill, OLD.body, OLD.created_at) THEN
    RAISE EXCEPTION 'what a webhook is told does not change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER webhook_delivery_stays BEFORE INSERT OR UPDATE ON webhook_delivery FOR EACH ROW EXECUTE FUNCTION webhook_delivery_stays();
