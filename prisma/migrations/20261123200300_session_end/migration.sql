-- A session that is signed out, revoked or swept away closes its sockets in every API process at once.
CREATE FUNCTION announce_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('yui_sessions', OLD.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER auth_session_end AFTER DELETE ON auth_session
  FOR EACH ROW EXECUTE FUNCTION announce_session_end();
