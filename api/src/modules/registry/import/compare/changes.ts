import { Prisma } from '../../../../generated/prisma/client.ts'
import type { Tx } from '../../../../kernel/db.ts'

const { raw } = Prisma

/** What is compared, in the order in which it is written, and which of its columns are not changed unasked. */
const RECORDS = [
  // Columns of blocks that somebody confirmed are guarded like those a person set.
  {
    record: 'CORPORATION',
    table: 'corporation',
    handSet: 'e.hand_set',
    confirmed: 'corporation_confirmed_columns(e.id)',
  },
  {
    record: 'FACILITY',
    table: 'facility',
    handSet: 'e.hand_set',
    confirmed: 'facility_confirmed_columns(e.id)',
  },
  {
    record: 'SERVICE_OFFICE',
    table: 'service_office',
    handSet: 'e.hand_set',
    confirmed: `CASE WHEN EXISTS (SELECT FROM facility_confirmation AS x WHERE x.facility_id = e.facility_id AND x.block = 'SERVICES')
      THEN c.changed ELSE '{}' END`,
  },
  {
    record: 'FACILITY_CONTACT',
    table: 'facility_contact',
    handSet: `'{}'::text[]`,
    confirmed: `CASE WHEN EXISTS (SELECT FROM facility_confirmation AS x WHERE x.facility_id = e.facility_id AND x.block = 'CONTACTS')
      THEN c.changed ELSE '{}' END`,
  },
  { record: 'SHELTER', table: 'shelter', handSet: 'e.hand_set', confirmed: `'{}'::text[]` },
] as const

/** Columns that hold a key: whoever looks at the change is shown a name. */
const KEYS = [
  'corporation_id',
  'facility_id',
  'main_service_kind_id',
  'service_kind_id',
  'municipality_code',
  'seat_municipality_code',
]

/** Compares what each record should be with what it is, column by column. */
export async function writeChanges(tx: Tx, runId: string): Promise<void> {
  for (const { record, table, handSet, confirmed } of RECORDS) {
    await tx.$executeRaw`
      INSERT INTO import_change (run_id, number, record, record_id, action, label, identifier, before, after, changed, protected,
        has_protected, lines, names, expected_version, file)
      SELECT ${runId}::uuid,
        (SELECT coalesce(max(number), 0) FROM import_change WHERE run_id = ${runId}::uuid) + row_number() OVER (ORDER BY w.nth, w.record_id),
        w.record::registry_record, w.record_id,
        CASE WHEN e.id IS NULL THEN 'CREATE' WHEN cardinality(c.changed) = 0 THEN 'SAME'
          WHEN p.protected @> c.changed THEN 'KEEP' WHEN c.closes THEN 'CLOSE' ELSE 'CHANGE' END::import_action,
        w.label, w.identifier,
        CASE WHEN e.id IS NOT NULL THEN jsonb_pick(c.standing, c.changed) END,
        CASE WHEN e.id IS NULL THEN w.wanted ELSE jsonb_pick(w.wanted, c.changed) END,
        c.changed, p.protected, cardinality(p.protected) > 0, w.lines,
        CASE WHEN c.changed && ${KEYS} THEN n.names ELSE '{}' END,
        e.version, w.file
      FROM w_want AS w LEFT JOIN ${raw(table)} AS e ON e.id = w.record_id
      CROSS JOIN LATERAL (SELECT CASE WHEN e.id IS NOT NULL THEN to_jsonb(e) END AS standing) AS s
      CROSS JOIN LATERAL (SELECT s.standing, changed_columns(s.standing, w.wanted) AS changed,
        coalesce(w.wanted ->> 'status' = 'CLOSED', false) AS closes) AS c
      CROSS JOIN LATERAL (SELECT CASE WHEN e.id IS NULL OR cardinality(c.changed) = 0 THEN '{}'::text[] ELSE ARRAY(
        SELECT unnest(c.changed) INTERSECT SELECT unnest(hand_set_columns(${raw(handSet)}) || ${raw(confirmed)}) ORDER BY 1)
        END AS protected) AS p
      LEFT JOIN corporation AS c1 ON c1.id = (c.standing ->> 'corporation_id')::uuid
      LEFT JOIN corporation AS c2 ON c2.id = (w.wanted ->> 'corporation_id')::uuid
      LEFT JOIN facility AS f1 ON f1.id = (c.standing ->> 'facility_id')::uuid
      LEFT JOIN facility AS f2 ON f2.id = (w.wanted ->> 'facility_id')::uuid
      -- What this import itself creates.
      LEFT JOIN w_want AS w1 ON w1.record_id = (w.wanted ->> 'corporation_id')::uuid
      LEFT JOIN w_want AS w2 ON w2.record_id = (w.wanted ->> 'facility_id')::uuid
      LEFT JOIN service_kind AS k1 ON k1.id = coalesce(c.standing ->> 'main_service_kind_id', c.standing ->> 'service_kind_id')::uuid
      LEFT JOIN service_kind AS k2 ON k2.id = coalesce(w.wanted ->> 'main_service_kind_id', w.wanted ->> 'service_kind_id')::uuid
      LEFT JOIN municipality AS m1 ON m1.code = coalesce(c.standing ->> 'municipality_code', c.standing ->> 'seat_municipality_code')
      LEFT JOIN municipality AS m2 ON m2.code = coalesce(w.wanted ->> 'municipality_code', w.wanted ->> 'seat_municipality_code')
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_object_agg(key, name) FILTER (WHERE key IS NOT NULL AND name IS NOT NULL), '{}') AS names
        FROM (VALUES (c1.id::text, c1.name), (c2.id::text, c2.name), (w1.record_id::text, w1.label), (f1.id::text, f1.name),
          (f2.id::text, f2.name), (w2.record_id::text, w2.label), (k1.id::text, k1.short_name), (k2.id::text, k2.short_name),
          (m1.code::text, m1.name), (m2.code::text, m2.name)) AS v (key, name)
      ) AS n
      WHERE w.record = ${record}`
  }
}
