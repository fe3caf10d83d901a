import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { presence } from '../inputs.ts'
import { announceChange, findMeeting, lockMeeting, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「受付する」「退席を記録する」 */
export const recordPresence = command({
  name: 'recordPresence',
  description:
    'The secretariat or chair writes down who is in the room, online, or has left; the quorum of every open item follows at once. From half an hour before the meeting until it is closed.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting.'),
    voterIds: z.array(idOf('MeetingVoter')).min(1).max(500).describe('The voters, of this meeting.'),
    presence: presence
      .nullable()
      .describe('How they are there; null takes the entry back, so that their answer counts again.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, input, viewer, now, emit }) {
    const meeting = await lockMeeting(tx, subject.id)
    refuseUnless(
      meeting.form === 'ASSEMBLY',
      () => new RuleProblem('NOTHING_TO_ATTEND', 'A resolution in writing has no attendance.'),
    )
    const soon = now.getTime() >= meeting.startsAt.getTime() - 30 * 60_000
    refuseUnless(
      meeting.state === 'OPEN' || (meeting.state === 'NOTICED' && soon),
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    const { count } = await tx.meetingVoter.updateMany({
      where: { id: { in: [...input.voterIds] }, meetingId: meeting.id },
      data: {
        presence: input.presence,
        presenceSince: input.presence && now,
        version: { increment: 1 },
      },
    })
    refuseUnless(
      count === new Set(input.voterIds).size,
      () => new RuleProblem('VOTER_UNKNOWN', 'One of them is no voter of this meeting.'),
    )
    if (input.presence)
      await tx.attendanceChange.createMany({
        data: input.voterIds.map((voterId) => ({
          meetingId: meeting.id,
          voterId,
          at: now,
          presence: input.presence,
          channel: 'ROOM' as const,
          byUserId: viewer.userId,
        })),
      })
    announceChange(emit, meeting)
    return { meetingId: meeting.id }
  },
})
