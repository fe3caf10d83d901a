import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { ValidationProblem } from '../../../kernel/problems.ts'
import { loadEvent, toldOf, ofEvent } from '../aid-writing.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { workInEvent } from '../policy/events.ts'
import { appendLine } from '../situation-writing.ts'

/** 「経過を書く」 */
export const writeSituationLine = command({
  name: 'writeSituationLine',
  description:
    'Whoever works in an event writes one decision or happening into its log, in one line; it is never changed, only corrected by another line.',
  scope: 'mutualaid:write',
  input: z.object({
    eventId: idOf('DisasterEvent').describe('The event, which is on.'),
    text: line(200).describe(
      'What was decided or happened; no names of people taken in. At most 200 characters.',
    ),
    decision: z.boolean().describe('Whether it is a decision.'),
    at: instant().nullable().describe('When it was; null = now.'),
    facilityId: idOf('Facility').nullable().describe('The called facility it is about; null = none.'),
    idempotencyKey: idempotencyKey(),
  }),
  secret: ['text'],
  subject: async (tx, { eventId, facilityId }, viewer) => {
    const event = await loadEvent(tx, eventId, viewer)
    const called =
      event && facilityId
        ? await tx.calledFacility.findUnique({ where: { eventId_facilityId: { eventId, facilityId } } })
        : null
    if (!event || (facilityId && !called)) return null
    return { event, platformId: event.platformId, facilityId }
  },
  may: (viewer, { event }) => workInEvent(viewer, event),
  async run({ tx, subject: { event }, input, viewer, now, emit }) {
    const at = input.at ?? now
    if (at > now)
      throw new ValidationProblem([{ path: ['at'], code: 'IN_THE_FUTURE', message: 'is still to come' }])
    const id = await appendLine(
      tx,
      { eventId: event.id, at, text: input.text, decision: input.decision, facilityId: input.facilityId },
      { viewer, now },
    )
    emit(events.SituationWritten, { ...ofEvent(event), lineId: id }, toldOf(event))
    return { situationLineId: id }
  },
})
