import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import { chooseProtected } from '../import/choose-protected.ts'
import * as policy from '../policy/import.ts'
import { notThereYet } from '../rules/import-steps.ts'

export const takeProtectedChanges = command({
  name: 'takeProtectedChanges',
  description:
    'Chooses the file’s values for what people set or confirmed, of one record or of all; they are written with the import.',
  input: z.object({
    importRunId: idOf('ImportRun').describe('The import.'),
    importChangeIds: z
      .array(idOf('ImportChange'))
      .max(1000)
      .optional()
      .describe('What it does to these records, at most 1,000; left out, to all.'),
  }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({ where: { id: importRunId, AND: policy.visibleTo(viewer) } }),
  may: policy.work,
  async run({ tx, subject, input }) {
    if (!policy.isReadyFor('choose', subject)) throw notThereYet()
    const counts = await chooseProtected(tx, subject.id, input.importChangeIds ?? null, true)
    await save(tx.importRun, subject, subject.version, counts)
    return { importRunId: subject.id }
  },
})
