import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { callOffInCalendar } from '../calendar-entry.ts'
import * as events from '../events.ts'
import { line } from '../inputs.ts'
import { findMeeting, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「会議を取りやめる」 */
export const cancelMeeting = command({
  name: 'cancelMeeting',
  description:
    'The secretariat or chair calls off a meeting that has not begun, with a reason; whoever had the notice is told.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting.'),
    version: version(),
    reason: line(300).describe('Why; told to everybody who had the notice.'),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: meeting, input, now, emit }) {
    const { id: meetingId, platformId, state } = meeting
    const begun = meeting.form === 'ASSEMBLY' ? state !== 'DRAFT' && state !== 'NOTICED' : state === 'CLOSED'
    refuseUnless(
      !begun && state !== 'CANCELLED',
      () => new RuleProblem('MEETING_HAS_BEGUN', 'The meeting has begun or ended already.'),
    )
    const decided = await tx.decision.count({ where: { meetingId } })
    refuseUnless(
      decided === 0,
      () => new RuleProblem('MEETING_HAS_DECIDED', 'Something was decided already.'),
    )
    await tx.agendaItem.updateMany({
      where: { meetingId, state: 'VOTING' },
      data: { state: 'WITHDRAWN', votingClosedAt: now, version: { increment: 1 } },
    })
    await save(tx.meeting, meeting, input.version, {
      state: 'CANCELLED',
      cancelledAt: now,
      cancelReason: input.reason,
      openedAt: null,
    })
    await callOffInCalendar({ tx, now, emit }, meetingId)
    emit(
      events.MeetingCancelled,
      { meetingId, platformId },
      { audience: [`platform:${platformId}`], entities: [globalId('Meeting', meetingId)] },
    )
    return { meetingId }
  },
})
