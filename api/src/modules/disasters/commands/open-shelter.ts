import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { findOpening } from '../event-writing.ts'
import { moment } from '../inputs.ts'
import { momentIn, takeStep } from '../opening-writing.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「開設した」 */
export const openShelter = command({
  name: 'openShelter',
  description: 'A decided welfare shelter is open from a moment on; it counts as opened (開設) from then.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    at: moment().optional().describe('When it opened; now unless said.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const event = await requireOpenEvent(tx, subject.event.id)
    const opening = await lockOpening(tx, subject.opening.id)
    const at = momentIn(event, input.at, now)
    await takeStep({ tx, viewer, now, emit }, event, opening, {
      act: 'open',
      version: input.version,
      at,
      onBehalf: !facilityItself(viewer, subject).allowed,
      change: { state: 'OPEN', openedAt: at },
      fact: 'OPENED',
    })
    return { shelterOpeningId: opening.id }
  },
})
