import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { editedFacility, line } from '../facility-inputs.ts'
import { findFacility } from '../facility-writing.ts'
import * as policy from '../policy.ts'

/** 「施設をもう一度開く」 */
export const reopenFacility = command({
  name: 'reopenFacility',
  description:
    'The corporation’s administrator or its network’s secretariat says that a closed facility is at work again. Its offices and roles stay as they are: each is opened or given anew.',
  scope: 'registry:write',
  input: z.object({
    ...editedFacility,
    reason: line(500).describe('Why it is opened again; kept with the act.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => findFacility(tx, facilityId, viewer),
  may: (viewer, facility) => policy.closeFacility(viewer, facility, facility.inOwnNetwork),
  async run({ tx, subject, input: { facilityId, version }, emit }) {
    if (subject.status === 'ACTIVE') throw new RuleProblem('FACILITY_IS_OPEN', 'The facility is at work.')
    await save(tx.facility, subject, version, { status: 'ACTIVE', endedOn: null, successorId: null })
    emit(
      events.FacilityReopened,
      { facilityId, corporationId: subject.corporationId },
      { audience: ['public'], entities: [globalId('Facility', facilityId)] },
    )
    return { facilityId }
  },
})
