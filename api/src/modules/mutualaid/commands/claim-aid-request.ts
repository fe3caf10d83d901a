import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { loadRequest, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { workInEvent } from '../policy/events.ts'

/** 「この要請は引き受けて調整します」 */
export const claimAidRequest = command({
  name: 'claimAidRequest',
  description:
    'Somebody takes care of a request for some hours, so that nobody else looks for the same help; one at a time.',
  scope: 'mutualaid:write',
  input: z.object({
    aidRequestId: idOf('AidRequest').describe('The request, open.'),
    hours: z.int().min(1).max(12).describe('After how many hours it is free again by itself, 1 to 12.'),
  }),
  subject: (tx, { aidRequestId }, viewer) => loadRequest(tx, aidRequestId, viewer),
  may: (viewer, { event }) => workInEvent(viewer, event),
  onConstraint: {
    aid_claim_one_at_a_time: () => new RuleProblem('ALREADY_CLAIMED', 'Somebody else takes care of it.'),
  },
  async run({ tx, subject: { request, event }, input, viewer, now, emit }) {
    if (request.state !== 'OPEN') throw new RuleProblem('REQUEST_IS_CLOSED', 'The request is closed.')
    await tx.aidClaim.create({
      data: {
        requestId: request.id,
        byUserId: viewer.userId ?? '',
        actingKey: viewer.acting?.key ?? '',
        actingName: viewer.acting?.name ?? '',
        claimedAt: now,
        expiresAt: new Date(now.getTime() + input.hours * 3_600_000),
      },
    })
    await noteChange(tx, { requestId: request.id, act: 'CLAIMED', quantity: input.hours }, { viewer, now })
    emit(
      events.AidRequestChanged,
      { ...ofEvent(event), requestId: request.id, act: 'CLAIMED' },
      toldOf(event, request.id),
    )
    return { aidRequestId: request.id }
  },
})
