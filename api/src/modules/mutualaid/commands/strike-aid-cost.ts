import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { runOffer } from '../policy/events.ts'

/** 「この記録を消す（取り消し線）」 */
export const strikeAidCost = command({
  name: 'strikeAidCost',
  description:
    'A cost was noted by mistake: it is struck and stays readable. Noted anew it may stand under another category.',
  scope: 'mutualaid:write',
  input: z.object({
    aidCostId: idOf('AidCost').describe('The cost, not struck yet.'),
    because: line(200).describe('Why, in a few words; no names.'),
  }),
  secret: ['because'],
  subject: async (tx, { aidCostId }, viewer) => {
    const cost = await tx.aidCost.findUnique({ where: { id: aidCostId } })
    const found = cost && (await loadOffer(tx, cost.offerId, viewer))
    return found && { ...found, cost }
  },
  may: (viewer, { event, offering }) => runOffer(viewer, event, offering),
  async run({ tx, subject: { cost, offer, request, event }, input, viewer, now, emit }) {
    const { count } = await tx.aidCost.updateMany({
      where: { id: cost.id, struckAt: null },
      data: { struckAt: now, struckByUserId: viewer.userId, struckReason: input.because },
    })
    if (count === 0) throw new RuleProblem('COST_IS_STRUCK', 'It is struck already.')
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'COST_STRUCK', note: cost.what },
      { viewer, now },
    )
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'COST_STRUCK' },
      toldOf(event, request.id, offer.id),
    )
    return { aidCostId: cost.id, aidOfferId: offer.id }
  },
})
