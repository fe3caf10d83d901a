-- Papers of agenda items: documents of the network's shelf, tied to an item.

-- CreateTable
CREATE TABLE "agenda_paper" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "item_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "attached_at" TIMESTAMPTZ(6) NOT NULL,
    "attached_by_user_id" UUID NOT NULL,

    CONSTRAINT "agenda_paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agenda_paper_document_id_idx" ON "agenda_paper"("document_id");

-- CreateIndex
CREATE INDEX "agenda_paper_attached_by_user_id_idx" ON "agenda_paper"("attached_by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_paper_item_id_document_id_key" ON "agenda_paper"("item_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_paper_item_id_position_key" ON "agenda_paper"("item_id", "position");

-- AddForeignKey
ALTER TABLE "agenda_paper" ADD CONSTRAINT "agenda_paper_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "agenda_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_paper" ADD CONSTRAINT "agenda_paper_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_paper" ADD CONSTRAINT "agenda_paper_attached_by_user_id_fkey" FOREIGN KEY ("attached_by_user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that Prisma's schema language cannot say.
ALTER TABLE agenda_paper ADD CONSTRAINT agenda_paper_position_fits CHECK (position > 0);

-- A paper stands on the shelf of the network that meets: whoever reads another network's agenda finds nothing of ours.
CREATE FUNCTION agenda_paper_of_own_network() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM agenda_item i
    LEFT JOIN meeting m ON m.id = i.meeting_id
    LEFT JOIN meeting_series s ON s.id = i.series_id
    JOIN document d ON d.id = NEW.document_id
    WHERE i.id = NEW.item_id AND d.platform_id = coalesce(m.platform_id, s.platform_id)) THEN
    RAISE EXCEPTION 'a paper stands on the shelf of the network that meets'
      USING ERRCODE = 'check_violation', HINT = 'agenda_paper_of_own_network';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_paper_of_own_network BEFORE INSERT OR UPDATE ON agenda_paper
  FOR EACH ROW EXECUTE FUNCTION agenda_paper_of_own_network();
