import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { loadRequest, noteChange, ofEvent, toldOf } from '../aid-writing.ts'
import * as events from '../events.ts'
import { count } from '../inputs.ts'
import { askForAid } from '../policy/events.ts'

/** 「数を直す」 */
export const correctAidQuantity = command({
  name: 'correctAidQuantity',
  description:
    'For whom help was asked asks for more or less of it, never for less than was promised already. Offers that wait stay as they are, also above what is still wanted.',
  scope: 'mutualaid:write',
  input: z.object({
    aidRequestId: idOf('AidRequest').describe('The request, open.'),
    version: version(),
    quantity: count().describe('How much is asked for now, at least what is promised.'),
  }),
  onConstraint: {
    aid_request_never_promised_twice: () =>
      new RuleProblem('LESS_THAN_PROMISED', 'More than that has been promised already.'),
  },
  subject: (tx, { aidRequestId }, viewer) => loadRequest(tx, aidRequestId, viewer),
  may: (viewer, { event, facilityId, corporationId }) =>
    askForAid(viewer, event, { facilityId, corporationId }),
  async run({ tx, subject: { request, event }, input: { quantity, version: seen }, viewer, now, emit }) {
    if (request.state !== 'OPEN') throw new RuleProblem('REQUEST_IS_CLOSED', 'The request is closed.')
    if (quantity === request.quantity)
      throw new ValidationProblem([
        { path: ['quantity'], code: 'ALREADY_THERE', message: 'it is so already' },
      ])
    // The row is the lock of what is promised: whoever accepts meanwhile, the CHECK refuses one of the two.
    await save(tx.aidRequest, request, seen, { quantity })
    await noteChange(tx, { requestId: request.id, act: 'QUANTITY_CHANGED', quantity }, { viewer, now })
    emit(
      events.AidRequestChanged,
      { ...ofEvent(event), requestId: request.id, act: 'QUANTITY_CHANGED' },
      toldOf(event, request.id),
    )
    return { aidRequestId: request.id }
  },
})
