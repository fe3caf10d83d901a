-- A request may be asked for more or less afterwards.
-- AlterEnum
ALTER TYPE "aid_act" ADD VALUE 'QUANTITY_CHANGED';

-- Names of helpers are sealed from now on. SQL has no key to seal with, so those that stand here in the clear go: both
-- facilities know who is on the way, and the name can be given again.
DELETE FROM aid_helper;
-- AlterTable
ALTER TABLE "aid_helper" DROP COLUMN "name",
DROP COLUMN "phone",
ADD COLUMN     "erase_on" DATE NOT NULL,
ADD COLUMN     "key_version" INTEGER NOT NULL,
ADD COLUMN     "sealed" BYTEA NOT NULL,
ADD COLUMN     "wrapped_key" BYTEA NOT NULL;

-- What lapses by time is looked for.
-- CreateIndex
CREATE INDEX "aid_offer_state_valid_until_idx" ON "aid_offer"("state", "valid_until");

-- CreateIndex
CREATE INDEX "aid_helper_erase_on_idx" ON "aid_helper"("erase_on");

-- Twelve bytes of nonce and sixteen of tag are the least that anything sealed has: a name in the clear is not taken for it
-- by mistake.
ALTER TABLE aid_helper ADD CONSTRAINT aid_helper_is_sealed CHECK (
  octet_length(sealed) > 28 AND octet_length(wrapped_key) > 28 AND key_version >= 0);

-- Somebody is known by name only while on the way or there: the row goes with the return, whoever notes it.
CREATE FUNCTION aid_helper_goes_with_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM aid_helper WHERE offer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER aid_helper_goes_with_return AFTER UPDATE OF state ON aid_offer FOR EACH ROW
  WHEN (NEW.state NOT IN ('DISPATCHED', 'ARRIVED') AND OLD.state IN ('DISPATCHED', 'ARRIVED'))
  EXECUTE FUNCTION aid_helper_goes_with_return();
