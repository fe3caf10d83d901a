import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { loadRequest, noteChange, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { receiveAid } from '../policy/events.ts'

/** 「要請を取りやめる」「もう足りました」 */
export const closeAidRequest = command({
  name: 'closeAidRequest',
  description:
    'No more is needed: before anything was promised the request counts as cancelled, after that as ended. Offers that nobody answered are free again; what was promised goes on.',
  scope: 'mutualaid:write',
  input: z.object({
    aidRequestId: idOf('AidRequest').describe('The request, open.'),
    version: version(),
    because: line(200).describe('Why, in a few words; no names.'),
  }),
  secret: ['because'],
  subject: (tx, { aidRequestId }, viewer) => loadRequest(tx, aidRequestId, viewer),
  may: (viewer, { event, facilityId, corporationId }) =>
    receiveAid(viewer, event, { facilityId, corporationId }),
  async run({ tx, subject: { request, event }, input, viewer, now, emit }) {
    if (request.state !== 'OPEN') throw new RuleProblem('REQUEST_IS_CLOSED', 'The request is closed.')
    const act = request.promised > 0 ? 'ENDED' : 'CANCELLED'
    await save(tx.aidRequest, request, input.version, { state: act, closedReason: input.because })
    const open = await tx.aidOffer.findMany({
      where: { requestId: request.id, state: 'OFFERED' },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of open) {
      await tx.aidOffer.update({
        where: { id },
        data: { state: 'DECLINED', endedReason: input.because, version: { increment: 1 } },
      })
      await noteChange(
        tx,
        { requestId: request.id, offerId: id, act: 'DECLINED', note: input.because },
        { viewer, now },
      )
    }
    await tx.aidClaim.updateMany({
      where: { requestId: request.id, releasedAt: null, expiresAt: { gt: now } },
      data: { releasedAt: now },
    })
    await noteChange(tx, { requestId: request.id, act, note: input.because }, { viewer, now })
    emit(
      events.AidRequestChanged,
      { ...ofEvent(event), requestId: request.id, act },
      toldOf(event, request.id),
    )
    return { aidRequestId: request.id }
  },
})
