import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey } from '../../../kernel/inputs.ts'
import { onAidConstraint } from '../aid-writing.ts'
import { count, words } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadLot, moveStock } from '../stock-writing.ts'

const takenFor = enumOf('StockTakenFor', 'Why stock is taken from a lot.', {
  USED: 'It is used, for example before it expires (ローリングストック).',
  DISCARDED: 'It is thrown away.',
})

/** 「使った・捨てた」 */
export const takeFromStock = command({
  name: 'takeFromStock',
  description: 'A facility uses or throws away some of a lot; never what is promised to others.',
  scope: 'mutualaid:write',
  input: z.object({
    stockLotId: idOf('StockLot').describe('The lot it is taken from.'),
    quantity: count().describe('How many units.'),
    act: takenFor.describe('Why it is taken.'),
    note: words(120).describe('What should be known with it.'),
    idempotencyKey: idempotencyKey(),
  }),
  onConstraint: onAidConstraint,
  subject: (tx, { stockLotId }, viewer) => loadLot(tx, stockLotId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    await moveStock(
      tx,
      { lotId: subject.lot.id, act: input.act, delta: -input.quantity, note: input.note },
      { viewer, now },
    )
    announceRegister(emit, subject, 'STOCK')
    return { stockLotId: subject.lot.id, facilityId: subject.facilityId }
  },
})
