-- After every import the portal looks for shelters, facilities and corporations that are one. What it finds by itself is
-- nobody's work and does not keep an import from being undone.
CREATE OR REPLACE FUNCTION import_undo_obstacles(import uuid)
RETURNS TABLE (record text, label text, reason text, count integer) LANGUAGE plpgsql STABLE AS $$
DECLARE
  kept record;
  reference record;
BEGIN
  FOR kept IN SELECT * FROM (VALUES ('CORPORATION', 'corporation'), ('FACILITY', 'facility'), ('SERVICE_OFFICE', 'service_office'),
    ('FACILITY_CONTACT', 'facility_contact'), ('SHELTER', 'shelter')) AS t (kind, name)
  LOOP
    RETURN QUERY EXECUTE format('
      SELECT DISTINCT %L, c.label, ''CHANGED_SINCE'', 1
      FROM import_change c LEFT JOIN %I t ON t.id = c.record_id
      WHERE c.run_id = $1 AND c.record = %L AND c.written_version IS NOT NULL AND t.version IS DISTINCT FROM c.written_version',
      kept.kind, kept.name, kept.kind) USING import;
    FOR reference IN
      SELECT k.conrelid::regclass::text AS by_table, a.attname AS by_column,
        EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = k.conrelid AND i.attname = 'id' AND i.atttypid = 'uuid'::regtype) AS has_id
      FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      WHERE k.contype = 'f' AND k.confrelid = kept.name::regclass AND (k.confdeltype NOT IN ('c', 'n') OR (k.confdeltype = 'c' AND k.conrelid = 'match_proposal'::regclass))
        AND k.conrelid NOT IN ('registry_revision'::regclass)
      ORDER BY 1, 2
    LOOP
      RETURN QUERY EXECUTE format('
        SELECT %L, c.label, %L, count(*)::integer
        FROM import_change c JOIN %s r ON r.%I = c.record_id
        WHERE c.run_id = $1 AND c.record = %L AND c.action = ''CREATE'' AND c.written_version IS NOT NULL %s
        GROUP BY c.label',
        kept.kind, CASE WHEN reference.by_table = 'role_assignment' THEN 'ROLE'
          WHEN reference.by_table = 'platform_membership' THEN 'MEMBERSHIP'
          WHEN reference.by_table = 'service_office' THEN 'OFFICE'
          WHEN reference.by_table LIKE '%\_confirmation' THEN 'CONFIRMATION'
          WHEN reference.by_table LIKE '%\_contact' THEN 'CONTACT'
          ELSE upper(reference.by_table) END, reference.by_table, reference.by_column, kept.kind,
        CASE
          -- What the portal recognized by itself goes with the record; what a person decided stays.
          WHEN reference.by_table = 'shelter' AND reference.by_column = 'facility_id' THEN 'AND ''facilityId'' = ANY (r.hand_set) '
          WHEN reference.by_table = 'match_proposal' THEN 'AND r.decided_by_user_id IS NOT NULL '
          ELSE '' END ||
        CASE WHEN reference.has_id THEN
          'AND NOT EXISTS (SELECT FROM import_change own WHERE own.run_id = $1 AND own.record_id = r.id AND own.written_version IS NOT NULL)'
        ELSE '' END) USING import;
    END LOOP;
  END LOOP;
END $$;
