import { z } from 'zod'
import type { ImportState } from '../../../generated/prisma/enums.ts'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import * as policy from '../policy/import.ts'

/** Where an import stands again when a step came to nothing. */
const BACK: Partial<Record<ImportState, ImportState>> = {
  CHECKING: 'UPLOADING',
  APPLYING: 'CHECKED',
  UNDOING: 'APPLIED',
}

export const interruptImport = command({
  name: 'interruptImport',
  description: 'A step of an import came to nothing; it stands where it stood before, with the reason.',
  input: z.object({
    importRunId: z.uuid().describe('The import.'),
    failure: z.string().max(60).describe('Why, as a code.'),
  }),
  subject: (tx, { importRunId }) =>
    tx.importRun.findFirst({
      where: { id: importRunId, state: { in: ['CHECKING', 'APPLYING', 'UNDOING'] } },
    }),
  may: policy.onlyThePortal,
  async run({ tx, subject, input }) {
    const state = BACK[subject.state] ?? subject.state
    await save(tx.importRun, subject, subject.version, { state, phase: null, failure: input.failure })
    return { importRunId: subject.id }
  },
})
