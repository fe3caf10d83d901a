-- AlterTable
ALTER TABLE "platform_officer" ADD COLUMN     "invitation_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "platform_officer_invitation_id_key" ON "platform_officer"("invitation_id");

-- AddForeignKey
ALTER TABLE "platform_officer" ADD CONSTRAINT "platform_officer_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An officer of a network stands on the network, as its other officers do.
CREATE OR REPLACE FUNCTION role_fits_body(role role_name, platform_id uuid, corporation_id uuid, facility_id uuid, municipality_code text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN role IN ('PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR', 'PLATFORM_OFFICER')
      THEN platform_id IS NOT NULL AND num_nonnulls(corporation_id, facility_id, municipality_code) = 0
    WHEN role IN ('CORPORATION_ADMIN', 'CORPORATION_REPORTER')
      THEN corporation_id IS NOT NULL AND num_nonnulls(platform_id, facility_id, municipality_code) = 0
    WHEN role IN ('FACILITY_DIRECTOR', 'FACILITY_STAFF')
      THEN facility_id IS NOT NULL AND num_nonnulls(platform_id, corporation_id, municipality_code) = 0
    WHEN role = 'MUNICIPAL_LIAISON'
      THEN municipality_code IS NOT NULL AND num_nonnulls(platform_id, corporation_id, facility_id) = 0
    ELSE num_nonnulls(platform_id, corporation_id, facility_id, municipality_code) = 0
  END;

-- An office has a log-in or waits for one, never both.
ALTER TABLE platform_officer
  ADD CONSTRAINT platform_officer_tied_or_invited CHECK (user_id IS NULL OR invitation_id IS NULL);

-- One person sits in a body once: two offices of one log-in would be two votes of one head.
ALTER TABLE platform_officer ADD CONSTRAINT platform_officer_one_seat EXCLUDE USING gist (
  platform_id WITH =, organ WITH =, user_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&
) WHERE (organ IS NOT NULL AND user_id IS NOT NULL);

-- An invitation into an office is one to its network, as an officer.
CREATE FUNCTION platform_officer_invited_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.invitation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM invitation
    WHERE id = NEW.invitation_id AND platform_id = NEW.platform_id AND role = 'PLATFORM_OFFICER') THEN
    RAISE EXCEPTION 'the invitation leads elsewhere'
      USING ERRCODE = 'check_violation', HINT = 'platform_officer_invited_here';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_officer_invited_here BEFORE INSERT OR UPDATE OF invitation_id, platform_id
  ON platform_officer FOR EACH ROW EXECUTE FUNCTION platform_officer_invited_here();
