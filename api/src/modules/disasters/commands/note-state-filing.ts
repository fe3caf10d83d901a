import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { findCalled, ofEvent, toNetwork } from '../event-writing.ts'
import * as events from '../events.ts'
import { reportFor } from '../policy/events.ts'

/** 「国のシステムに入力した」 */
export const noteStateFiling = command({
  name: 'noteStateFiling',
  description:
    'A facility says that it has entered its state into 災害時情報共有システム too; the moment is kept.',
  scope: 'disasters:write',
  input: z.object({
    calledFacilityId: idOf('CalledFacility').describe('The called facility in question.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject: { called, event }, viewer, now, emit }) {
    await tx.stateSystemFiling.create({
      data: { calledFacilityId: called.id, filedAt: now, byUserId: viewer.userId },
    })
    emit(
      events.CalledFacilityChanged,
      { ...ofEvent(event), calledFacilityId: called.id, facilityId: called.facilityId },
      toNetwork(event, ['CalledFacility', called.id]),
    )
    return { calledFacilityId: called.id }
  },
})
