import { createHash } from 'node:crypto'
import { Prisma } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../kernel/db.ts'
import { outdated } from '../rules/import-steps.ts'
import { RECORD_TABLES } from './record-tables.ts'

const { raw } = Prisma

/**
 * Writes what was checked, in this transaction and statement by statement: the records of one kind at a time. Every
 * record must still stand as it was compared; what was created meanwhile under the same number counts as changed too.
 */
export async function writeImport(tx: Tx, runId: string, now: Date): Promise<void> {
  await writeSources(tx, runId, now)
  await tx.$executeRaw`
    CREATE TEMP TABLE w_write ON COMMIT DROP AS
    SELECT c.id AS change_id, c.record, c.record_id, c.action, c.expected_version,
      CASE WHEN c.action = 'CREATE' THEN c.after
        ELSE jsonb_pick(c.after, ARRAY(SELECT unnest(c.changed) EXCEPT SELECT unnest(c.protected) WHERE NOT c.takes_protected)) END
      || CASE WHEN f.source_id IS NOT NULL AND c.record <> 'FACILITY_CONTACT'
             AND NOT (c.record = 'SHELTER' AND c.action = 'CHANGE' AND c.changed <@ '{capacity,capacity_text}')
           THEN jsonb_build_object('data_source_id', f.source_id) ELSE '{}' END
      || CASE WHEN f.source_id IS NOT NULL AND c.record = 'SHELTER' AND (c.after ? 'capacity' OR c.after ? 'capacity_text')
           THEN jsonb_build_object('capacity_source_id', f.source_id) ELSE '{}' END AS values
    FROM import_change AS c LEFT JOIN import_file AS f ON f.run_id = c.run_id AND f.position = c.file
    WHERE c.run_id = ${runId}::uuid AND c.action IN ('CREATE', 'CHANGE', 'CLOSE')`
  await tx.$executeRaw`ANALYZE w_write`
  // A facility's search text is computed when its offices are there, instead of twice.
  await setting(tx, 'yui.offices_follow', 'on')
  for (const { record, table, columns, defaults } of RECORD_TABLES) {
    const list = columns.join(', ')
    const [{ created, changed } = { created: 0, changed: 0 }] = await tx.$queryRaw<Sums[]>`
      SELECT count(*) FILTER (WHERE action = 'CREATE')::int AS created, count(*) FILTER (WHERE action <> 'CREATE')::int AS changed
      FROM w_write WHERE record = ${record}::registry_record`
    await planAnew(tx)
    if (created > 0) {
      // Somebody else created it meanwhile: seen by the count. A contact has no key of its own that could meet another.
      const written = await tx.$executeRaw`
        INSERT INTO ${raw(table)} (id, updated_at, ${raw(list)})
        SELECT w.record_id, ${now}, ${raw(columns.map((column) => `r.${column}`).join(', '))}
        FROM w_write AS w
        CROSS JOIN LATERAL jsonb_populate_record(NULL::${raw(table)}, ${defaults}::jsonb || w.values) AS r
        WHERE w.record = ${record}::registry_record AND w.action = 'CREATE'
        ${raw(record === 'FACILITY_CONTACT' ? '' : 'ON CONFLICT DO NOTHING')}`
      if (written < created) throw outdated()
    }
    if (changed > 0) {
      await tx.$executeRaw`
        UPDATE import_change AS c SET before = jsonb_pick(to_jsonb(t), ARRAY(SELECT jsonb_object_keys(w.values)))
        FROM w_write AS w JOIN ${raw(table)} AS t ON t.id = w.record_id
        WHERE c.id = w.change_id AND w.record = ${record}::registry_record AND w.action <> 'CREATE'`
      const written = await tx.$executeRaw`
        UPDATE ${raw(table)} AS t SET version = t.version + 1, updated_at = ${now},
          ${raw(columns.map((column) => `${column} = n.${column}`).join(', '))}
        FROM (
          SELECT w.expected_version, r.* FROM w_write AS w JOIN ${raw(table)} AS s ON s.id = w.record_id
          CROSS JOIN LATERAL jsonb_populate_record(s, w.values) AS r
          WHERE w.record = ${record}::registry_record AND w.action <> 'CREATE'
        ) AS n
        WHERE t.id = n.id AND t.version = n.expected_version`
      if (written < changed) throw outdated()
    }
  }
  await setting(tx, 'yui.offices_follow', '')
  await setting(tx, 'yui.refreshing', 'on')
  await tx.$executeRaw`
    UPDATE facility AS f SET search_text = facility_search_text(f) FROM w_write AS w
    WHERE w.record = 'FACILITY' AND w.action = 'CREATE' AND f.id = w.record_id AND f.search_text = ''`
  await setting(tx, 'yui.refreshing', '')
  await noteVersions(tx, runId)
}

/**
 * The registry's triggers and functions keep the plans that this connection made for the registry as it stood earlier:
 * reading ten facilities from end to end is right, and for each of 60,000 offices reading 20,000 is not.
 */
export const planAnew = (tx: Tx) => tx.$executeRaw`DISCARD PLANS`

/** Tells the triggers of the registry something, for this transaction. */
const setting = (tx: Tx, name: string, value: string) =>
  tx.$executeRaw`SELECT set_config(${name}, ${value}, true)`

interface Sums {
  readonly created: number
  readonly changed: number
}

/** Which version each written record has now: undoing looks whether it still has. */
async function noteVersions(tx: Tx, runId: string): Promise<void> {
  for (const { record, table } of RECORD_TABLES) {
    await tx.$executeRaw`
      UPDATE import_change AS c SET written_version = t.version FROM ${raw(table)} AS t
      WHERE c.run_id = ${runId}::uuid AND c.record = ${record}::registry_record AND t.id = c.record_id
        AND c.action IN ('CREATE', 'CHANGE', 'CLOSE')`
  }
  // Else the planner takes these changes for unwritten, which are none, and undoing compares each with each.
  await tx.$executeRaw`ANALYZE import_change (run_id, record, record_id, action, written_version)`
}

/** A fingerprint of all files of one source. */
export function sourceHashOf(
  files: readonly { name: string; contentHash: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256')
  for (const { name, contentHash } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\0`).update(contentHash)
  return new Uint8Array(hash.digest())
}

/** The published sources the files belong to, with title, issuer, licence and day; how they stood before is kept. */
async function writeSources(tx: Tx, runId: string, now: Date): Promise<void> {
  const files = await tx.importFile.findMany({
    where: { runId, title: { not: null } },
    orderBy: { position: 'asc' },
  })
  for (const [key, ofSource] of Map.groupBy(files, ({ sourceKey }) => sourceKey)) {
    const [first] = ofSource
    if (!first) continue
    const before = await tx.dataSource.findUnique({ where: { key } })
    const contentHash = sourceHashOf(
      ofSource.map(({ name, contentHash: hash }) => ({ name, contentHash: hash ?? new Uint8Array() })),
    )
    const data = {
      title: first.title ?? key,
      issuer: first.issuer ?? '',
      licence: first.licence ?? '',
      asOf: first.asOf ?? now,
      contentHash,
      rowCount: ofSource.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0),
    }
    const isSame =
      before &&
      Buffer.from(before.contentHash).equals(Buffer.from(contentHash)) &&
      before.title === data.title
    const source = isSame
      ? before
      : await tx.dataSource.upsert({
          where: { key },
          create: { key, ...data, importedAt: now },
          update: { ...data, importedAt: now },
        })
    await tx.importFile.updateMany({
      where: { id: { in: ofSource.map(({ id }) => id) } },
      data: { sourceId: source.id },
    })
    if (!isSame) {
      // Only the first file of a source keeps how it stood: undoing sets it back once.
      await tx.$executeRaw`
        UPDATE import_file SET source_before = ${before ? JSON.stringify({ ...before, contentHash: Buffer.from(before.contentHash).toString('hex') }) : '{}'}::jsonb
        WHERE id = ${first.id}::uuid`
    }
  }
}
