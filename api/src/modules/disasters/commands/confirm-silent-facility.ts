import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf, idempotencyKey } from '../../../kernel/inputs.ts'
import { findCalled, ofEvent, toNetwork } from '../event-writing.ts'
import * as events from '../events.ts'
import { note } from '../inputs.ts'
import { council, findOut, municipality } from '../policy/events.ts'
import { requireOpenEvent } from '../public.ts'
import * as words from '../rules/words.ts'

const finding = enumOf('SilenceFinding', 'What was found out about a silent facility.', words.SILENCE_FINDING)
const means = enumOf('FindingMeans', 'How it was found out.', words.FINDING_MEANS)

/** 「確かめたことを書く」 */
export const confirmSilentFacility = command({
  name: 'confirmSilentFacility',
  description:
    'The neighbour, the council or the municipality says what it found out about a facility that does not report, or that it could not.',
  scope: 'disasters:write',
  secret: ['note'],
  input: z.object({
    calledFacilityId: idOf('CalledFacility').describe('The silent facility.'),
    finding: finding.describe('What was found out.'),
    means: means.describe('How it was found out.'),
    note: note().describe('More in words, no names of users; empty if nothing.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => findOut(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { called, event } = subject
    await requireOpenEvent(tx, event.id)
    const isCouncil = council(viewer, subject).allowed
    const isMunicipality = municipality(viewer, subject).allowed
    await tx.silenceConfirmation.create({
      data: {
        calledFacilityId: called.id,
        finding: input.finding,
        means: input.means,
        note: input.note,
        ownerKind: isMunicipality ? 'MUNICIPALITY' : isCouncil ? 'COUNCIL' : 'BUDDY',
        actingName: viewer.acting?.name ?? '',
        confirmedAt: now,
        byUserId: viewer.userId,
      },
    })
    emit(
      events.SilenceConfirmed,
      { ...ofEvent(event), calledFacilityId: called.id, facilityId: called.facilityId },
      toNetwork(event, ['CalledFacility', called.id]),
    )
    return { calledFacilityId: called.id }
  },
})
