-- The paper of locked minutes stands on the shelf. Which document it is stands beside the minutes, which never change.

CREATE TABLE "minutes_file" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "minutes_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "minutes_file_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "minutes_file_minutes_id_key" ON "minutes_file"("minutes_id");
CREATE UNIQUE INDEX "minutes_file_document_id_key" ON "minutes_file"("document_id");
ALTER TABLE "minutes_file" ADD CONSTRAINT "minutes_file_minutes_id_fkey" FOREIGN KEY ("minutes_id") REFERENCES "minutes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "minutes_file" ADD CONSTRAINT "minutes_file_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "minutes_file" ADD CONSTRAINT minutes_file_hash_fits CHECK (octet_length(content_hash) = 32);

-- Filed is what is locked, once and for good: no other document, no other bytes.
CREATE FUNCTION minutes_file_rests() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'minutes that are filed stay filed'
      USING ERRCODE = 'restrict_violation', HINT = 'minutes_file_rests';
  END IF;
  IF (SELECT state FROM minutes WHERE id = NEW.minutes_id) <> 'LOCKED' THEN
    RAISE EXCEPTION 'minutes are filed when they are locked'
      USING ERRCODE = 'restrict_violation', HINT = 'minutes_filed_when_locked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER minutes_file_rests BEFORE INSERT OR UPDATE OR DELETE ON minutes_file
  FOR EACH ROW EXECUTE FUNCTION minutes_file_rests();
