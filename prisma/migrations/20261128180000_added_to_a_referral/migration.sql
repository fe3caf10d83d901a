-- Who is added to people for whom a place was decided waits as a group of their own, which says whom it follows.
-- AlterTable
ALTER TABLE "assignment_group" ADD COLUMN     "follows_group_id" UUID,
ADD COLUMN     "source_keys" UUID[];

-- Until now a group knew its first entry alone.
UPDATE assignment_group SET source_keys = ARRAY[source_key] WHERE source_key IS NOT NULL;

-- CreateIndex
CREATE INDEX "assignment_group_follows_group_id_idx" ON "assignment_group"("follows_group_id");

-- AddForeignKey
ALTER TABLE "assignment_group" ADD CONSTRAINT "assignment_group_follows_group_id_fkey" FOREIGN KEY ("follows_group_id") REFERENCES "assignment_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A group of a shelter's book is found by its entries, the first among them; only such a group follows another one.
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_source_keys CHECK (
  CASE WHEN source_key IS NULL THEN coalesce(cardinality(source_keys), 0) = 0 AND follows_group_id IS NULL
  ELSE source_key = ANY(source_keys) END);
