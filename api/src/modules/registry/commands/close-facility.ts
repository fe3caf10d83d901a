import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { editedFacility, line } from '../facility-inputs.ts'
import { assertNoIssues, findFacility, refuseEnded } from '../facility-writing.ts'
import * as policy from '../policy.ts'
import { closingFaults } from '../rules/closing.ts'

/** 「施設を閉じる」 */
export const closeFacility = command({
  name: 'closeFacility',
  description:
    'The corporation’s administrator or its network’s secretariat says that a facility is closed: its offices close with it and the roles on it end. Nothing goes to a successor by itself.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    endedOn: day().describe('Last day of the facility, today at the latest.'),
    reason: line(500).describe('Why it was closed; kept with the act.'),
    successorId: idOf('Facility').nullable().describe('Facility that goes on with its work; null if none.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.closeFacility(viewer, facility, facility.inOwnNetwork),
  async run({ tx, subject, input: { facilityId, version, endedOn, successorId }, now, emit }) {
    refuseEnded(subject)
    const successor =
      successorId === null ? null : await tx.facility.findUnique({ where: { id: successorId } })
    const today = dateOf(dayInJapan(now))
    assertNoIssues(closingFaults(subject, { endedOn, successorId, successor }, today))
    await save(tx.facility, subject, version, { status: 'CLOSED', endedOn, successorId })
    await tx.serviceOffice.updateMany({
      where: { facilityId, status: 'ACTIVE' },
      data: { status: 'CLOSED', endedOn, version: { increment: 1 } },
    })
    emit(
      events.FacilityClosed,
      {
        facilityId,
        corporationId: subject.corporationId,
        endedOn: endedOn.toISOString().slice(0, 10),
        successorId,
      },
      { audience: ['public'], entities: [globalId('Facility', facilityId)] },
    )
    return { facilityId }
  },
})
