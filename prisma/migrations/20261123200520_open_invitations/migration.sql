-- Invitations in the order they were sent, for whoever looks after all bodies.
CREATE INDEX "invitation_created_at_id_idx" ON "invitation"("created_at" DESC, "id" DESC);
