import type pg from 'pg'

/**
 * Fills an empty database with rows that are hard on a query compiler: missing values, equal sort keys, empty and
 * missing lists, times that differ by a microsecond, numbers beyond 53 bits, LIKE's signs in texts. The same each time.
 */
export async function insertSampleRows(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(rows)
  } finally {
    client.release()
  }
}

const rows = `
SELECT setseed(0.42);

CREATE FUNCTION pg_temp.one_of(VARIADIC choices text[]) RETURNS text LANGUAGE sql VOLATILE RETURN
  choices[1 + floor(random() * cardinality(choices))::int];
CREATE FUNCTION pg_temp.moment() RETURNS timestamptz LANGUAGE sql VOLATILE RETURN
  timestamptz '2026-04-01 00:00+00' + floor(random() * 6) * interval '1 day' + floor(random() * 4) * interval '1 microsecond';
CREATE FUNCTION pg_temp.day() RETURNS date LANGUAGE sql VOLATILE RETURN date '2024-04-01' + floor(random() * 5)::int * 91;
CREATE FUNCTION pg_temp.some_id(table_name text) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
DECLARE found uuid;
BEGIN
  EXECUTE format('SELECT id FROM %I ORDER BY random() LIMIT 1', table_name) INTO found;
  RETURN found;
END $$;

INSERT INTO municipality (code, name, prefecture)
SELECT five || ((11 - (SELECT sum(substr(five, n, 1)::int * (7 - n)) % 11 FROM generate_series(1, 5) n)) % 10),
       '見本' || pg_temp.one_of('東', '西', '南', '北') || '市', pg_temp.one_of('見本県', '例県')
FROM (SELECT lpad((6000 + i * 7)::text, 5, '0') AS five FROM generate_series(1, 12) i) codes;

INSERT INTO data_source (key, title, issuer, licence, as_of, content_hash, row_count, imported_at)
SELECT 'source ' || i, '見本の資料', '見本', 'none', pg_temp.day(), '\\x00', i, pg_temp.moment() FROM generate_series(1, 3) i;

INSERT INTO service_kind (scheme, code, name, short_name, source, confirmed, valid_from, valid_to, position, updated_at)
SELECT pg_temp.one_of('KAIGO', 'SHOGAI', 'CHILD', 'OTHER')::service_scheme, i::text, '見本サービス' || i,
       pg_temp.one_of('訪問', '通所', '入所'), '見本', random() < 0.5, date '2020-04-01',
       CASE WHEN random() < 0.4 THEN pg_temp.day() END, floor(random() * 4)::int, pg_temp.moment()
FROM generate_series(1, 12) i;

INSERT INTO corporation (name, kana, kind, seat_municipality_code, phone, status, ended_on, sample, data_source_id, created_at, updated_at)
SELECT '見本' || pg_temp.one_of('さくら', 'さくら会', '100%の会', 'あ_い', 'Kasumi', 'kasumi', 'か\\す') || floor(random() * 3),
       CASE WHEN random() < 0.7 THEN pg_temp.one_of('さくら', 'かすみ', '') END,
       pg_temp.one_of('GENERAL', 'COUNCIL', 'OTHER_WELFARE')::corporation_kind,
       CASE WHEN random() < 0.8 THEN (SELECT code FROM municipality WHERE i > 0 ORDER BY random() LIMIT 1) END,
       CASE WHEN random() < 0.5 THEN pg_temp.one_of('023-000-0000', '000') END,
       status::registry_status, CASE WHEN status <> 'ACTIVE' THEN pg_temp.day() END, true,
       CASE WHEN random() < 0.5 THEN pg_temp.some_id('data_source') END, pg_temp.moment(), pg_temp.moment()
FROM (SELECT i, pg_temp.one_of('ACTIVE', 'ACTIVE', 'DISSOLVED', 'CLOSED') AS status FROM generate_series(1, 30) i) corporations;

INSERT INTO facility (corporation_id, name, kana, postal_code, address, building, municipality_code, latitude, longitude,
                      capacity, opened_on, main_service_kind_id, status, ended_on, sample, confirmed_at, created_at, updated_at)
SELECT CASE WHEN random() < 0.85 THEN pg_temp.some_id('corporation') END,
       '見本' || pg_temp.one_of('ひまわり苑', 'ひまわり', '100%荘', 'あ_い', 'か\\す', 'Home', 'home') || floor(random() * 3),
       pg_temp.one_of('ひまわり', 'あい', '', 'かすみ'),
       CASE WHEN random() < 0.6 THEN pg_temp.one_of('9900000', '9990000') END,
       '見本市' || floor(random() * 4), CASE WHEN random() < 0.3 THEN '1F' END,
       (SELECT code FROM municipality WHERE i > 0 ORDER BY random() LIMIT 1),
       CASE WHEN place < 0.7 THEN 38 + floor(place * 10) / 7 END, CASE WHEN place < 0.7 THEN 140 + place / 3 END,
       CASE WHEN random() < 0.6 THEN (1 + floor(random() * 4)::int) * 10 END, CASE WHEN random() < 0.6 THEN pg_temp.day() END,
       CASE WHEN random() < 0.7 THEN pg_temp.some_id('service_kind') END,
       status::registry_status, CASE WHEN status <> 'ACTIVE' THEN pg_temp.day() END, true,
       CASE WHEN random() < 0.6 THEN pg_temp.moment() END, pg_temp.moment(), pg_temp.moment()
FROM (SELECT i, random() AS place, pg_temp.one_of('ACTIVE', 'ACTIVE', 'DISSOLVED', 'CLOSED') AS status
      FROM generate_series(1, 120) i) places;

INSERT INTO service_office (facility_id, corporation_id, service_kind_id, name, kana, capacity, open_days, status, sample, created_at, updated_at)
SELECT pg_temp.some_id('facility'), CASE WHEN random() < 0.5 THEN pg_temp.some_id('corporation') END,
       pg_temp.some_id('service_kind'), '見本事業所' || floor(random() * 5), pg_temp.one_of('か', 'き', ''),
       CASE WHEN random() < 0.5 THEN 1 + floor(random() * 3)::int END, CASE WHEN random() < 0.4 THEN '月火' END,
       'ACTIVE', true, pg_temp.moment(), pg_temp.moment()
FROM generate_series(1, 200) i;

INSERT INTO shelter (kind, source_key, name, address, municipality_code, latitude, longitude, welfare, accepted_persons,
                     hazards, facility_id, match_reason, status, sample, created_at, updated_at)
SELECT pg_temp.one_of('DESIGNATED_SHELTER', 'EMERGENCY_SITE')::shelter_kind, i::text, '見本避難所' || floor(random() * 4),
       '見本市', (SELECT code FROM municipality WHERE i > 0 ORDER BY random() LIMIT 1), NULL, NULL, random() < 0.3,
       CASE WHEN random() < 0.3 THEN '要配慮者' END,
       CASE floor(random() * 4) WHEN 0 THEN '{}'::text[] WHEN 1 THEN '{洪水}' WHEN 2 THEN '{洪水,地震}' ELSE '{津波,地震}' END,
       facility_id, CASE WHEN facility_id IS NOT NULL THEN 'SAME_NAME' END, 'ACTIVE', true, pg_temp.moment(), pg_temp.moment()
FROM (SELECT i, CASE WHEN random() < 0.5 THEN pg_temp.some_id('facility') END AS facility_id FROM generate_series(1, 60) i) matched;

INSERT INTO facility_contact (facility_id, role_title, person_name, day_phone, night_phone, position, updated_at)
SELECT id, pg_temp.one_of('施設長', '宿直'), CASE WHEN random() < 0.5 THEN '見本 太郎' END, '000',
       CASE WHEN random() < 0.5 THEN '111' END, n, pg_temp.moment()
FROM facility, generate_series(1, 2) n WHERE random() < 0.4;

INSERT INTO app_user (name, email, failed_sign_ins, sample, created_at, updated_at)
SELECT '見本 ' || i, 'person' || i || '@example.jp', i % 3, true, pg_temp.moment(), pg_temp.moment() FROM generate_series(1, 12) i;

INSERT INTO facility_confirmation (facility_id, block, confirmed_at, confirmed_by_user_id, confirmed_by_role)
SELECT pg_temp.some_id('facility'), pg_temp.one_of('BASIC', 'CONTACTS', 'EQUIPMENT')::facility_block, pg_temp.moment(),
       pg_temp.some_id('app_user'), pg_temp.one_of('FACILITY_DIRECTOR', 'FACILITY_STAFF')::role_name
FROM generate_series(1, 100);

INSERT INTO platform (name, kind, municipality_code, sample, updated_at)
SELECT '見本ネットワーク' || i, 'COUNCIL_LED', CASE WHEN i = 1 THEN (SELECT min(code) FROM municipality) END, true, pg_temp.moment()
FROM generate_series(1, 3) i;

INSERT INTO platform_membership (platform_id, corporation_id, position, starts_on, ends_on, updated_at)
SELECT platform.id, corporation.id, floor(random() * 4)::int, date '2025-04-01',
       CASE WHEN random() < 0.5 THEN date '2026-03-31' END, pg_temp.moment()
FROM platform, corporation WHERE random() < 0.4;

INSERT INTO role_assignment (user_id, role, facility_id, starts_on, ends_on, granted_by_user_id, updated_at)
SELECT pg_temp.some_id('app_user'), 'FACILITY_STAFF', facility.id, date '2026-04-01',
       CASE WHEN random() < 0.5 THEN date '2027-03-31' END,
       CASE WHEN random() < 0.5 THEN pg_temp.some_id('app_user') END, pg_temp.moment()
FROM facility WHERE random() < 0.5;

INSERT INTO notification (user_id, event_id, kind, params, link, created_at, read_at)
SELECT pg_temp.some_id('app_user'), uuidv7(), pg_temp.one_of('a', 'b'),
       json_build_object('text', '見本', 'number', i, 'nothing', null, 'list', json_build_array(1.5, true)), '/',
       pg_temp.moment(), CASE WHEN random() < 0.5 THEN pg_temp.moment() END
FROM generate_series(1, 60) i;

INSERT INTO audit_entry (seq, at, actor_user_id, acting_key, acting_roles, command, subject_type, audience, input,
                         input_hash, prev_hash, hash)
SELECT 9007199254740990 + i, pg_temp.moment(), CASE WHEN random() < 0.5 THEN pg_temp.some_id('app_user') END,
       CASE WHEN random() < 0.5 THEN 'SYSTEM:1' END, '{}', pg_temp.one_of('one', 'two'), NULL,
       CASE floor(random() * 3) WHEN 0 THEN NULL WHEN 1 THEN '{public}'::text[] ELSE '{public,user:1}' END,
       CASE WHEN random() < 0.7 THEN '{"a": [1, {"b": "見本"}]}'::jsonb END, '\\x01', '\\x02', '\\x03'
FROM generate_series(1, 60) i;
`
