import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { count } from '../inputs.ts'
import { keepRegisters } from '../policy/viewers.ts'
import { announceRegister, loadFacility } from '../stock-writing.ts'

/** 「最低の数を決める」 */
export const fixStockMinimum = command({
  name: 'fixStockMinimum',
  description: 'A facility says below which number its stock of an item is too little; 0 = no such number.',
  scope: 'mutualaid:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one’s own.'),
    itemId: idOf('StockItem').describe('Which item of the list.'),
    minimum: count(0).describe('The smallest number that is enough.'),
  }),
  subject: (tx, { facilityId }, viewer) => loadFacility(tx, facilityId, viewer),
  may: keepRegisters,
  async run({ tx, subject, input: { itemId, minimum }, emit }) {
    const facilityId = subject.facilityId ?? ''
    const { id } = await tx.stockMinimum.upsert({
      where: { facilityId_itemId: { facilityId, itemId } },
      create: { facilityId, itemId, minimum },
      update: { minimum, version: { increment: 1 } },
    })
    announceRegister(emit, subject, 'STOCK')
    return { stockMinimumId: id, facilityId: subject.facilityId }
  },
})
