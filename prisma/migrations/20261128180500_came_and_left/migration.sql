-- How many people a shelter has taken in so far and how many have left, for the notice of closing and the claim.
-- AlterTable
ALTER TABLE "intake_count" ADD COLUMN     "came" INTEGER,
ADD COLUMN     "left" INTEGER;

ALTER TABLE intake_count ADD CONSTRAINT intake_count_passage CHECK (
  (came IS NULL) = ("left" IS NULL) AND (came IS NULL OR ("left" BETWEEN 0 AND came AND day <= came)));
