import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { findOpening } from '../event-writing.ts'
import { moment, note } from '../inputs.ts'
import { takeStep } from '../opening-writing.ts'
import { conduct, municipality } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「開設を決める」 */
export const decideOpening = command({
  name: 'decideOpening',
  description:
    'The municipality, or the council on its behalf, decides that a facility that can opens as a welfare shelter.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    opensAt: moment().nullable().describe('When it is to open; null = as soon as it can.'),
    note: note().describe('Who has decided, if somebody else writes it down; empty if nothing.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => conduct(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const event = await requireOpenEvent(tx, subject.event.id)
    const opening = await lockOpening(tx, subject.opening.id)
    await takeStep({ tx, viewer, now, emit }, event, opening, {
      act: 'decide',
      version: input.version,
      note: input.note,
      onBehalf: !municipality(viewer, subject).allowed,
      change: { state: 'DECIDED', decidedAt: now, opensAt: input.opensAt },
    })
    return { shelterOpeningId: opening.id }
  },
})
