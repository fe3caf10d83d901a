import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import * as policy from '../policy/confirmation-requests.ts'
import { requestStateOf } from '../rules/confirmation-requests.ts'

export const withdrawConfirmationRequest = command({
  name: 'withdrawConfirmationRequest',
  description:
    'The secretariat that asked a facility to confirm its facts takes the request back; nobody is reminded of it any more.',
  scope: 'registry:write',
  input: z.object({
    confirmationRequestId: idOf('ConfirmationRequest').describe('The request, of one’s own network.'),
    version: version(),
  }),
  subject: (tx, { confirmationRequestId }, viewer) =>
    tx.confirmationRequest.findFirst({
      where: { AND: [{ id: confirmationRequestId }, policy.requestsVisibleTo(viewer)] },
    }),
  may: policy.askFor,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platformId, facilityId } = subject
    if (requestStateOf(subject) !== 'OPEN')
      throw new RuleProblem('REQUEST_NO_LONGER_OPEN', 'The request was answered or taken back already.')
    await save(tx.confirmationRequest, subject, input.version, {
      withdrawnAt: now,
      withdrawnByUserId: viewer.userId,
    })
    emit(
      events.ConfirmationRequestWithdrawn,
      { requestId: id, platformId, facilityId },
      {
        audience: [`platform:${platformId}`, `facility:${facilityId}`],
        entities: [globalId('ConfirmationRequest', id), globalId('Platform', platformId)],
      },
    )
    return { confirmationRequestId: id }
  },
})
