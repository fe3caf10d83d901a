import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { onAidConstraint } from '../aid-writing.ts'
import { count, words } from '../inputs.ts'
import { keepRegisters, sharedFacilities } from '../policy/viewers.ts'
import { announceRegister, loadLot, moveStock } from '../stock-writing.ts'

/** 「貸す」 */
export const lendStock = command({
  name: 'lendStock',
  description:
    'A facility lends goods of a lot to another one of its networks until a day; never more than is there and not promised.',
  scope: 'mutualaid:write',
  input: z.object({
    stockLotId: idOf('StockLot').describe('The lot it comes from.'),
    borrowerFacilityId: idOf('Facility').describe('Who borrows.'),
    quantity: count().describe('How many units.'),
    dueOn: day().describe('Until when they come back; today or later.'),
    note: words(120).describe('What should be known with it.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: onAidConstraint,
  subject: (tx, { stockLotId }, viewer) => loadLot(tx, stockLotId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    const today = dateOf(dayInJapan(now))
    if (input.dueOn < today)
      throw new ValidationProblem([{ path: ['dueOn'], code: 'IN_THE_PAST', message: 'has passed' }])
    if (input.borrowerFacilityId === subject.facilityId)
      throw new RuleProblem('LENT_TO_ITSELF', 'A facility lends to another one.')
    const borrower = await tx.facility.findFirst({
      where: { AND: [{ id: input.borrowerFacilityId }, sharedFacilities(viewer)] },
      select: { id: true },
    })
    if (!borrower)
      throw new RuleProblem('BORROWER_NOT_IN_NETWORK', 'The borrower is in none of the networks.')
    const { id } = await tx.stockLoan.create({
      data: {
        lotId: subject.lot.id,
        facilityId: subject.facilityId,
        borrowerFacilityId: borrower.id,
        quantity: input.quantity,
        lentOn: today,
        dueOn: input.dueOn,
        note: input.note,
      },
    })
    await moveStock(
      tx,
      { lotId: subject.lot.id, act: 'LENT', delta: -input.quantity, loanId: id },
      { viewer, now },
    )
    announceRegister(emit, subject, 'LOANS', [borrower.id])
    return {
      stockLoanId: id,
      facilityId: subject.facilityId,
    }
  },
})
