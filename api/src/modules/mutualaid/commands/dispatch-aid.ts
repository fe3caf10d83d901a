import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { checkStep, loadOffer, noteChange, onAidConstraint, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { keepHelper } from '../who-comes-writing.ts'
import { words } from '../inputs.ts'
import { runOffer } from '../policy/events.ts'
import { moveStock } from '../stock-writing.ts'

/** 「出発した」 */
export const dispatchAid = command({
  name: 'dispatchAid',
  description:
    'What was accepted is on its way: goods leave their lot, in a drill on paper alone. Who comes is told to the facility that waits, and erased when the person is back.',
  scope: 'mutualaid:write',
  input: z.object({
    aidOfferId: idOf('AidOffer').describe('The offer, accepted.'),
    version: version(),
    helperName: words(60).describe('For staff: who comes; may be left out.'),
    helperPhone: words(20).describe('How the person is reached on the way; may be left out.'),
  }),
  secret: ['helperName', 'helperPhone'],
  onConstraint: onAidConstraint,
  subject: (tx, { aidOfferId }, viewer) => loadOffer(tx, aidOfferId, viewer),
  may: (viewer, { event, offering }) => runOffer(viewer, event, offering),
  async run({ tx, subject: { offer, request, event }, input, viewer, now, emit }) {
    checkStep(offer, 'DISPATCHED', now)
    if (input.helperPhone !== '' && input.helperName === '')
      throw new ValidationProblem([
        { path: ['helperName'], code: 'REQUIRED', message: 'a number belongs to somebody' },
      ])
    await save(tx.aidOffer, offer, input.version, { state: 'DISPATCHED', dispatchedAt: now })
    if (offer.lotId && !event.drill)
      await moveStock(
        tx,
        { lotId: offer.lotId, act: 'SENT', delta: -offer.accepted, offerId: offer.id },
        { viewer, now },
      )
    if (input.helperName !== '')
      await keepHelper(tx, offer, { name: input.helperName, phone: input.helperPhone }, now)
    await noteChange(
      tx,
      { requestId: request.id, offerId: offer.id, act: 'DISPATCHED', quantity: offer.accepted },
      { viewer, now },
    )
    emit(
      events.AidOfferChanged,
      { ...ofEvent(event), requestId: request.id, offerId: offer.id, act: 'DISPATCHED' },
      toldOf(event, request.id, offer.id),
    )
    return { aidOfferId: offer.id, aidRequestId: request.id }
  },
})
