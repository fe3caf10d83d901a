-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- A corporation is a member of a network once at a time.
SELECT one.id, other.id AS other_id FROM platform_membership AS one
JOIN platform_membership AS other
  ON one.id < other.id
  AND (one.platform_id, one.corporation_id) = (other.platform_id, other.corporation_id)
  AND daterange(one.starts_on, one.ends_on, '[]') && daterange(other.starts_on, other.ends_on, '[]');

-- Invented networks have invented members only, and real networks real ones.
SELECT membership.id FROM platform_membership AS membership
JOIN platform ON platform.id = membership.platform_id
JOIN corporation ON corporation.id = membership.corporation_id
WHERE platform.sample <> corporation.sample;

-- Invented networks are marked.
SELECT id FROM platform WHERE sample AND name NOT LIKE '%見本%';
