import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, findItem, lockItem, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { isPending } from '../rules/agenda.ts'

/** 「報告を終える」 */
export const reportItem = command({
  name: 'reportItem',
  description: 'The secretariat or chair writes down that a report was given.',
  scope: 'meetings:write',
  input: z.object({ agendaItemId: idOf('AgendaItem').describe('The item, not settled yet.') }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, emit }) {
    const { meeting } = subject
    const item = await lockItem(tx, subject.item.id)
    refuseUnless(
      meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    refuseUnless(
      item.kind === 'REPORT',
      () => new RuleProblem('ITEM_IS_NO_REPORT', 'A resolution is voted on, not reported.'),
    )
    refuseUnless(isPending(item.state), () => new RuleProblem('ITEM_IS_SETTLED', 'The item is settled.'))
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { state: 'REPORTED', version: { increment: 1 } },
    })
    announceChange(emit, meeting, ['AgendaItem', item.id])
    return { agendaItemId: item.id, meetingId: meeting.id }
  },
})
