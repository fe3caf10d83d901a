import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkStep, loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { answerOffers } from '../policy/events.ts'

/** 「今回は結構です」 */
export const declineAidOffer = command({
  name: 'declineAidOffer',
  description: 'For whom help was asked needs an offer not; what it held is free for others.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, not answered yet.'),
    version: version(),
    because: line(200).describe('Why, in a few words; no names.'),
  }),
  secret: ['because'],
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, asking }) => answerOffers(viewer, event, asking),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'DECLINED', now)
    await save(tx.aidOffer, offer, input.version, { state: 'DECLINED', endedReason: input.because })
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'DECLINED', note: input.because },
      { viewer, now },
    )
    emit(
      events.AidAnswered,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, answer: 'DECLINED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
