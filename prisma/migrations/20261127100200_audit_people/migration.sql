-- The audit is read without the portal's own acts, or of these alone.
CREATE INDEX audit_entry_of_people ON audit_entry (seq DESC) WHERE actor_user_id IS NOT NULL;
CREATE INDEX audit_entry_of_portal ON audit_entry (seq DESC) WHERE actor_user_id IS NULL;
