import type pg from 'pg'
import { voluntaryRulebook } from '../../../api/src/modules/rulebooks/public.ts'

/** What gathers in years of use beside the registry: so many rows that reading them all would be noticed. */
export async function insertPastYears(client: pg.ClientBase): Promise<void> {
  await client.query(rows)
}

const rows = `
INSERT INTO notification (user_id, event_id, kind, params, link, created_at)
SELECT (SELECT id FROM app_user OFFSET n % (SELECT count(*) FROM app_user) LIMIT 1), uuidv7(), 'x', '{}', '/', now() - n * interval '1 minute'
FROM generate_series(1, 3000) n;

INSERT INTO audit_entry (seq, at, actor_user_id, acting_key, acting_roles, command, subject_type, subject_id, audience,
                         input_hash, prev_hash, hash)
SELECT n, now() - n * interval '1 minute', u.id, 'CORPORATION:' || c.id, '{}', 'command' || n % 9, 'Facility', n::text,
       ARRAY['corporation:' || c.id, 'user:' || u.id], '\\x00', '\\x00', '\\x00'
FROM generate_series(1, 3000) n
JOIN LATERAL (SELECT id FROM app_user OFFSET n % 40 LIMIT 1) u ON true
JOIN LATERAL (SELECT id FROM corporation OFFSET n % 100 LIMIT 1) c ON true;

INSERT INTO event_log (seq, id, at, name, payload, audience, entities)
SELECT n, uuidv7(), now(), 'x.X.v1', '{}', CASE WHEN n % 3 = 0 THEN '{public}'::text[] ELSE ARRAY['facility:' || uuidv7()] END, '{}'
FROM generate_series(1, 3000) n;

INSERT INTO auth_session (token, user_id, expires_at, updated_at)
SELECT 'token ' || n, (SELECT id FROM app_user OFFSET n % 40 LIMIT 1), now() + interval '1 day', now() FROM generate_series(1, 1500) n;

INSERT INTO api_token (user_id, name, prefix, token_hash, acting_key, scopes, expires_at, updated_at)
SELECT (SELECT id FROM app_user OFFSET n % 40 LIMIT 1), 'x', 'x', sha256(n::text::bytea), 'SYSTEM:system', '{}', now(), now()
FROM generate_series(1, 1500) n;

INSERT INTO invitation (email, name, role, corporation_id, starts_on, token_hash, expires_at, invited_by_user_id, updated_at)
SELECT 'x' || n || '@example.jp', 'x', 'CORPORATION_ADMIN', c.id, now(), sha256(n::text::bytea), now(), u.id, now()
FROM generate_series(1, 1500) n
JOIN LATERAL (SELECT id FROM app_user OFFSET n % 40 LIMIT 1) u ON true
JOIN LATERAL (SELECT id FROM corporation OFFSET n % 100 LIMIT 1) c ON true;

INSERT INTO import_run (state, started_at, updated_at, platform_id, body_key)
SELECT 'CHECKED', now() - n * interval '1 minute', now(), p.id, 'PLATFORM:' || p.id
FROM generate_series(1, 1500) n JOIN LATERAL (SELECT id FROM platform OFFSET n % 5 LIMIT 1) p ON true;

INSERT INTO import_file (run_id, position, name, source_key, updated_at) SELECT id, 1, 'x.csv', 'x', now() FROM import_run;

INSERT INTO import_row (run_id, number, file_id, line, outcome, label, cells, problems)
SELECT f.run_id, n, f.id, n + 1, CASE WHEN n % 50 = 0 THEN 'REFUSED' ELSE 'TAKEN' END::import_row_outcome, 'x', '{}', '[]'
FROM (SELECT id, run_id FROM import_file ORDER BY id LIMIT 10) f, generate_series(1, 500) n;

INSERT INTO import_change (run_id, number, record, record_id, action, label, after, changed, protected, lines)
SELECT r.id, n, 'FACILITY', uuidv7(), CASE WHEN n % 50 = 0 THEN 'CHANGE' ELSE 'SAME' END::import_action, 'x', '{}', '{}', '{}', '[]'
FROM (SELECT id FROM import_run ORDER BY id LIMIT 10) r, generate_series(1, 500) n;

INSERT INTO confirmation_request (platform_id, facility_id, asked_at, asked_by_user_id, answered_at, updated_at)
SELECT m.platform_id, f.id, now() - n * interval '1 day', (SELECT id FROM app_user LIMIT 1), now(), now()
FROM facility f JOIN platform_membership m ON m.corporation_id = f.corporation_id, generate_series(1, 3) n;

INSERT INTO confirmation_request_block (request_id, block, answered_at, answer)
SELECT id, 'CONTACTS', now(), 'CONFIRMED' FROM confirmation_request;

INSERT INTO rulebook_version (platform_id, number, effective_on, adopted_on, rules, articles, updated_at)
SELECT p.id, n, '2000-01-01'::date + n, '2000-01-01', '${JSON.stringify(voluntaryRulebook)}', '[]', now() FROM platform p, generate_series(1, 300) n;

INSERT INTO mail_message (key, to_address, subject, body)
SELECT n::text, 'x@example.jp', 'x', 'x' FROM generate_series(1, 1500) n;

INSERT INTO match_proposal (kind, pair_key, facility_id, other_facility_id, owner_id, other_owner_id, municipality_code, score, reasons,
                            state, postponed, sample, decided_at, decided_by_user_id, updated_at)
SELECT 'FACILITY_FACILITY', f.id || ' ' || o.id, f.id, o.id, f.corporation_id, o.corporation_id, f.municipality_code, f.n % 100, '[]',
       CASE WHEN f.n % 3 = 0 THEN 'DIFFERENT' ELSE 'OPEN' END::match_state, f.n % 7 = 1 AND f.n % 3 > 0, true,
       CASE WHEN f.n % 3 = 0 THEN now() END, CASE WHEN f.n % 3 = 0 THEN u.id END, now()
FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM facility) AS f
JOIN (SELECT *, row_number() OVER (ORDER BY id) AS n FROM facility) AS o ON o.n IN (f.n + 1, f.n + 2)
CROSS JOIN LATERAL (SELECT id FROM app_user LIMIT 1) AS u;

INSERT INTO registry_merge (record, kept_facility_id, absorbed_facility_id, merged_at, merged_by_user_id, undone_at, undone_by_user_id, updated_at)
SELECT 'FACILITY', facility_id, other_facility_id, now() - n * interval '1 minute', u.id, now(), u.id, now()
FROM (SELECT *, row_number() OVER () AS n FROM match_proposal) AS p
CROSS JOIN LATERAL (SELECT id FROM app_user LIMIT 1) AS u LIMIT 1500;
`
