-- A proposal for how long papers are kept says who checked it; of one kind one holds at a time.

ALTER TABLE "retention_rule"
  ADD COLUMN "confirmed_by_user_id" UUID,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE INDEX "retention_rule_confirmed_by_user_id_idx" ON "retention_rule"("confirmed_by_user_id");
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_confirmed_by_user_id_fkey" FOREIGN KEY ("confirmed_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE retention_rule
  ADD CONSTRAINT retention_rule_confirmed_by_somebody CHECK (
    (confirmed_at IS NULL) = (confirmed_by_user_id IS NULL)),
  ADD CONSTRAINT retention_rule_says_why CHECK (btrim(basis) <> ''),
  ADD CONSTRAINT retention_rule_one_at_a_time EXCLUDE USING gist (
    kind WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
