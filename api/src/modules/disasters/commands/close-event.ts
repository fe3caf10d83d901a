import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { ofEvent, refuseUnless, toNetwork } from '../event-writing.ts'
import * as events from '../events.ts'
import { note } from '../inputs.ts'
import { conduct } from '../policy/events.ts'
import { findEventFor } from '../public.ts'

/** 「災害・訓練を終える」 */
export const closeEvent = command({
  name: 'closeEvent',
  description:
    'The council or the municipality ends an event once no shelter is open in it any more; nothing is asked of anybody from then on.',
  scope: 'disasters:write',
  input: z.object({
    disasterEventId: idOf('DisasterEvent').describe('The event in question.'),
    note: note().describe('What is to be kept in mind; empty if nothing.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { disasterEventId }, viewer) => findEventFor(tx, disasterEventId, viewer),
  may: (viewer, event) => conduct(viewer, event),
  async run({ tx, subject: event, input, viewer, now, emit }) {
    refuseUnless(event.closedAt === null, () => new RuleProblem('EVENT_IS_CLOSED', 'The event is over.'))
    await save(tx.disasterEvent, event, input.version, {
      closedAt: now,
      closedByUserId: viewer.userId,
      closingNote: input.note,
    })
    // From here on nobody opens a shelter in it: opening one holds the event.
    const open = await tx.shelterOpening.count({
      where: { eventId: event.id, state: { in: ['OPEN', 'FULL'] } },
    })
    refuseUnless(
      open === 0,
      () => new RuleProblem('SHELTERS_ARE_OPEN', 'Shelters are still open in the event.'),
    )
    emit(events.EventClosed, ofEvent(event), toNetwork(event))
    return { disasterEventId: event.id }
  },
})
