import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { checkStep, loadOffer, noteChange, onAidConstraint, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { count } from '../inputs.ts'
import { answerOffers } from '../policy/events.ts'

/** 「お願いします」 */
export const acceptAidOffer = command({
  name: 'acceptAidOffer',
  description:
    'For whom help was asked accepts an offer, in whole or in part; never more than is still wanted. What is not accepted is free for others again.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, not answered yet.'),
    version: version(),
    quantity: count().describe('How much of it, at most what was offered and what is still wanted.'),
  }),
  onConstraint: onAidConstraint,
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, asking }) => answerOffers(viewer, event, asking),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'ACCEPTED', now)
    if (request.state !== 'OPEN') throw new RuleProblem('REQUEST_IS_CLOSED', 'The request is closed.')
    if (input.quantity > offer.quantity)
      throw new ValidationProblem([{ path: ['quantity'], code: 'TOO_BIG', message: 'more than was offered' }])
    // The row of the request is the lock: aid_offer_counts adds to it, its CHECK refuses the one who comes too late.
    await save(tx.aidOffer, offer, input.version, {
      state: 'ACCEPTED',
      accepted: input.quantity,
      acceptedAt: now,
    })
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'ACCEPTED', quantity: input.quantity },
      { viewer, now },
    )
    emit(
      events.AidAnswered,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, answer: 'ACCEPTED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
