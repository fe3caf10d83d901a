-- A designation or agreement may name the paper itself, where it lies on the shelf of a network.
ALTER TABLE "shelter_fact" ADD COLUMN     "document_id" UUID;

-- CreateIndex
CREATE INDEX "shelter_fact_document_id_idx" ON "shelter_fact"("document_id");

-- AddForeignKey
ALTER TABLE "shelter_fact" ADD CONSTRAINT "shelter_fact_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The paper belongs to what was said: of a fact nothing changes but that it is withdrawn, once, and whose record it is.
CREATE OR REPLACE FUNCTION shelter_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := CASE WHEN OLD.withdrawn_at IS NULL
    THEN ARRAY['facility_id', 'withdrawn_at', 'withdrawn_by_user_id', 'withdrawn_reason'] ELSE ARRAY['facility_id'] END;
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a shelter_fact is never changed, only withdrawn' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
