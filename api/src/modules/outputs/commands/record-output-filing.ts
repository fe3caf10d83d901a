import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { outputForm } from '../inputs.ts'
import * as policy from '../policy.ts'

/** Clocks of phones and PCs differ by less. */
const CLOCKS_DIFFER = 3_600_000

/** 「提出・入力したことを記録する」 */
export const recordOutputFiling = command({
  name: 'recordOutputFiling',
  description:
    'A facility, or the secretariat, notes that a form of an event was handed in or typed into the ministry’s system, and when.',
  input: z.object({
    eventId: idOf('DisasterEvent').describe('The event.'),
    facilityId: idOf('Facility').optional().describe('The facility it is about; left out = the whole event.'),
    form: outputForm.describe('Which form.'),
    filedAt: instant().describe('When it was handed in.'),
    note: z.string().trim().max(300).optional().describe('Where, to whom; no names of persons taken in.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { eventId, facilityId }, viewer) => {
    const event = await tx.disasterEvent.findUnique({
      where: { id: eventId },
      select: { id: true, platformId: true, drill: true },
    })
    if (!event || !policy.seesEventsOf(viewer, event.platformId)) return null
    if (facilityId === undefined) return { ...event, facilityId: null, corporationId: null }
    const called = await tx.calledFacility.count({ where: { eventId, facilityId } })
    const asked = await tx.shelterOpening.count({ where: { eventId, facilityId } })
    if (called + asked === 0) return null
    const facility = await tx.facility.findUnique({
      where: { id: facilityId },
      select: { corporationId: true },
    })
    return facility && { ...event, facilityId, corporationId: facility.corporationId }
  },
  may: policy.recordFiling,
  async run({ tx, subject, input, viewer, now, emit }) {
    // A device whose clock is a little ahead has not seen the future.
    if (input.filedAt.getTime() > now.getTime() + CLOCKS_DIFFER)
      throw new RuleProblem('FILED_IN_THE_FUTURE', 'It cannot have been handed in yet.')
    const { id } = await tx.outputFiling.create({
      data: {
        eventId: subject.id,
        facilityId: subject.facilityId,
        form: input.form,
        filedAt: input.filedAt > now ? now : input.filedAt,
        note: input.note ?? '',
        filedByUserId: viewer.userId,
      },
    })
    emit(
      events.FormFiled,
      { filingId: id, disasterEventId: subject.id, drill: subject.drill },
      {
        audience: [`platform:${subject.platformId}`],
        entities: [globalId('OutputFiling', id), globalId('DisasterEvent', subject.id)],
      },
    )
    return { outputFilingId: id }
  },
})
