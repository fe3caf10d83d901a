-- Welfare shelters by name, and how many there are; a person's own invitations that are about to expire; one kind of act
-- in the audit.
CREATE INDEX "shelter_welfare_name_id_idx" ON "shelter"("welfare", "name", "id");
CREATE INDEX "invitation_invited_by_user_id_expires_at_idx" ON "invitation"("invited_by_user_id", "expires_at");
CREATE INDEX "audit_entry_command_seq_idx" ON "audit_entry"("command", "seq" DESC);
