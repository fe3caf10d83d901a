import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { count, stockOwner, words } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadFacility, moveStock } from '../stock-writing.ts'

/** 「備蓄を加える」 */
export const addStockLot = command({
  name: 'addStockLot',
  description:
    'A facility writes down a lot of goods it keeps for a disaster: how many, where, whose, until when they keep.',
  scope: 'mutualaid:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one’s own.'),
    itemId: idOf('StockItem').describe('Which item of the list.'),
    quantity: count().describe('How many units of the item.'),
    lotNumber: words(40).describe('Number of the lot, if there is one.'),
    place: words(60).describe('Where it lies.'),
    expiresOn: day().nullable().describe('Last day of use; null = keeps.'),
    owner: stockOwner.describe('Whose it is.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => loadFacility(tx, facilityId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input, viewer, now, emit }) {
    const today = dateOf(dayInJapan(now))
    const item = await tx.stockItem.findFirst({
      where: {
        id: input.itemId,
        validFrom: { lte: today },
        OR: [{ validTo: null }, { validTo: { gte: today } }],
      },
      select: { id: true },
    })
    if (!item) throw new RuleProblem('NO_SUCH_STOCK_ITEM', 'The list of today has no such item.')
    const { id } = await tx.stockLot.create({
      data: {
        facilityId: subject.facilityId ?? '',
        itemId: item.id,
        lotNumber: input.lotNumber,
        place: input.place,
        expiresOn: input.expiresOn,
        owner: input.owner,
        countedAt: now,
      },
    })
    await moveStock(tx, { lotId: id, act: 'ADDED', delta: input.quantity }, { viewer, now })
    announceRegister(emit, subject, 'STOCK')
    return { stockLotId: id, facilityId: subject.facilityId }
  },
})
