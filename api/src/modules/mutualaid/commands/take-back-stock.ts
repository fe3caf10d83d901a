import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { count, words } from '../inputs.ts'
import { keepRegisters, sharedFacilities } from '../policy/viewers.ts'
import { announceRegister, moveStock } from '../stock-writing.ts'

/** 「返ってきた」 */
export const takeBackStock = command({
  name: 'takeBackStock',
  description: 'The lender has got lent goods back, all or some of them; never more than was lent.',
  scope: 'mutualaid:write',
  input: z.object({
    stockLoanId: idOf('StockLoan').describe('The loan in question.'),
    quantity: count().describe('How many units came back this time.'),
    note: words(120).describe('In which state, for example.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: {
    stock_loan_never_returns_more: () =>
      new RuleProblem('MORE_THAN_WAS_LENT', 'More would come back than is still out.'),
  },
  subject: async (tx, { stockLoanId }, viewer) => {
    const loan = await tx.stockLoan.findFirst({
      where: { AND: [{ id: stockLoanId }, { facility: { is: sharedFacilities(viewer) } }] },
      include: { facility: { select: { corporationId: true } } },
    })
    return loan && { loan, facilityId: loan.facilityId, corporationId: loan.facility.corporationId }
  },
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    await moveStock(
      tx,
      {
        lotId: subject.loan.lotId,
        act: 'LOAN_RETURNED',
        delta: input.quantity,
        loanId: subject.loan.id,
        note: input.note,
      },
      { viewer, now },
    )
    announceRegister(emit, subject, 'LOANS', [subject.loan.borrowerFacilityId])
    return { stockLoanId: subject.loan.id, facilityId: subject.facilityId }
  },
})
