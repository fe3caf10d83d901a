import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { onAidConstraint } from '../aid-writing.ts'
import { count, words } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadLot, moveStock } from '../stock-writing.ts'

/** 「数えた数を入れる」 */
export const countStockLot = command({
  name: 'countStockLot',
  description:
    'Somebody has counted a lot: the difference to what was written becomes a movement. Never less than what of it is promised.',
  scope: 'mutualaid:write',
  input: z.object({
    stockLotId: idOf('StockLot').describe('The lot that was counted.'),
    version: version(),
    counted: count(0).describe('What lies there.'),
    note: words(120).describe('Why it differs, if known.'),
  }),
  onConstraint: onAidConstraint,
  subject: (tx, { stockLotId }, viewer) => loadLot(tx, stockLotId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    await save(tx.stockLot, subject.lot, input.version, { countedAt: now })
    // Read again behind the lock that `save` took: goods may have been sent in between.
    const { quantity } = await tx.stockLot.findUniqueOrThrow({
      where: { id: subject.lot.id },
      select: { quantity: true },
    })
    await moveStock(
      tx,
      { lotId: subject.lot.id, act: 'COUNTED', delta: input.counted - quantity, note: input.note },
      { viewer, now },
    )
    announceRegister(emit, subject, 'STOCK')
    return { stockLotId: subject.lot.id, facilityId: subject.facilityId }
  },
})
