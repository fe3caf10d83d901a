import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { findOpening } from '../event-writing.ts'
import { note } from '../inputs.ts'
import { takeStep } from '../opening-writing.ts'
import { conduct, municipality } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「依頼を取り消す」 */
export const withdrawOpeningRequest = command({
  name: 'withdrawOpeningRequest',
  description:
    'The municipality, or the council for it, takes a request or decision back before the shelter is open.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    note: note().describe('Why, in words; empty if nothing.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => conduct(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const event = await requireOpenEvent(tx, subject.event.id)
    const opening = await lockOpening(tx, subject.opening.id)
    await takeStep({ tx, viewer, now, emit }, event, opening, {
      act: 'withdraw',
      version: input.version,
      note: input.note,
      onBehalf: !municipality(viewer, subject).allowed,
      change: { state: 'WITHDRAWN', cannotReason: null, cannotNote: null },
    })
    return { shelterOpeningId: opening.id }
  },
})
