-- Each statement must return no rows on any database that is in use. The comment above it says what then holds.

-- A 法人番号 has its check digit.
SELECT id, corporate_number FROM corporation
WHERE corporate_number IS NOT NULL AND NOT corporate_number_is_valid(corporate_number);

-- Invented corporations are marked and have no 法人番号.
SELECT id FROM corporation WHERE sample AND (corporate_number IS NOT NULL OR name NOT LIKE '%見本%');

-- Invented facilities belong to invented corporations, and real ones to real ones.
SELECT facility.id FROM facility JOIN corporation ON corporation.id = facility.corporation_id
WHERE facility.sample <> corporation.sample;

-- Invented offices stand at invented facilities, and real ones at real ones.
SELECT office.id FROM service_office AS office JOIN facility ON facility.id = office.facility_id
WHERE office.sample <> facility.sample;

-- Invented shelters are matched with invented facilities, and real ones with real ones.
SELECT shelter.id FROM shelter JOIN facility ON facility.id = shelter.facility_id
WHERE shelter.sample <> facility.sample;

-- Real offices and shelters name the published file they came from.
SELECT 'office' AS kind, id FROM service_office WHERE NOT sample AND data_source_id IS NULL
UNION ALL
SELECT 'shelter', id FROM shelter WHERE NOT sample AND data_source_id IS NULL;

-- Invented things come from no published file.
SELECT 'corporation' AS kind, id FROM corporation WHERE sample AND data_source_id IS NOT NULL
UNION ALL
SELECT 'facility', id FROM facility WHERE sample AND data_source_id IS NOT NULL
UNION ALL
SELECT 'office', id FROM service_office WHERE sample AND data_source_id IS NOT NULL;

-- A facility is as fresh as its stalest block, and unconfirmed while any block was never confirmed.
SELECT facility.id, facility.confirmed_at, fresh.confirmed_at AS freshness FROM facility
CROSS JOIN LATERAL (
  SELECT CASE WHEN count(*) = cardinality(enum_range(NULL::facility_block)) THEN min(latest) END AS confirmed_at
  FROM (
    SELECT max(confirmed_at) AS latest FROM facility_confirmation
    WHERE facility_id = facility.id GROUP BY block
  ) AS blocks
) AS fresh
WHERE facility.confirmed_at IS DISTINCT FROM fresh.confirmed_at;

-- No capacity is zero: blank and 0 in published files mean that nothing was given.
SELECT 'facility' AS kind, id FROM facility WHERE capacity <= 0
UNION ALL
SELECT 'office', id FROM service_office WHERE capacity <= 0;

-- Everything is found by what it is called now.
SELECT 'corporation' AS kind, id FROM corporation AS c WHERE search_text <> corporation_search_text(c)
UNION ALL
SELECT 'facility', id FROM facility AS f WHERE search_text <> facility_search_text(f)
UNION ALL
SELECT 'shelter', id FROM shelter AS s WHERE search_text <> shelter_search_text(s);

-- The history ends with what stands: one open revision of every record, with the record's own content.
SELECT record, id FROM (
  SELECT 'CORPORATION'::registry_record AS record, id, to_jsonb(t) AS r FROM corporation AS t
  UNION ALL SELECT 'FACILITY', id, to_jsonb(t) FROM facility AS t
  UNION ALL SELECT 'SERVICE_OFFICE', id, to_jsonb(t) FROM service_office AS t
  UNION ALL SELECT 'SHELTER', id, to_jsonb(t) FROM shelter AS t
  UNION ALL SELECT 'FACILITY_CONTACT', id, to_jsonb(t) FROM facility_contact AS t
  UNION ALL SELECT 'CORPORATION_CONTACT', id, to_jsonb(t) FROM corporation_contact AS t
  UNION ALL SELECT 'PROCUREMENT_LIMIT', id, to_jsonb(t) FROM procurement_limit AS t
  UNION ALL SELECT 'FACILITY_EQUIPMENT', id, to_jsonb(t) FROM facility_equipment AS t
  UNION ALL SELECT 'FACILITY_RESOURCE', id, to_jsonb(t) FROM facility_resource AS t
  UNION ALL SELECT 'FACILITY_QUALIFICATION', id, to_jsonb(t) FROM facility_qualification AS t
) AS standing
WHERE NOT EXISTS (
  SELECT FROM registry_revision AS v
  WHERE v.record_id = standing.id AND v.valid_to IS NULL AND v.record = standing.record
    AND v.content = revision_content(standing.r));

-- A corporation is as fresh as its stalest block, and unconfirmed while any block was never confirmed.
SELECT corporation.id FROM corporation
CROSS JOIN LATERAL (
  SELECT CASE WHEN count(*) = cardinality(enum_range(NULL::corporation_block)) THEN min(latest) END AS confirmed_at
  FROM (
    SELECT max(confirmed_at) AS latest FROM corporation_confirmation
    WHERE corporation_id = corporation.id GROUP BY block
  ) AS blocks
) AS fresh
WHERE corporation.confirmed_at IS DISTINCT FROM fresh.confirmed_at;

-- The derived 所轄庁 is what seat and area of work say now, and holds unless a person corrected it.
SELECT c.id, c.derived_authority_name, d.name FROM corporation AS c CROSS JOIN LATERAL authority_of(c) AS d
WHERE (c.derived_authority_kind, c.derived_authority_code, c.derived_authority_name, c.authority_because)
        IS DISTINCT FROM (d.authority, d.code, d.name, d.because)
   OR (NOT c.authority_corrected AND (c.authority_kind, c.authority_code, c.authority_name) IS DISTINCT FROM (d.authority, d.code, d.name));

-- A succession that is done has ended its corporation as it says, and only then.
SELECT s.id FROM corporation_succession AS s JOIN corporation AS c ON c.id = s.corporation_id
WHERE (s.status = 'DONE') <> (c.status IN ('MERGED', 'DISSOLVED') AND c.ended_on = s.on_date - 1
                              AND c.successor_id IS NOT DISTINCT FROM s.successor_id)
  AND (s.status IN ('DONE', 'PLANNED'));

-- What became of a corporation that has ended leaves nothing of it at work.
SELECT facility.id FROM facility JOIN corporation_succession AS s ON s.corporation_id = facility.corporation_id
WHERE s.status = 'DONE' AND facility.status = 'ACTIVE';

-- Whoever confirms on behalf of a corporation was entrusted with it, and did so while it was.
SELECT c.id FROM facility_confirmation AS c JOIN mandate AS m ON m.id = c.mandate_id
WHERE m.permission <> 'CONFIRM_FACTS' OR c.confirmed_at < m.created_at OR c.confirmed_at > m.ended_at
UNION ALL
SELECT c.id FROM corporation_confirmation AS c JOIN mandate AS m ON m.id = c.mandate_id
WHERE m.permission <> 'CONFIRM_FACTS' OR c.confirmed_at < m.created_at OR c.confirmed_at > m.ended_at;

-- Nothing is entrusted by or to a corporation that has ended by a merger or dissolution.
SELECT m.id FROM mandate AS m JOIN corporation_succession AS s ON s.corporation_id IN (m.corporation_id, m.holder_corporation_id)
WHERE s.status = 'DONE' AND m.ended_at IS NULL;
