import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { offer, servicesVisibleTo } from '../policy/ties.ts'

/** 「サービスを取り下げる」 */
export const withdrawService = command({
  name: 'withdrawService',
  description: 'A hub no longer offers a service; contracts about it go on.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationServiceId: idOf('CollaborationService').describe('The offer.'),
    version: version(),
  }),
  subject: (tx, { collaborationServiceId }, viewer) =>
    tx.collaborationService.findFirst({
      where: { AND: [{ id: collaborationServiceId }, servicesVisibleTo(viewer)] },
    }),
  may: offer,
  async run({ tx, subject, input, now, emit }) {
    await save(tx.collaborationService, subject, input.version, { offeredTo: dateOf(dayInJapan(now)) })
    emit(
      events.ServiceWithdrawn,
      { serviceId: subject.id },
      {
        audience: [`platform:${subject.platformId}`],
        entities: [globalId('CollaborationService', subject.id)],
      },
    )
    return { collaborationServiceId: subject.id }
  },
})
