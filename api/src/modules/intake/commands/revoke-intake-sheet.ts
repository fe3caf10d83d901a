import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findOpening } from '../book.ts'
import { keepIntake } from '../policy/intake.ts'

/** 「用紙を無効にする」: it was lost, or is not needed. */
export const revokeIntakeSheet = command({
  name: 'revokeIntakeSheet',
  description: 'The staff of a shelter take the link of a printed sheet back; what was keyed in by it stays.',
  scope: 'intake:write',
  input: z.object({
    openingId: idOf('ShelterOpening').describe('The shelter in its event.'),
    number: z.int().min(1).describe('Number of the sheet.'),
  }),
  subject: (tx, { openingId }) => findOpening(tx, openingId),
  may: keepIntake,
  auditSubject: (_result, { openingId }) => ({ type: 'ShelterOpening', id: openingId }),
  async run({ tx, subject: { openingId }, input: { number }, now }) {
    const { count } = await tx.intakeSheet.updateMany({
      where: { book: { openingId }, number, usedAt: null, revokedAt: null },
      data: { revokedAt: now, version: { increment: 1 } },
    })
    if (count === 0) throw new RuleProblem('SHEET_NOT_OPEN', 'The sheet was keyed in or taken back already.')
    return { revoked: true }
  },
})
