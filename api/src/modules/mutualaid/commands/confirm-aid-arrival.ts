import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { any } from '../../../kernel/verdict.ts'
import { checkStep, loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { receiveAid, runOffer } from '../policy/events.ts'

/** 「着いた」 */
export const confirmAidArrival = command({
  name: 'confirmAidArrival',
  description: 'Help has arrived; either side says so.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, on its way.'),
    version: version(),
  }),
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, asking, offering }) =>
    any(receiveAid(viewer, event, asking), runOffer(viewer, event, offering)),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'ARRIVED', now)
    await save(tx.aidOffer, offer, input.version, { state: 'ARRIVED', arrivedAt: now })
    await noteChange(tx, { requestId: request.id, offerId: offer.id, act: 'ARRIVED' }, { viewer, now })
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'ARRIVED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
