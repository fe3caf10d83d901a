import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { findCalled, ofEvent, refuseUnless, toNetwork } from '../event-writing.ts'
import * as events from '../events.ts'
import { conduct } from '../policy/events.ts'
import { requireOpenEvent } from '../public.ts'

/** 「相互確認先を変える」 */
export const assignBuddy = command({
  name: 'assignBuddy',
  description:
    'The council or the municipality names another called facility as the neighbour that finds out first, or none.',
  scope: 'disasters:write',
  input: z.object({
    calledFacilityId: idOf('CalledFacility').describe('The called facility in question.'),
    buddyFacilityId: idOf('Facility')
      .nullable()
      .describe('Its neighbour; null = the council finds out at once.'),
    version: version(),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => conduct(viewer, subject),
  async run({ tx, subject: { called, event }, input, emit }) {
    await requireOpenEvent(tx, event.id)
    const { buddyFacilityId } = input
    const isCalled =
      buddyFacilityId === null ||
      (buddyFacilityId !== called.facilityId &&
        (await tx.calledFacility.count({ where: { eventId: event.id, facilityId: buddyFacilityId } })) > 0)
    refuseUnless(
      isCalled,
      () => new RuleProblem('BUDDY_IS_NOT_CALLED', 'The neighbour is another facility called by the event.'),
    )
    await save(tx.calledFacility, called, input.version, { buddyFacilityId })
    emit(
      events.CalledFacilityChanged,
      { ...ofEvent(event), calledFacilityId: called.id, facilityId: called.facilityId },
      toNetwork(event, ['CalledFacility', called.id]),
    )
    return { calledFacilityId: called.id, disasterEventId: event.id }
  },
})
