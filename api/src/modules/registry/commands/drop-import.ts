import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import { takeFreeRun } from '../import/run-record.ts'
import * as policy from '../policy/import.ts'
import { atWork, notThereYet } from '../rules/import-steps.ts'

export const dropImport = command({
  name: 'dropImport',
  description: 'Gives an import up before it is written; its files are deleted 30 days later.',
  input: z.object({ importRunId: idOf('ImportRun').describe('The import.') }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({ where: { id: importRunId, AND: policy.visibleTo(viewer) } }),
  may: policy.work,
  async run({ tx, subject, now }) {
    if (!policy.isReadyFor('drop', subject)) throw notThereYet()
    // Whoever is writing it holds its row until the commit: nobody waits for that.
    if (!(await takeFreeRun(tx, subject.id))) throw atWork()
    await save(tx.importRun, subject, subject.version, { state: 'DROPPED', phase: null, endedAt: now })
    return { importRunId: subject.id }
  },
})
