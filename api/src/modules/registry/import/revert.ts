import { Prisma } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../kernel/db.ts'
import { builtOn } from '../rules/import-steps.ts'
import { isBuiltOn } from './run-record.ts'
import { RECORD_TABLES } from './record-tables.ts'
import { planAnew } from './write.ts'

const { raw } = Prisma

/** Sets everything an import wrote back to how it stood, in this transaction; refuses when somebody has built on it. */
export async function revertImport(tx: Tx, runId: string, now: Date): Promise<void> {
  // Nobody builds on it while this looks: whoever refers to a record waits for its lock.
  for (const { record, table } of RECORD_TABLES) {
    await tx.$executeRaw`
      SELECT 1 FROM ${raw(table)} AS t JOIN import_change AS c ON c.record_id = t.id
      WHERE c.run_id = ${runId}::uuid AND c.record = ${record}::registry_record AND c.written_version IS NOT NULL
      ORDER BY t.id FOR UPDATE OF t`
  }
  if (await isBuiltOn(tx, runId)) throw builtOn()

  for (const { record, table, columns } of RECORD_TABLES) {
    await planAnew(tx)
    await tx.$executeRaw`
      UPDATE ${raw(table)} AS t SET version = t.version + 1, updated_at = ${now},
        ${raw(columns.map((column) => `${column} = n.${column}`).join(', '))}
      FROM (
        SELECT r.* FROM (
          SELECT record_id, jsonb_object_agg(b.key, b.value) AS before
          FROM import_change AS c CROSS JOIN LATERAL jsonb_each(c.before) AS b
          WHERE c.run_id = ${runId}::uuid AND c.record = ${record}::registry_record AND c.action <> 'CREATE' AND c.written_version IS NOT NULL
          GROUP BY record_id
        ) AS w JOIN ${raw(table)} AS s ON s.id = w.record_id CROSS JOIN LATERAL jsonb_populate_record(s, w.before) AS r
      ) AS n WHERE t.id = n.id`
    // An earlier import whose state is restored by this can be undone next, although the version has moved on.
    await tx.$executeRaw`
      UPDATE import_change AS earlier SET written_version = t.version
      FROM (
        SELECT record_id, min(expected_version) AS version FROM import_change
        WHERE run_id = ${runId}::uuid AND record = ${record}::registry_record AND action <> 'CREATE' AND written_version IS NOT NULL
        GROUP BY record_id
      ) AS restored JOIN ${raw(table)} AS t ON t.id = restored.record_id
      WHERE earlier.record_id = restored.record_id AND earlier.run_id <> ${runId}::uuid
        AND earlier.written_version = restored.version`
  }
  // Shelters that the portal recognized as one of the facilities; those a person recognized were obstacles.
  await tx.$executeRaw`
    UPDATE shelter AS s SET facility_id = NULL, match_reason = NULL, updated_at = ${now}
    FROM import_change AS c WHERE c.run_id = ${runId}::uuid AND c.record = 'FACILITY' AND c.action = 'CREATE'
      AND c.written_version IS NOT NULL AND s.facility_id = c.record_id`
  for (const { record, table } of RECORD_TABLES.toReversed()) {
    await planAnew(tx)
    await tx.$executeRaw`
      DELETE FROM ${raw(table)} AS t USING import_change AS c
      WHERE c.run_id = ${runId}::uuid AND c.record = ${record}::registry_record AND c.action = 'CREATE'
        AND c.written_version IS NOT NULL AND t.id = c.record_id`
  }
  await revertSources(tx, runId)
}

async function revertSources(tx: Tx, runId: string): Promise<void> {
  const files = await tx.importFile.findMany({ where: { runId, sourceId: { not: null } } })
  for (const { sourceId, sourceBefore } of files) {
    if (!sourceId || sourceBefore === null) continue
    const before = sourceBefore as Record<string, string | number>
    if (Object.keys(before).length === 0) {
      // It came with this import; another one may have brought the same list since.
      await tx.$executeRaw`
        DELETE FROM data_source AS d WHERE d.id = ${sourceId}::uuid
          AND NOT EXISTS (SELECT FROM corporation WHERE data_source_id = d.id)
          AND NOT EXISTS (SELECT FROM facility WHERE data_source_id = d.id)
          AND NOT EXISTS (SELECT FROM service_office WHERE data_source_id = d.id)
          AND NOT EXISTS (SELECT FROM shelter WHERE d.id IN (data_source_id, capacity_source_id))`
      continue
    }
    await tx.dataSource.update({
      where: { id: sourceId },
      data: {
        title: String(before.title),
        issuer: String(before.issuer),
        licence: String(before.licence),
        asOf: new Date(before.asOf ?? 0),
        contentHash: new Uint8Array(Buffer.from(String(before.contentHash), 'hex')),
        rowCount: Number(before.rowCount),
        importedAt: new Date(before.importedAt ?? 0),
      },
    })
  }
}
