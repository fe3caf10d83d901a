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
        CASE WHEN c.changed && '{corporation_id,main_service_kind_id,service_kind_id,facility_id,municipality_code,seat_municipality_code}'
          THEN import_names(c.standing, w.wanted) ELSE '{}' END,
        e.version, w.file
      FROM w_want AS w LEFT JOIN ${raw(table)} AS e ON e.id = w.record_id
      CROSS JOIN LATERAL (SELECT CASE WHEN e.id IS NOT NULL THEN to_jsonb(e) END AS standing) AS s
      CROSS JOIN LATERAL (SELECT s.standing, changed_columns(s.standing, w.wanted) AS changed,
        coalesce(w.wanted ->> 'status' = 'CLOSED', false) AS closes) AS c
      CROSS JOIN LATERAL (SELECT CASE WHEN e.id IS NULL OR cardinality(c.changed) = 0 THEN '{}'::text[] ELSE ARRAY(
        SELECT unnest(c.changed) INTERSECT SELECT unnest(hand_set_columns(${raw(handSet)}) || ${raw(confirmed)}) ORDER BY 1)
        END AS protected) AS p
      WHERE w.record = ${record}`
  }
}
