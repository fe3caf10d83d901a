-- What the portal's policies say of platforms and their memberships, said once more as row-level security. Registry
-- facts are public there, so they carry no policy here. The reader owns nothing, so no policy is passed over.
DO $$ BEGIN
  CREATE ROLE bench_reader NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
GRANT USAGE ON SCHEMA public TO bench_reader;
GRANT SELECT ON municipality, service_kind, corporation, facility, service_office, shelter, platform, platform_membership
  TO bench_reader;

-- The platforms the person belongs to today: as an officer, through a corporation, or through a facility.
CREATE FUNCTION viewer_platform_ids() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT coalesce(r.platform_id, m.platform_id)), '{}')
  FROM role_assignment AS r
  LEFT JOIN facility AS f ON f.id = r.facility_id
  LEFT JOIN platform_membership AS m
    ON m.corporation_id = coalesce(r.corporation_id, f.corporation_id)
   AND current_date BETWEEN m.starts_on AND coalesce(m.ends_on, 'infinity')
  WHERE r.user_id = current_setting('bench.user_id')::uuid
    AND current_date BETWEEN r.starts_on AND coalesce(r.ends_on, 'infinity')
    AND coalesce(r.platform_id, m.platform_id) IS NOT NULL
$$;

ALTER TABLE platform ENABLE ROW LEVEL SECURITY;
CREATE POLICY members_see_their_platform ON platform FOR SELECT TO bench_reader
  USING (id = ANY ((SELECT viewer_platform_ids())::uuid[]));
ALTER TABLE platform_membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY members_see_members ON platform_membership FOR SELECT TO bench_reader
  USING (platform_id = ANY ((SELECT viewer_platform_ids())::uuid[]));
