import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { revertImport as revert } from '../import/revert.ts'
import * as policy from '../policy/import.ts'

export const revertImport = command({
  name: 'revertImport',
  description: 'Takes back everything an import wrote: all of it or nothing.',
  input: z.object({ importRunId: z.uuid().describe('The import.') }),
  patience: 1_800,
  async subject(tx, { importRunId }) {
    await tx.$queryRaw`SELECT 1 FROM import_run WHERE id = ${importRunId}::uuid FOR UPDATE`
    return tx.importRun.findFirst({ where: { id: importRunId, state: 'UNDOING' } })
  },
  may: policy.onlyThePortal,
  async run({ tx, subject, now, emit }) {
    await revert(tx, subject.id, now)
    const [act] = await tx.$queryRaw<{ id: string | null }[]>`
      SELECT nullif(current_setting('yui.act', true), '') AS id`
    await save(tx.importRun, subject, subject.version, {
      state: 'UNDONE',
      phase: null,
      undoneAt: now,
      endedAt: now,
      undoActId: act?.id ?? null,
    })
    emit(
      events.ImportUndone,
      { importRunId: subject.id },
      { audience: ['public'], entities: [globalId('ImportRun', subject.id)] },
    )
    return { importRunId: subject.id }
  },
})
