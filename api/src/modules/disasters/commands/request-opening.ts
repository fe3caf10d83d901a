import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { findCalled } from '../event-writing.ts'
import { note } from '../inputs.ts'
import { takeStep, writeStep } from '../opening-writing.ts'
import { conduct, municipality } from '../policy/events.ts'
import { lockOpening, requireOpenEvent } from '../public.ts'

/** 「開設を依頼する」 */
export const requestOpening = command({
  name: 'requestOpening',
  description:
    'The municipality, or the council for it, asks a called facility whether it can open as a welfare shelter.',
  scope: 'disasters:write',
  input: z.object({
    calledFacilityId: idOf('CalledFacility').describe('The facility that is asked.'),
    note: note().describe('For whom and how many, in words; empty if nothing.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => conduct(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { event, facilityId } = subject
    const act = { tx, viewer, now, emit }
    const open = await requireOpenEvent(tx, event.id)
    const onBehalf = !municipality(viewer, subject).allowed
    const { count } = await tx.shelterOpening.createMany({
      data: [{ eventId: event.id, facilityId, requestedAt: now }],
      skipDuplicates: true,
    })
    const { id } = await tx.shelterOpening.findUniqueOrThrow({
      where: { eventId_facilityId: { eventId: event.id, facilityId } },
      select: { id: true },
    })
    const opening = await lockOpening(tx, id)
    if (count === 1) {
      await writeStep(act, open, opening, { at: now, note: input.note, onBehalf })
    } else {
      await takeStep(act, open, opening, {
        act: 'request',
        version: opening.version,
        note: input.note,
        onBehalf,
        change: {
          state: 'REQUESTED',
          requestedAt: now,
          answeredAt: null,
          cannotReason: null,
          cannotNote: null,
          decidedAt: null,
          opensAt: null,
          openedAt: null,
          deFacto: false,
          closedAt: null,
        },
      })
    }
    return { shelterOpeningId: id }
  },
})
