import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { loadEvent, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { takePart } from '../policy/events.ts'
import { appendLine } from '../situation-writing.ts'

/** 「訂正の行を加える」 */
export const correctSituationLine = command({
  name: 'correctSituationLine',
  description:
    'A line of the situation log was wrong: another line says how it is. Both stay; also after the event was closed.',
  scope: 'mutualaid:write',
  input: z.object({
    situationLineId: idOf('SituationLine').describe('The line that was wrong.'),
    text: line(200).describe('How it is; no names of people taken in. At most 200 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  secret: ['text'],
  subject: async (tx, { situationLineId }, viewer) => {
    const wrong = await tx.situationLine.findUnique({ where: { id: situationLineId } })
    const event = wrong && (await loadEvent(tx, wrong.eventId, viewer))
    return event && { event, wrong, platformId: event.platformId, facilityId: wrong.facilityId }
  },
  may: (viewer, { event }) => takePart(viewer, event),
  async run({ tx, subject: { event, wrong }, input, viewer, now, emit }) {
    const id = await appendLine(
      tx,
      {
        eventId: event.id,
        at: wrong.at,
        text: input.text,
        decision: wrong.decision,
        facilityId: wrong.facilityId,
        correctsId: wrong.id,
      },
      { viewer, now },
    )
    const { audience, entities = [] } = toldOf(event)
    emit(
      events.SituationWritten,
      { ...ofEvent(event), lineId: id },
      { audience, entities: [...entities, globalId('SituationLine', wrong.id)] },
    )
    return { situationLineId: id }
  },
})
