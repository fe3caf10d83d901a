-- Dues of the members of networks, by fiscal year.
-- CreateTable
CREATE TABLE "membership_dues" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "platform_id" UUID NOT NULL,
    "corporation_id" UUID NOT NULL,
    "charged_corporation_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "member_class" TEXT NOT NULL,
    "amount_yen" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "basis" TEXT NOT NULL,
    "paid_on" DATE,
    "waived_on" DATE,
    "waiver_reason" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_dues_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "membership_dues_corporation_id_fiscal_year_idx" ON "membership_dues"("corporation_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "membership_dues_charged_corporation_id_idx" ON "membership_dues"("charged_corporation_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_dues_platform_id_fiscal_year_charged_corporation_key" ON "membership_dues"("platform_id", "fiscal_year", "charged_corporation_id");

-- AddForeignKey
ALTER TABLE "membership_dues" ADD CONSTRAINT "membership_dues_platform_id_fkey" FOREIGN KEY ("platform_id") REFERENCES "platform"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_dues" ADD CONSTRAINT "membership_dues_corporation_id_fkey" FOREIGN KEY ("corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_dues" ADD CONSTRAINT "membership_dues_charged_corporation_id_fkey" FOREIGN KEY ("charged_corporation_id") REFERENCES "corporation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A debt is a sum of yen of one fiscal year (1 April to 31 March), due in it or within the year after, and ends once: it is
-- paid, or waived for a reason.
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_sum CHECK (amount_yen BETWEEN 1 AND 100000000);
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_year CHECK (fiscal_year BETWEEN 2000 AND 2100);
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_due_in_time CHECK (
  due_on >= make_date(fiscal_year, 4, 1) AND due_on < make_date(fiscal_year + 2, 4, 1));
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_end_once CHECK (paid_on IS NULL OR waived_on IS NULL);
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_waived_for_a_reason CHECK (
  (waived_on IS NULL) = (waiver_reason IS NULL));
ALTER TABLE membership_dues ADD CONSTRAINT membership_dues_words CHECK (
  length(trim(basis)) BETWEEN 1 AND 300 AND length(trim(waiver_reason)) BETWEEN 1 AND 300
  AND member_class ~ '^[A-Z][A-Z0-9_]*$');

-- By which network and for which year they were charged is history.
CREATE FUNCTION membership_dues_keep_their_origin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.platform_id, NEW.fiscal_year) IS DISTINCT FROM (OLD.platform_id, OLD.fiscal_year) THEN
    RAISE EXCEPTION 'dues keep their network and year' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'membership_dues_keep_their_origin';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_dues_keep_their_origin BEFORE UPDATE ON membership_dues FOR EACH ROW
  EXECUTE FUNCTION membership_dues_keep_their_origin();
