import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { itemOn } from '../checklist.ts'
import * as events from '../events.ts'
import { helpersOf, loadChecked } from '../facilities.ts'
import { answer as may } from '../policy/checklist.ts'

/** 「助言・返事を書く」 */
export const commentOnReadinessItem = command({
  name: 'commentOnReadinessItem',
  description:
    'Says something under an item of a facility’s checklist: advice of who guides it or of the secretariat, or a reply of its own people. It stays as it was said.',
  scope: 'readiness:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility.'),
    itemKey: z.string().max(60).describe('Key of the item.'),
    text: z.string().trim().min(1).max(500).describe('What is said, at most 500 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }, viewer) => loadChecked(tx, facilityId, viewer),
  may,
  async run({ tx, subject, input, viewer, now, emit }) {
    const item = await itemOn(tx, input.itemKey, now)
    if (!item) throw new RuleProblem('NO_SUCH_ITEM', 'The checklist of today has no such item.')
    const id = newId(now)
    await tx.readinessComment.create({
      data: {
        id,
        facilityId: subject.id,
        itemId: item.id,
        text: input.text,
        at: now,
        byUserId: viewer.userId,
        actingName: viewer.acting?.name ?? '',
      },
    })
    emit(
      events.ReadinessChanged,
      { facilityId: subject.id },
      { audience: helpersOf(subject), entities: [globalId('Facility', subject.id)] },
    )
    return { readinessCommentId: id }
  },
})
