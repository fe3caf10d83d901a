import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { save } from '../../../kernel/save.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { UNDO_JOB } from '../import/jobs.ts'
import { isBuiltOn } from '../import/run-record.ts'
import * as policy from '../policy/import.ts'
import { builtOn, notThereYet } from '../rules/import-steps.ts'

export const undoImport = command({
  name: 'undoImport',
  description:
    'Has everything an import wrote taken back, all of it or nothing, as long as nobody has built on it and its 30 days are not over.',
  input: z.object({
    importRunId: idOf('ImportRun').describe('The import.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({ where: { id: importRunId, AND: policy.visibleTo(viewer) } }),
  may: policy.work,
  async run({ tx, subject, input, viewer }) {
    if (!policy.isReadyFor('undo', subject) || subject.forgottenAt) throw notThereYet()
    if (await isBuiltOn(tx, subject.id)) throw builtOn()
    await save(tx.importRun, subject, input.version, {
      state: 'UNDOING',
      phase: 'WRITING',
      failure: null,
      failureDetail: null,
    })
    if (!isSystem(viewer)) await addJob(tx, UNDO_JOB, { runId: subject.id, checkNumber: subject.checkNumber })
    return { importRunId: subject.id }
  },
})
