import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, findItem, lockItem, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「この議題に進む」 */
export const takeUpItem = command({
  name: 'takeUpItem',
  description: 'The secretariat or chair brings up an item of the agenda: it is now being discussed.',
  scope: 'meetings:write',
  input: z.object({ agendaItemId: idOf('AgendaItem').describe('The item, of an open meeting.') }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: { item, meeting }, emit }) {
    refuseUnless(
      meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    const { state } = await lockItem(tx, item.id)
    refuseUnless(
      state === 'UPCOMING',
      () => new RuleProblem('ITEM_IS_UNDER_WAY', 'The item was brought up already.'),
    )
    await tx.agendaItem.update({ where: { id: item.id }, data: { state: 'OPEN', version: { increment: 1 } } })
    announceChange(emit, meeting, ['AgendaItem', item.id])
    return { agendaItemId: item.id, meetingId: meeting.id }
  },
})
