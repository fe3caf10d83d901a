import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { instant } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { loadEvent, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { takePart } from '../policy/events.ts'

/** 「ここまで見ました」 */
export const markSituation = command({
  name: 'markSituation',
  description:
    'Whoever works in an event says up to which moment they have seen it; next time they are shown what came after. A mark never goes back.',
  scope: 'mutualaid:write',
  input: z.object({
    eventId: idOf('DisasterEvent').describe('The event in question.'),
    until: instant().describe('The moment up to which the screen was shown.'),
  }),
  subject: async (tx, { eventId }, viewer) => {
    const event = await loadEvent(tx, eventId, viewer)
    return event && { event, platformId: event.platformId }
  },
  may: (viewer, { event }) => takePart(viewer, event),
  async run({ tx, subject: { event }, input: { until }, viewer, now, emit }) {
    if (until > now)
      throw new ValidationProblem([{ path: ['until'], code: 'IN_THE_FUTURE', message: 'is still to come' }])
    const userId = viewer.userId ?? ''
    const { id, at } = await tx.situationMark.upsert({
      where: { eventId_userId: { eventId: event.id, userId } },
      create: { eventId: event.id, userId, at: until },
      update: {},
    })
    if (at < until)
      await tx.situationMark.update({ where: { id }, data: { at: until, version: { increment: 1 } } })
    emit(events.SituationMarked, ofEvent(event), { audience: [`user:${userId}`] })
    return { situationMarkId: id }
  },
})
