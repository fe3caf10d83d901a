import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { findOpening } from '../event-writing.ts'
import { takeStep } from '../opening-writing.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「満員にする」 */
export const declareShelterFull = command({
  name: 'declareShelterFull',
  description: 'An open shelter takes nobody more.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const event = await requireOpenEvent(tx, subject.event.id)
    const opening = await lockOpening(tx, subject.opening.id)
    await takeStep({ tx, viewer, now, emit }, event, opening, {
      act: 'fill',
      version: input.version,
      onBehalf: !facilityItself(viewer, subject).allowed,
      change: { state: 'FULL' },
    })
    return { shelterOpeningId: opening.id }
  },
})
