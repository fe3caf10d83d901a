import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkStep, loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { runOffer } from '../policy/events.ts'

/** 「出せなくなりました」 */
export const withdrawAidOffer = command({
  name: 'withdrawAidOffer',
  description:
    'Who offered cannot help after all, accepted or not, as long as nothing is on its way. That is normal: the request is open for as much again, and the history stays.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, not on its way yet.'),
    version: version(),
    because: line(200).describe('Why, in a few words; no names.'),
  }),
  secret: ['because'],
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, offering }) => runOffer(viewer, event, offering),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'WITHDRAWN', now)
    await save(tx.aidOffer, offer, input.version, { state: 'WITHDRAWN', endedReason: input.because })
    await noteChange(
      tx,
      {
        requestId: request.id,
        offerId: offer.id,
        act: 'WITHDRAWN',
        quantity: offer.accepted || offer.quantity,
        note: input.because,
      },
      { viewer, now },
    )
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'WITHDRAWN' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
