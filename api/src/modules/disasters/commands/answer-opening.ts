import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findOpening, refuseUnless } from '../event-writing.ts'
import { cannotReason, note } from '../inputs.ts'
import { takeStep } from '../opening-writing.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

const answer = enumOf('OpeningAnswer', 'Whether a facility can open as a welfare shelter.', {
  CAN: 'できる: it can open.',
  CANNOT: 'できない. One reason is enough.',
})

/** 「できる・できないを答える」 */
export const answerOpening = command({
  name: 'answerOpening',
  description:
    'The facility answers a request to open with can, or with cannot and one reason; until the decision it may answer otherwise.',
  scope: 'disasters:write',
  input: z.object({
    shelterOpeningId: idOf('ShelterOpening').describe('The opening in question.'),
    answer: answer.describe('Whether it can.'),
    reason: cannotReason.optional().describe('Why it cannot; only with CANNOT, and then needed.'),
    note: note().describe('More in words; empty if nothing.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { shelterOpeningId }, viewer) => findOpening(tx, shelterOpeningId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    refuseUnless(
      (input.answer === 'CANNOT') === (input.reason !== undefined),
      () => new RuleProblem('REASON_MISSING', 'CANNOT needs a reason, CAN has none.'),
    )
    const event = await requireOpenEvent(tx, subject.event.id)
    const opening = await lockOpening(tx, subject.opening.id)
    await takeStep({ tx, viewer, now, emit }, event, opening, {
      act: 'answer',
      version: input.version,
      note: input.note,
      onBehalf: !facilityItself(viewer, subject).allowed,
      change: {
        state: input.answer,
        answeredAt: now,
        cannotReason: input.reason ?? null,
        cannotNote: input.answer === 'CANNOT' ? input.note : null,
      },
    })
    return { shelterOpeningId: opening.id }
  },
})
