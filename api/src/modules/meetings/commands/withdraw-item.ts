import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, findItem, lockItem, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { isPending } from '../rules/agenda.ts'

/** 「議案を取り下げる」 */
export const withdrawItem = command({
  name: 'withdrawItem',
  description: 'The secretariat or chair takes an item off the agenda before it is voted on.',
  scope: 'meetings:write',
  input: z.object({ agendaItemId: idOf('AgendaItem').describe('The item, not settled yet.') }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, emit }) {
    const { meeting } = subject
    const item = await lockItem(tx, subject.item.id)
    const running = meeting.state === 'NOTICED' || meeting.state === 'OPEN'
    refuseUnless(
      running,
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting was not called, or is over.'),
    )
    refuseUnless(
      isPending(item.state),
      () => new RuleProblem('ITEM_IS_SETTLED', 'The item is voted on or settled.'),
    )
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { state: 'WITHDRAWN', version: { increment: 1 } },
    })
    announceChange(emit, meeting, ['AgendaItem', item.id])
    return { agendaItemId: item.id, meetingId: meeting.id }
  },
})
