import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { save } from '../../../kernel/save.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { APPLY_JOB } from '../import/jobs.ts'
import * as policy from '../policy/import.ts'
import { notThereYet } from '../rules/import-steps.ts'

export const confirmImport = command({
  name: 'confirmImport',
  description:
    'Has what was checked written to the registry, all of it or nothing. Values that people set or confirmed stay unless the file’s were chosen.',
  input: z.object({
    importRunId: idOf('ImportRun').describe('The import.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({ where: { id: importRunId, AND: policy.visibleTo(viewer) } }),
  may: policy.work,
  async run({ tx, subject, input, viewer }) {
    if (!policy.isReadyFor('confirm', subject)) throw notThereYet()
    await save(tx.importRun, subject, input.version, {
      state: 'APPLYING',
      phase: 'WRITING',
      confirmedById: viewer.userId,
      failure: null,
      failureDetail: null,
    })
    if (!isSystem(viewer))
      await addJob(tx, APPLY_JOB, { runId: subject.id, checkNumber: subject.checkNumber })
    return { importRunId: subject.id }
  },
})
