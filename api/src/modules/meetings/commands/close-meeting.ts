import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { findMeeting, lockMeeting, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { isSettled } from '../rules/agenda.ts'

/** 「閉会する」 */
export const closeMeeting = command({
  name: 'closeMeeting',
  description:
    'The secretariat or chair closes a meeting once every item is decided, reported, withdrawn or carried over. Nothing changes in it afterwards; the minutes can be written.',
  scope: 'meetings:write',
  input: z.object({ meetingId: idOf('Meeting').describe('The meeting, open.') }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, now, emit }) {
    const meeting = await lockMeeting(tx, subject.id)
    const { id: meetingId, platformId } = meeting
    refuseUnless(
      meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    const items = await tx.agendaItem.findMany({ where: { meetingId }, select: { state: true } })
    const open = items.filter(({ state }) => !isSettled(state)).length
    if (open > 0) throw new RuleProblem('ITEMS_NOT_SETTLED', `${open} items are neither decided nor put off.`)
    await tx.meeting.update({
      where: { id: meetingId },
      data: { state: 'CLOSED', closedAt: now, version: { increment: 1 } },
    })
    emit(
      events.MeetingClosed,
      { meetingId, platformId },
      { audience: [`platform:${platformId}`], entities: [globalId('Meeting', meetingId)] },
    )
    return { meetingId }
  },
})
