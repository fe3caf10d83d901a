-- Of open requests those of which something is still wanted stand before the others, on whatever page: the order needs a
-- column that follows `promised` by itself.
-- DropIndex
DROP INDEX "aid_request_event_id_needed_by_id_idx";

-- AlterTable
ALTER TABLE "aid_request" ADD COLUMN     "covered" BOOLEAN NOT NULL
  GENERATED ALWAYS AS (state = 'OPEN' AND promised >= quantity) STORED;

-- CreateIndex
CREATE INDEX "aid_request_event_id_covered_needed_by_id_idx" ON "aid_request"("event_id", "covered", "needed_by", "id");
