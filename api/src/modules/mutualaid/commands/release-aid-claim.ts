import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { deny } from '../../../kernel/verdict.ts'
import { loadRequest, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { takePart } from '../policy/events.ts'
import { coordinates } from '../policy/viewers.ts'

/** 「手を離す」 */
export const releaseAidClaim = command({
  name: 'releaseAidClaim',
  description:
    'Who takes care of a request no longer does, so that somebody else can; people of the same body and the coordinator may say so for them.',
  scope: 'mutualaid:write',
  input: z.object({ aidRequestId: idOf('AidRequest').describe('The request that is taken care of.') }),
  subject: async (tx, { aidRequestId }, viewer, now) => {
    const found = await loadRequest(tx, aidRequestId, viewer)
    const claim =
      found &&
      (await tx.aidClaim.findFirst({
        where: { requestId: aidRequestId, releasedAt: null, expiresAt: { gt: now } },
      }))
    return found && { ...found, claim }
  },
  may(viewer, { event, claim }) {
    const verdict = takePart(viewer, event)
    if (!verdict.allowed || !claim) return verdict
    const own = claim.byUserId === viewer.userId || claim.actingKey === viewer.acting?.key
    return own || coordinates(viewer, event.platformId) ? verdict : deny('NOT_YOUR_CLAIM')
  },
  async run({ tx, subject: { request, event, claim }, viewer, now, emit }) {
    if (!claim) throw new RuleProblem('NOT_CLAIMED', 'Nobody takes care of it.')
    await tx.aidClaim.update({ where: { id: claim.id }, data: { releasedAt: now } })
    await noteChange(tx, { requestId: request.id, act: 'RELEASED' }, { viewer, now })
    emit(
      events.AidRequestChanged,
      { ...ofEvent(event), requestId: request.id, act: 'RELEASED' },
      toldOf(event, request.id),
    )
    return { aidRequestId: request.id }
  },
})
