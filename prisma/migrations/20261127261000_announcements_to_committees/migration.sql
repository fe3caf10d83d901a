-- An announcement may go to the members of a committee alone.

ALTER TABLE "announcement" ADD COLUMN "committee_id" UUID;
CREATE INDEX "announcement_committee_id_idx" ON "announcement"("committee_id");
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_committee_id_fkey" FOREIGN KEY ("committee_id") REFERENCES "committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Either all, or chosen members, or a committee.
ALTER TABLE announcement
  ADD CONSTRAINT announcement_has_one_audience CHECK (NOT chosen OR committee_id IS NULL);

-- A committee of another network hears nothing.
CREATE FUNCTION announcement_committee_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM committee WHERE id = NEW.committee_id AND platform_id = NEW.platform_id) THEN
    RAISE EXCEPTION 'the committee is of another network'
      USING ERRCODE = 'check_violation', HINT = 'announcement_committee_is_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER announcement_committee_is_own BEFORE INSERT OR UPDATE OF committee_id, platform_id ON announcement
  FOR EACH ROW WHEN (NEW.committee_id IS NOT NULL) EXECUTE FUNCTION announcement_committee_is_own();
