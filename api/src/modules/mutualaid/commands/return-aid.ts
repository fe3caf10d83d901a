import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { checkStep, loadOffer, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { count } from '../inputs.ts'
import { runOffer } from '../policy/events.ts'
import { moveStock } from '../stock-writing.ts'

/** 「戻った」 */
export const returnAid = command({
  name: 'returnAid',
  description:
    'Help is back: people, vehicles and beds are free again, unused goods lie in their lot again, and who came is erased.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, on its way or there.'),
    version: version(),
    cameBack: count(0).describe('For goods: how much came back unused; 0 for all else.'),
  }),
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, offering }) => runOffer(viewer, event, offering),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'RETURNED', now)
    const { cameBack } = input
    if (cameBack > (offer.lotId ? offer.accepted : 0))
      throw new ValidationProblem([{ path: ['cameBack'], code: 'TOO_BIG', message: 'more than was sent' }])
    // aid_helper_goes_with_return erases who came.
    await save(tx.aidOffer, offer, input.version, { state: 'RETURNED', returnedAt: now, cameBack })
    if (offer.lotId && !event.drill && cameBack > 0)
      await moveStock(
        tx,
        { lotId: offer.lotId, act: 'CAME_BACK', delta: cameBack, offerId: offer.id },
        { viewer, now },
      )
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'RETURNED', quantity: cameBack },
      { viewer, now },
    )
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'RETURNED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
