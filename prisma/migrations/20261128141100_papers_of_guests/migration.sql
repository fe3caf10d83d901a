-- What invited bodies without an account have opened of the papers of their meeting.
-- CreateTable
CREATE TABLE "guest_paper_reading" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "guest_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "guest_paper_reading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guest_paper_reading_version_id_idx" ON "guest_paper_reading"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_paper_reading_guest_id_version_id_key" ON "guest_paper_reading"("guest_id", "version_id");

-- AddForeignKey
ALTER TABLE "guest_paper_reading" ADD CONSTRAINT "guest_paper_reading_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "meeting_guest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_paper_reading" ADD CONSTRAINT "guest_paper_reading_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
