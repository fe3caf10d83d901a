import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { enumOf } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { TransferAnswered } from '../events.ts'
import { keepIntake } from '../policy/intake.ts'
import { bothOf, findTransfer } from '../transfer.ts'

const cannotReason = enumOf('CannotOpenReason', 'Why a facility cannot open, or take somebody in.', {
  STAFF: 'Not enough staff.',
  BUILDING: 'The building is not safe.',
  POWER: 'No power.',
  WATER: 'No water.',
  OWN_USERS: 'The facility’s own users need the place.',
  ACCESS: 'It cannot be reached.',
  INFECTION: 'An infection is going round.',
  OTHER: 'Something else.',
})

/** 「受け入れられない」 */
export const declineTransfer = command({
  name: 'declineTransfer',
  description:
    'The shelter that was asked cannot take the person in and says why; the person stays where they are.',
  scope: 'intake:write',
  input: z.object({
    transferId: idOf('IntakeTransfer').describe('What was asked.'),
    because: cannotReason.describe('Why the person cannot be taken in.'),
  }),
  subject: (tx, { transferId }) => findTransfer(tx, transferId),
  may: keepIntake,
  auditSubject: (_result, { transfer }) => ({ type: 'IntakeTransfer', id: transfer.id }),
  async run({ tx, subject: { transfer, from, to }, input: { because }, now, emit }) {
    const { count } = await tx.intakeTransfer.updateMany({
      where: { id: transfer.id, state: 'EXPECTED' },
      data: { state: 'DECLINED', declinedBecause: because, answeredAt: now, version: { increment: 1 } },
    })
    if (count === 0) throw new RuleProblem('TRANSFER_ANSWERED', 'That was answered already.')
    emit(
      TransferAnswered,
      { transferId: transfer.id, accepted: false, drill: to.drill },
      {
        audience: bothOf(from, to),
        entities: [from, to].map(({ openingId }) => globalId('ShelterOpening', openingId)),
      },
    )
    return { answered: true }
  },
})
