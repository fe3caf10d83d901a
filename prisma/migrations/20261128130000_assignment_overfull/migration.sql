-- A shelter takes more than it has places for only with a reason.
ALTER TABLE "assignment_decision" ADD COLUMN "overfull_reason" TEXT;
ALTER TABLE "assignment_group" ADD COLUMN "lock_overfull_reason" TEXT;

ALTER TABLE assignment_decision ADD CONSTRAINT assignment_decision_overfull_somewhere CHECK (
  overfull_reason IS NULL OR (facility_id IS NOT NULL AND length(overfull_reason) BETWEEN 1 AND 300));
ALTER TABLE assignment_group ADD CONSTRAINT assignment_group_overfull_where_locked CHECK (
  lock_overfull_reason IS NULL OR (locked_facility_id IS NOT NULL AND length(lock_overfull_reason) BETWEEN 1 AND 300));
