import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { findOpening } from '../event-writing.ts'
import { moment, note } from '../inputs.ts'
import { momentIn, takeStep } from '../opening-writing.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「閉鎖する」 */
export const closeShelter = command({
  name: 'closeShelter',
  description: 'A welfare shelter is closed from a moment on; it counts as closed (閉鎖) from then.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    at: moment().optional().describe('When it closed; now unless said.'),
    note: note().describe('More in words, without names; empty if nothing.'),
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
      act: 'close',
      version: input.version,
      at,
      note: input.note,
      onBehalf: !facilityItself(viewer, subject).allowed,
      change: { state: 'CLOSED', closedAt: at },
      fact: 'CLOSED',
    })
    return { shelterOpeningId: opening.id }
  },
})
