import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allow, deny } from '../../../kernel/verdict.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { expireLapsed, ofEvent, toldOf } from '../aid-writing.ts'
import * as events from '../events.ts'

/** 「申し出の期限が切れた」 */
export const lapseAidOffer = command({
  name: 'lapseAidOffer',
  description:
    'At its moment the portal lets go of what an unanswered offer holds, so that others can have it. One that was answered meanwhile stays as it is.',
  input: z.object({ aidOfferId: z.uuid().describe('The offer.') }),
  async subject(tx, { aidOfferId }) {
    const offer = await tx.aidOffer.findUnique({
      where: { id: aidOfferId },
      include: { request: { include: { event: true } } },
    })
    return offer && { offer, event: offer.request.event, platformId: offer.request.event.platformId }
  },
  may: (viewer) => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY')),
  auditSubject: (_result, { offer }) => ({ type: 'AidOffer', id: offer.id }),
  async run({ tx, subject: { offer, event }, now, emit }) {
    const lapsed = await expireLapsed(tx, { id: offer.id }, { now })
    if (lapsed > 0)
      emit(
        events.AidOfferChanged,
        { ...ofEvent(event), requestId: offer.requestId, offerId: offer.id, act: 'EXPIRED' },
        toldOf(event, offer.requestId, offer.id),
      )
    return { lapsed }
  },
})
