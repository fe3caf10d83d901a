import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import * as policy from '../policy/import.ts'

export const forgetImport = command({
  name: 'forgetImport',
  description:
    'Deletes files, rows and changes of an import 30 days after it ended, or after it was last touched; counts and history stay.',
  input: z.object({ importRunId: z.uuid().describe('The import.') }),
  patience: 600,
  subject: (tx, { importRunId }) => tx.importRun.findFirst({ where: { id: importRunId, forgottenAt: null } }),
  may: policy.onlyThePortal,
  async run({ tx, subject, now }) {
    await tx.importChange.deleteMany({ where: { runId: subject.id } })
    await tx.importRow.deleteMany({ where: { runId: subject.id } })
    await tx.importFile.deleteMany({ where: { runId: subject.id } })
    await save(tx.importRun, subject, subject.version, {
      forgottenAt: now,
      ...(subject.endedAt ? {} : { state: 'DROPPED', phase: null, endedAt: now }),
    })
    return { importRunId: subject.id }
  },
})
