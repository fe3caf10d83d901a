import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { writeImport } from '../import/write.ts'
import { actUnderWay, holdRun } from '../import/run-record.ts'
import * as policy from '../policy/import.ts'

export const applyImport = command({
  name: 'applyImport',
  description: 'Writes a confirmed import to the registry: all of it or nothing.',
  input: z.object({ importRunId: z.uuid().describe('The import.') }),
  patience: 1_800,
  async subject(tx, { importRunId }) {
    await holdRun(tx, importRunId)
    return tx.importRun.findFirst({ where: { id: importRunId, state: 'APPLYING' } })
  },
  may: policy.onlyThePortal,
  async run({ tx, subject, now, emit }) {
    await writeImport(tx, subject.id, now)
    await save(tx.importRun, subject, subject.version, {
      state: 'APPLIED',
      phase: null,
      appliedAt: now,
      endedAt: now,
      actId: await actUnderWay(tx),
    })
    const { createdCount: created, changedCount, closedCount } = subject
    const changed = changedCount + closedCount
    if (created + changed > 0) {
      const files = await tx.importFile.findMany({
        where: { runId: subject.id, sourceId: { not: null } },
        select: { sourceKey: true },
        distinct: ['sourceKey'],
      })
      const payload = {
        sources: files.map(({ sourceKey }) => sourceKey),
        created,
        changed,
        importRunId: subject.id,
      }
      emit(events.PublishedDataImported, payload, {
        audience: ['public'],
        entities: [globalId('ImportRun', subject.id)],
      })
    }
    return { importRunId: subject.id }
  },
})
