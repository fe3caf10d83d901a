-- AlterTable
ALTER TABLE "assignment_group" ADD COLUMN     "left_at" TIMESTAMPTZ(6),
ADD COLUMN     "source_key" UUID,
ADD COLUMN     "source_opening_id" UUID,
ADD COLUMN     "withdrawn_by_source" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "assignment_group_source_opening_id_source_key_key" ON "assignment_group"("source_opening_id", "source_key");

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_source_opening_id_fkey" FOREIGN KEY ("source_opening_id") REFERENCES "shelter_opening"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A shelter seeks a place for people of its book: the referral itself and whom it is about, and how it ended.
ALTER TABLE intake_entry DROP CONSTRAINT intake_entry_shape;
ALTER TABLE intake_entry ADD CONSTRAINT intake_entry_shape CHECK (
  sequence > 0
  AND CASE
    WHEN kind IN ('NAMED_FROM_HEADCOUNT', 'MERGED', 'NOT_SAME') THEN cardinality(subjects) = 2
    WHEN kind = 'REFERRED' THEN cardinality(subjects) BETWEEN 2 AND 31
    ELSE cardinality(subjects) = 1
  END
  AND (field IS NOT NULL) = (kind IN ('FIELD_SET', 'RESOLVED'))
  AND CASE kind
    WHEN 'CHECKED_OUT' THEN destination IS NOT NULL
    WHEN 'TRANSFERRED' THEN destination IS NOT NULL
    WHEN 'REFERRAL_ENDED' THEN destination IS NULL OR destination = 'SHELTER'
    ELSE destination IS NULL
  END
  AND (kind <> 'HEADCOUNT' OR people IS NOT NULL)
  AND (people IS NULL OR (kind IN ('HEADCOUNT', 'CHECKED_OUT') AND people BETWEEN 0 AND 2000)
    OR (kind = 'REFERRED' AND people BETWEEN 1 AND 30))
  AND (sealed IS NULL OR kind IN ('FIELD_SET', 'RESOLVED', 'CHECKED_OUT', 'TRANSFERRED', 'REFERRED')));

-- A group comes from a coordinator or from the book of a shelter of the same event; only the book takes off what is its own.
ALTER TABLE assignment_group DROP CONSTRAINT assignment_group_withdrawn_with_reason;
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_withdrawn_with_reason CHECK (
  (withdrawn_at IS NULL) = (withdrawn_reason IS NULL AND NOT withdrawn_by_source)
  AND NOT (withdrawn_reason IS NOT NULL AND withdrawn_by_source));
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_source_whole CHECK (
  (source_opening_id IS NULL) = (source_key IS NULL)
  AND (source_opening_id IS NOT NULL OR (left_at IS NULL AND NOT withdrawn_by_source))
  AND (source_opening_id IS NULL OR households = 1)
  AND NOT (left_at IS NOT NULL AND withdrawn_at IS NOT NULL));
CREATE FUNCTION assignment_source_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.source_opening_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM shelter_opening o JOIN assignment_case c ON c.event_id = o.event_id
    WHERE o.id = NEW.source_opening_id AND c.id = NEW.case_id) THEN
    RAISE EXCEPTION 'people come from a shelter of the event' USING ERRCODE = 'check_violation', HINT = 'assignment_source_fits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_source_fits BEFORE INSERT OR UPDATE ON assignment_group FOR EACH ROW EXECUTE FUNCTION assignment_source_fits();

-- How many would move if a shelter were lost: the list of them is read page by page.
ALTER TABLE "assignment_proposal" ADD COLUMN "moved_persons" INTEGER;
ALTER TABLE assignment_proposal ADD CONSTRAINT assignment_proposal_moved_counts CHECK (
  moved_persons IS NULL OR (moved_persons >= 0 AND state = 'READY' AND base_id IS NOT NULL));
