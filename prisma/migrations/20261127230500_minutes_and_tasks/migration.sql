-- Minutes carry what happened beside what is written of it; what is before the signers rests; a dropped task says why.

ALTER TABLE "decision_task" ADD COLUMN "drop_reason" TEXT;
ALTER TABLE "decision_task"
  ADD CONSTRAINT decision_task_dropped_with_a_reason CHECK (
    (state = 'DROPPED') = (drop_reason IS NOT NULL) AND btrim(drop_reason) <> '');

ALTER TABLE "minutes" ADD COLUMN "facts" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "minutes" ADD CONSTRAINT minutes_facts_shape CHECK (jsonb_typeof(facts) = 'object');

-- What is signed cannot change under a signature: text rests from the moment it is put before the signers.
CREATE FUNCTION minutes_entry_rests() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_minutes uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN of_minutes := OLD.minutes_id; ELSE of_minutes := NEW.minutes_id; END IF;
  IF (SELECT state FROM minutes WHERE id = of_minutes) <> 'DRAFT' THEN
    RAISE EXCEPTION 'minutes before their signers do not change'
      USING ERRCODE = 'restrict_violation', HINT = 'minutes_rest';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_entry_rests BEFORE INSERT OR UPDATE OR DELETE ON minutes_entry
  FOR EACH ROW EXECUTE FUNCTION minutes_entry_rests();

CREATE FUNCTION minutes_rest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' AND NEW.state <> 'DRAFT'
     AND (OLD.opening, OLD.closing, OLD.facts, OLD.content_hash)
         IS DISTINCT FROM (NEW.opening, NEW.closing, NEW.facts, NEW.content_hash) THEN
    RAISE EXCEPTION 'minutes before their signers do not change'
      USING ERRCODE = 'restrict_violation', HINT = 'minutes_rest';
  END IF;
  IF NEW.state = 'LOCKED' AND (
       NOT EXISTS (SELECT FROM minutes_signer WHERE minutes_id = NEW.id)
       OR EXISTS (SELECT FROM minutes_signer
                  WHERE minutes_id = NEW.id AND content_hash IS DISTINCT FROM NEW.content_hash)) THEN
    RAISE EXCEPTION 'minutes are locked by the signatures of all who have to sign'
      USING ERRCODE = 'restrict_violation', HINT = 'minutes_signed_by_all';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_rest BEFORE UPDATE ON minutes FOR EACH ROW EXECUTE FUNCTION minutes_rest();

-- The register is looked through by year and organ.
CREATE INDEX "decision_platform_id_fiscal_year_organ_idx" ON "decision"("platform_id", "fiscal_year" DESC, "organ");
