import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import * as events from '../events.ts'
import { hearersOf, loadRegistered } from '../facilities.ts'
import { factsVisibleTo, withdrawFact } from '../policy/register.ts'

/** 「記録を取り消す」 */
export const withdrawShelterFact = command({
  name: 'withdrawShelterFact',
  description:
    'Takes back what was said of a welfare shelter, with the reason, by whoever may speak in the name of its source. It is counted no longer and stays to be read.',
  scope: 'readiness:write',
  input: z.object({
    shelterFactId: idOf('ShelterFact').describe('What was said.'),
    reason: z.string().trim().min(1).max(300).describe('Why it is not so, at most 300 characters.'),
  }),
  async subject(tx, { shelterFactId }, viewer) {
    const fact = await tx.shelterFact.findFirst({
      where: { AND: [{ id: shelterFactId }, factsVisibleTo(viewer)] },
    })
    const facility = fact && (await loadRegistered(tx, fact.facilityId, viewer))
    return facility && { ...facility, fact }
  },
  may: (viewer, subject) => withdrawFact(viewer, subject, subject.fact),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { fact } = subject
    await tx.shelterFact.update({
      where: { id: fact.id, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnByUserId: viewer.userId, withdrawnReason: input.reason },
    })
    emit(
      events.ShelterFactWithdrawn,
      { shelterFactId: fact.id, facilityId: fact.facilityId },
      {
        audience: hearersOf(subject),
        entities: [globalId('ShelterFact', fact.id), globalId('Facility', fact.facilityId)],
      },
    )
    return { shelterFactId: fact.id }
  },
})
