-- Every API process keeps for some seconds who a session or token is. What changes that is said to all of them with
-- the commit: the person's id, or * when it concerns whoever acts for a body.
CREATE FUNCTION announce_viewer_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(coalesce(NEW, OLD));
BEGIN
  PERFORM pg_notify('yui_viewers', coalesce(changed ->> 'user_id', '*'));
  RETURN NULL;
END $$;

CREATE TRIGGER auth_session_viewer_change
  AFTER DELETE OR UPDATE OF user_id, expires_at, second_factor ON auth_session
  FOR EACH ROW EXECUTE FUNCTION announce_viewer_change();
CREATE TRIGGER api_token_viewer_change
  AFTER DELETE OR UPDATE OF revoked_at, expires_at, scopes, acting_key ON api_token
  FOR EACH ROW EXECUTE FUNCTION announce_viewer_change();
CREATE TRIGGER role_assignment_viewer_change
  AFTER INSERT OR DELETE OR UPDATE ON role_assignment
  FOR EACH ROW EXECUTE FUNCTION announce_viewer_change();
CREATE TRIGGER platform_membership_viewer_change
  AFTER INSERT OR DELETE OR UPDATE ON platform_membership
  FOR EACH ROW EXECUTE FUNCTION announce_viewer_change();
CREATE TRIGGER facility_viewer_change
  AFTER UPDATE OF corporation_id ON facility
  FOR EACH ROW WHEN (OLD.corporation_id IS DISTINCT FROM NEW.corporation_id)
  EXECUTE FUNCTION announce_viewer_change();

-- What the rules promise of tokens and invitations, so that no other way in can break it.
ALTER TABLE api_token
  ADD CONSTRAINT api_token_lives_at_most_a_year CHECK (expires_at <= created_at + interval '367 days');
ALTER TABLE invitation
  ADD CONSTRAINT invitation_accepted_by_somebody CHECK ((accepted_at IS NULL) = (accepted_by_user_id IS NULL)),
  ADD CONSTRAINT invitation_not_both CHECK (accepted_at IS NULL OR revoked_at IS NULL);
ALTER TABLE app_user
  ADD CONSTRAINT app_user_email_is_folded CHECK (email = lower(email)),
  ADD CONSTRAINT app_user_sample_is_marked CHECK (NOT sample OR name LIKE '%見本%');
