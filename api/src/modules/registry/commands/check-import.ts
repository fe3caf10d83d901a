import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { save } from '../../../kernel/save.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { CHECK_JOB } from '../import/jobs.ts'
import * as policy from '../policy/import.ts'
import { notThereYet, withoutFiles } from '../rules/import-steps.ts'

export const checkImport = command({
  name: 'checkImport',
  description:
    'Has the files of an import read and compared with the registry, so that it can be seen what would change. Nothing is written to the registry. Can be repeated.',
  input: z.object({ importRunId: idOf('ImportRun').describe('The import.') }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({
      where: { id: importRunId, AND: policy.visibleTo(viewer) },
      include: { files: { select: { contentHash: true, format: true, target: true, problem: true } } },
    }),
  may: policy.work,
  async run({ tx, subject, viewer }) {
    if (!policy.isReadyFor('check', subject)) throw notThereYet()
    const ready = subject.files.every(
      (file) => file.contentHash && (file.problem || (file.format && file.target)),
    )
    if (subject.files.length === 0 || !ready) throw withoutFiles()
    const checkNumber = subject.checkNumber + 1
    await save(tx.importRun, subject, subject.version, {
      state: 'CHECKING',
      phase: 'READING',
      rowsDone: 0,
      rowsTotal: null,
      checkNumber,
      failure: null,
      failureDetail: null,
    })
    // On the command line the portal goes on by itself, without the worker.
    if (!isSystem(viewer)) await addJob(tx, CHECK_JOB, { runId: subject.id, checkNumber })
    return { importRunId: subject.id }
  },
})
