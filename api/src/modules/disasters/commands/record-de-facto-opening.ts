import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { findCalled } from '../event-writing.ts'
import { moment, note } from '../inputs.ts'
import { momentIn, takeStep, writeStep } from '../opening-writing.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「もう人が来ている（事実上の開設）」 */
export const recordDeFactoOpening = command({
  name: 'recordDeFactoOpening',
  description:
    'People stay at a facility without a decision of the municipality (事実上の開設); it is open from then, and counted apart.',
  scope: 'disasters:write',
  input: z.object({
    calledFacilityId: idOf('CalledFacility').describe('The facility where they are.'),
    at: moment().optional().describe('Since when; now unless said.'),
    note: note().describe('How it came, in words and without names; empty if nothing.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { facilityId } = subject
    const act = { tx, viewer, now, emit }
    const event = await requireOpenEvent(tx, subject.event.id)
    const at = momentIn(event, input.at, now)
    const onBehalf = !facilityItself(viewer, subject).allowed
    const { count } = await tx.shelterOpening.createMany({
      data: [{ eventId: event.id, facilityId, state: 'OPEN', openedAt: at, deFacto: true }],
      skipDuplicates: true,
    })
    const { id } = await tx.shelterOpening.findUniqueOrThrow({
      where: { eventId_facilityId: { eventId: event.id, facilityId } },
      select: { id: true },
    })
    const opening = await lockOpening(tx, id)
    if (count === 1) {
      await writeStep(act, event, opening, { at, note: input.note, onBehalf, fact: 'DE_FACTO_OPENED' })
    } else {
      await takeStep(act, event, opening, {
        act: 'deFacto',
        version: opening.version,
        at,
        note: input.note,
        onBehalf,
        change: {
          state: 'OPEN',
          openedAt: at,
          deFacto: true,
          closedAt: null,
          cannotReason: null,
          cannotNote: null,
        },
        fact: 'DE_FACTO_OPENED',
      })
    }
    return { shelterOpeningId: id }
  },
})
