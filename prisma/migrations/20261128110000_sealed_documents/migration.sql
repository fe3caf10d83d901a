-- What the portal files itself stays as it was filed; a place it makes for somebody's file takes versions.

ALTER TABLE "document" ADD COLUMN "sealed" BOOLEAN NOT NULL DEFAULT false;
UPDATE document SET sealed = true WHERE source IS NOT NULL AND id IN (SELECT document_id FROM minutes_file);
ALTER TABLE document ADD CONSTRAINT document_sealed_by_its_maker CHECK (NOT sealed OR source IS NOT NULL);
