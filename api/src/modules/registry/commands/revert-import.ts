import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { revertImport as revert } from '../import/revert.ts'
import { actUnderWay, holdRun } from '../import/run-record.ts'
import * as policy from '../policy/import.ts'

export const revertImport = command({
  name: 'revertImport',
  description: 'Takes back everything an import wrote: all of it or nothing.',
  input: z.object({ importRunId: z.uuid().describe('The import.') }),
  patience: 1_800,
  async subject(tx, { importRunId }) {
    await holdRun(tx, importRunId)
    return tx.importRun.findFirst({ where: { id: importRunId, state: 'UNDOING' } })
  },
  may: policy.onlyThePortal,
  async run({ tx, subject, now, emit }) {
    await revert(tx, subject.id, now)
    await save(tx.importRun, subject, subject.version, {
      state: 'UNDONE',
      phase: null,
      undoneAt: now,
      endedAt: now,
      undoActId: await actUnderWay(tx),
    })
    emit(
      events.ImportReverted,
      { importRunId: subject.id },
      { audience: ['public'], entities: [globalId('ImportRun', subject.id)] },
    )
    return { importRunId: subject.id }
  },
})
