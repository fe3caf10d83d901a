-- Rules that Prisma's schema language cannot say. Each constraint's name is the sentence to look for in an error.

-- identity: a role stands on exactly the kind of body it belongs to, for a sensible span of days.
CREATE FUNCTION role_fits_body(role role_name, platform_id uuid, corporation_id uuid, facility_id uuid, municipality_code text)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN role IN ('PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR')
      THEN platform_id IS NOT NULL AND num_nonnulls(corporation_id, facility_id, municipality_code) = 0
    WHEN role IN ('CORPORATION_ADMIN', 'CORPORATION_REPORTER')
      THEN corporation_id IS NOT NULL AND num_nonnulls(platform_id, facility_id, municipality_code) = 0
    WHEN role IN ('FACILITY_DIRECTOR', 'FACILITY_STAFF')
      THEN facility_id IS NOT NULL AND num_nonnulls(platform_id, corporation_id, municipality_code) = 0
    WHEN role = 'MUNICIPAL_LIAISON'
      THEN municipality_code IS NOT NULL AND num_nonnulls(platform_id, corporation_id, facility_id) = 0
    ELSE num_nonnulls(platform_id, corporation_id, facility_id, municipality_code) = 0
  END;

ALTER TABLE role_assignment
  ADD CONSTRAINT role_assignment_body_fits_role CHECK (role_fits_body(role, platform_id, corporation_id, facility_id, municipality_code)),
  ADD CONSTRAINT role_assignment_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT role_assignment_auditor_has_end CHECK (role <> 'PLATFORM_AUDITOR' OR ends_on IS NOT NULL);

ALTER TABLE invitation
  ADD CONSTRAINT invitation_body_fits_role CHECK (role_fits_body(role, platform_id, corporation_id, facility_id, municipality_code)),
  ADD CONSTRAINT invitation_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT invitation_auditor_has_end CHECK (role <> 'PLATFORM_AUDITOR' OR ends_on IS NOT NULL);

-- The same person never holds the same role on the same body twice at once.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE FUNCTION role_body_key(role role_name, platform_id uuid, corporation_id uuid, facility_id uuid, municipality_code text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  role::text || ':' || coalesce(platform_id::text, corporation_id::text, facility_id::text, municipality_code, 'system');
ALTER TABLE role_assignment ADD CONSTRAINT role_assignment_no_overlap EXCLUDE USING gist (
  user_id WITH =,
  role_body_key(role, platform_id, corporation_id, facility_id, municipality_code) WITH =,
  daterange(starts_on, ends_on, '[]') WITH &&
);

ALTER TABLE role_handover ADD CONSTRAINT role_handover_two_people CHECK (from_user_id <> to_user_id);

-- registry: numbers are what the law says they are, and invented things cannot be taken for real ones.

-- 法人番号: the first digit checks the other twelve (法人番号の指定等に関する省令2条).
CREATE FUNCTION corporate_number_is_valid(number text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  number ~ '^[1-9][0-9]{12}$'
  AND substr(number, 1, 1)::int = 9 - (
    SELECT sum(substr(number, 14 - n, 1)::int * CASE WHEN n % 2 = 1 THEN 1 ELSE 2 END) % 9
    FROM generate_series(1, 12) AS n
  );

-- 全国地方公共団体コード: the sixth digit checks the other five.
CREATE FUNCTION municipality_code_is_valid(code text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  code ~ '^[0-9]{6}$'
  AND substr(code, 6, 1)::int = (11 - (
    SELECT sum(substr(code, n, 1)::int * (7 - n)) % 11 FROM generate_series(1, 5) AS n
  )) % 10;

ALTER TABLE municipality
  ADD CONSTRAINT municipality_code_check_digit CHECK (municipality_code_is_valid(code));

ALTER TABLE corporation
  ADD CONSTRAINT corporation_number_check_digit CHECK (corporate_number IS NULL OR corporate_number_is_valid(corporate_number)),
  ADD CONSTRAINT corporation_sample_is_marked CHECK (NOT sample OR (corporate_number IS NULL AND name LIKE '%見本%')),
  ADD CONSTRAINT corporation_name_given CHECK (btrim(name) <> '');

ALTER TABLE facility
  ADD CONSTRAINT facility_sample_is_marked CHECK (NOT sample OR name LIKE '%見本%'),
  ADD CONSTRAINT facility_name_given CHECK (btrim(name) <> ''),
  ADD CONSTRAINT facility_capacity_is_positive CHECK (capacity IS NULL OR capacity > 0),
  ADD CONSTRAINT facility_point_in_japan CHECK (
    (latitude IS NULL) = (longitude IS NULL)
    AND (latitude IS NULL OR (latitude BETWEEN 20 AND 46 AND longitude BETWEEN 122 AND 154)));

ALTER TABLE service_office
  ADD CONSTRAINT service_office_number_form CHECK (office_number IS NULL OR office_number ~ '^[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}$'),
  ADD CONSTRAINT service_office_sample_is_marked CHECK (NOT sample OR (office_number IS NULL AND name LIKE '%見本%')),
  ADD CONSTRAINT service_office_real_has_number CHECK (sample OR office_number IS NOT NULL),
  ADD CONSTRAINT service_office_capacity_is_positive CHECK (capacity IS NULL OR capacity > 0);

ALTER TABLE shelter
  ADD CONSTRAINT shelter_sample_is_marked CHECK (NOT sample OR name LIKE '%見本%'),
  ADD CONSTRAINT shelter_match_has_reason CHECK ((facility_id IS NULL) = (match_reason IS NULL)),
  ADD CONSTRAINT shelter_point_in_japan CHECK (
    (latitude IS NULL) = (longitude IS NULL)
    AND (latitude IS NULL OR (latitude BETWEEN 20 AND 46 AND longitude BETWEEN 122 AND 154)));

ALTER TABLE service_kind
  ADD CONSTRAINT service_kind_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- platforms: a corporation is a member once at a time; invented networks carry only invented corporations.
ALTER TABLE platform
  ADD CONSTRAINT platform_sample_is_marked CHECK (NOT sample OR name LIKE '%見本%');

ALTER TABLE platform_membership
  ADD CONSTRAINT platform_membership_ends_after_start CHECK (ends_on IS NULL OR ends_on >= starts_on),
  ADD CONSTRAINT platform_membership_no_overlap EXCLUDE USING gist (
    platform_id WITH =, corporation_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);

CREATE FUNCTION platform_membership_keeps_samples_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sample FROM platform WHERE id = NEW.platform_id)
     IS DISTINCT FROM (SELECT sample FROM corporation WHERE id = NEW.corporation_id) THEN
    RAISE EXCEPTION 'a sample network has sample members only, a real network real members only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'platform_membership_keeps_samples_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_membership_keeps_samples_apart
  BEFORE INSERT OR UPDATE OF platform_id, corporation_id ON platform_membership
  FOR EACH ROW EXECUTE FUNCTION platform_membership_keeps_samples_apart();

-- Japanese search: every character and every pair of neighbouring characters of a normalized text. Words of one
-- and two characters are common in Japanese and are what pg_trgm cannot index.
CREATE FUNCTION grams(t text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN (
  SELECT coalesce(array_agg(DISTINCT g), '{}')
  FROM generate_series(1, length(t)) AS i
  CROSS JOIN LATERAL (VALUES (substr(t, i, 1)), (substr(t, i, 2))) AS v(g)
);
-- What a searched word must contain: its pairs, or the character itself if it is only one.
CREATE FUNCTION query_grams(t text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  CASE WHEN length(t) <= 1 THEN ARRAY[t]
       ELSE (SELECT array_agg(DISTINCT substr(t, i, 2)) FROM generate_series(1, length(t) - 1) AS i) END;
