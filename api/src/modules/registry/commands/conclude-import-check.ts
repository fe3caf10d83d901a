import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import { countChanges } from '../import/choose-protected.ts'
import { compare } from '../import/compare/compare.ts'
import { countRows } from '../import/run-record.ts'
import * as policy from '../policy/import.ts'

export const concludeImportCheck = command({
  name: 'concludeImportCheck',
  description:
    'Compares the rows of an import, once they are read, with the registry and notes what would change.',
  input: z.object({
    importRunId: z.uuid().describe('The import.'),
    checkNumber: z.int().describe('The check it belongs to.'),
  }),
  // Nobody waits at a screen for it; progress is shown.
  patience: 1_800,
  subject: (tx, { importRunId, checkNumber }) =>
    tx.importRun.findFirst({ where: { id: importRunId, state: 'CHECKING', checkNumber } }),
  may: policy.onlyThePortal,
  async run({ tx, subject, now }) {
    await compare(tx, {
      runId: subject.id,
      platformId: subject.platformId,
      municipalityCode: subject.scopeMunicipalityCode,
      corporationId: subject.corporationId,
      today: dateOf(dayInJapan(now)),
    })
    const rows = await countRows(tx, subject.id)
    await save(tx.importRun, subject, subject.version, {
      ...(await countChanges(tx, subject.id)),
      state: 'CHECKED',
      phase: null,
      rowsDone: rows.all,
      rowsTotal: rows.all,
      refusedCount: rows.refused,
      notedCount: rows.noted,
      checkedAt: now,
    })
    return { importRunId: subject.id }
  },
})
