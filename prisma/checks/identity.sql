-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- A hand-over that is done has given every role to the successor.
SELECT item.id AS "done hand-over without a successor's role"
FROM handover_item item JOIN role_handover handover ON handover.id = item.handover_id
WHERE handover.status = 'DONE' AND item.new_assignment_id IS NULL;

-- A hand-over that is not done has given none.
SELECT item.id AS "role handed over before its day"
FROM handover_item item JOIN role_handover handover ON handover.id = item.handover_id
WHERE handover.status <> 'DONE' AND item.new_assignment_id IS NOT NULL;

-- A successor's role belongs to the successor and begins on the day or before.
SELECT item.id AS "successor's role of somebody else"
FROM handover_item item
JOIN role_handover handover ON handover.id = item.handover_id
JOIN role_assignment given ON given.id = item.new_assignment_id
WHERE given.user_id <> handover.to_user_id OR given.starts_on > handover.on_date;

-- A role is in one planned hand-over at most.
SELECT item.role_assignment_id AS "role in two planned hand-overs"
FROM handover_item item JOIN role_handover handover ON handover.id = item.handover_id
WHERE handover.status = 'PLANNED'
GROUP BY item.role_assignment_id HAVING count(*) > 1;

-- A session that counts as one with a second factor belongs to somebody who has one.
SELECT session.id AS "second factor of somebody without one"
FROM auth_session session
WHERE session.second_factor
  AND NOT EXISTS (SELECT FROM auth_two_factor factor WHERE factor.user_id = session.user_id AND factor.verified)
  AND NOT EXISTS (SELECT FROM auth_passkey passkey WHERE passkey.user_id = session.user_id);

-- An auditor reads for at most a year.
SELECT id AS "auditor for more than a year"
FROM role_assignment WHERE role = 'PLATFORM_AUDITOR' AND ends_on >= starts_on + interval '1 year';

-- Nobody holds the same role on the same body twice at once.
SELECT one.id, other.id AS other_id FROM role_assignment AS one
JOIN role_assignment AS other
  ON one.id < other.id
  AND (one.user_id, one.role) = (other.user_id, other.role)
  AND (one.corporation_id, one.facility_id, one.platform_id, one.municipality_code)
      IS NOT DISTINCT FROM (other.corporation_id, other.facility_id, other.platform_id, other.municipality_code)
  AND daterange(one.starts_on, one.ends_on, '[]') && daterange(other.starts_on, other.ends_on, '[]');

-- A role stands on exactly the kind of body it belongs to.
SELECT id FROM role_assignment
WHERE NOT role_fits_body(role, platform_id, corporation_id, facility_id, municipality_code);

-- A successor's role is the leaver's role on the leaver's body.
SELECT item.id FROM handover_item AS item
JOIN role_handover AS handover ON handover.id = item.handover_id
JOIN role_assignment AS old ON old.id = item.role_assignment_id
LEFT JOIN role_assignment AS new ON new.id = item.new_assignment_id
WHERE old.user_id <> handover.from_user_id
   OR (new.id IS NOT NULL
       AND (new.role, new.corporation_id, new.facility_id, new.platform_id, new.municipality_code)
           IS DISTINCT FROM (old.role, old.corporation_id, old.facility_id, old.platform_id, old.municipality_code));

-- An accepted invitation names who accepted it, and was not withdrawn.
SELECT id FROM invitation
WHERE (accepted_at IS NULL) <> (accepted_by_user_id IS NULL) OR (accepted_at IS NOT NULL AND revoked_at IS NOT NULL);

-- Who accepted an invitation got its role.
SELECT invitation.id FROM invitation
WHERE accepted_at IS NOT NULL AND NOT EXISTS (
  SELECT FROM role_assignment AS held
  WHERE held.user_id = invitation.accepted_by_user_id
    AND (held.role, held.corporation_id, held.facility_id, held.platform_id, held.municipality_code)
        IS NOT DISTINCT FROM (invitation.role, invitation.corporation_id, invitation.facility_id,
                              invitation.platform_id, invitation.municipality_code));

-- A token ends, and says what it may do.
SELECT id FROM api_token WHERE cardinality(scopes) = 0 OR expires_at <= created_at OR octet_length(token_hash) <> 32;

-- Invented people are marked.
SELECT id FROM app_user WHERE sample AND name NOT LIKE '見本%';

-- Invented people act for invented bodies only.
SELECT held.id FROM role_assignment AS held
JOIN app_user AS person ON person.id = held.user_id
LEFT JOIN corporation ON corporation.id = held.corporation_id
LEFT JOIN facility ON facility.id = held.facility_id
LEFT JOIN platform ON platform.id = held.platform_id
WHERE person.sample AND NOT coalesce(corporation.sample, facility.sample, platform.sample, true);
