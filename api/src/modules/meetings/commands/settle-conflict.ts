import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「除斥を認める」「認めない」 */
export const settleConflict = command({
  name: 'settleConflict',
  description:
    'The chair, or the secretariat for it, accepts that a voter takes no part in an item, or finds that it has no special interest. Accepted, its ballot on the item is void.',
  scope: 'meetings:write',
  input: z.object({
    itemExclusionId: idOf('ItemExclusion').describe('What was declared.'),
    accept: z.boolean().describe('True: the voter takes no part. False: it votes like any other.'),
  }),
  async subject(tx, { itemExclusionId }, viewer) {
    const found = await tx.itemExclusion.findFirst({
      where: { AND: [{ id: itemExclusionId }, policy.exclusionsVisibleTo(viewer)] },
      include: { item: { include: { meeting: true } } },
    })
    const meeting = found?.item.meeting
    return found && meeting ? { exclusion: found, meeting, platformId: meeting.platformId } : null
  },
  may: policy.runMeeting,
  onConstraint: {
    item_is_closed: () => new RuleProblem('VOTE_IS_CLOSED', 'The item is settled.'),
  },
  async run({ tx, subject: { exclusion, meeting }, input, now, emit }) {
    const { id, itemId, voterId } = exclusion
    if (input.accept) {
      await tx.itemExclusion.update({ where: { id }, data: { acceptedAt: now, version: { increment: 1 } } })
      await tx.ballot.deleteMany({ where: { itemId, voterId } })
    } else {
      await tx.itemExclusion.delete({ where: { id } })
    }
    announceChange(emit, meeting, ['AgendaItem', itemId])
    return { agendaItemId: itemId, meetingId: meeting.id }
  },
})
