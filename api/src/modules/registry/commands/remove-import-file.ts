import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import * as policy from '../policy/import.ts'
import { notThereYet } from '../rules/import-steps.ts'

export const removeImportFile = command({
  name: 'removeImportFile',
  description: 'Takes a file out of an import before it is confirmed.',
  input: z.object({
    importFileId: idOf('ImportFile').describe('The file, of an import that has not been checked.'),
  }),
  subject: (tx, { importFileId }, viewer) =>
    tx.importFile.findFirst({
      where: { id: importFileId, AND: policy.partsVisibleTo(viewer) },
      include: { run: true },
    }),
  may: (viewer, { run }) => policy.work(viewer, run),
  async run({ tx, subject }) {
    if (!policy.isReadyFor('describe', subject.run)) throw notThereYet()
    await save(tx.importRun, subject.run, subject.run.version, { state: 'UPLOADING' })
    await tx.importFile.delete({ where: { id: subject.id } })
    return { importRunId: subject.runId }
  },
})
