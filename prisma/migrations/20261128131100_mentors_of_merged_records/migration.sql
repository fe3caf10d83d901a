-- The limit is on how many a facility begins to guide. Two records of one facility that become one guide no more than it
-- guided before.
DROP TRIGGER mentorship_within_limit_again ON mentorship;
CREATE TRIGGER mentorship_within_limit_again BEFORE UPDATE ON mentorship FOR EACH ROW
  WHEN (NEW.ended_on IS NULL AND OLD.ended_on IS NOT NULL)
  EXECUTE FUNCTION mentorship_within_limit();
