import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { presence } from '../inputs.ts'
import { announceChange, findVoter, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「出席しています」「退席します」 */
export const checkIn = command({
  name: 'checkIn',
  description:
    'A voter’s own people say that they are in the room or online, or that they leave; from half an hour before the meeting until it is closed.',
  scope: 'meetings:write',
  input: z.object({
    meetingVoterId: idOf('MeetingVoter').describe('One’s own line of the roll.'),
    presence: presence.describe('How one is there.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingVoterId }, viewer) => findVoter(tx, meetingVoterId, viewer),
  may: policy.speakFor,
  async run({ tx, subject: { voter, meeting }, input, viewer, now, emit }) {
    refuseUnless(
      meeting.form === 'ASSEMBLY',
      () => new RuleProblem('NOTHING_TO_ATTEND', 'A resolution in writing has no attendance.'),
    )
    const soon = now.getTime() >= meeting.startsAt.getTime() - 30 * 60_000
    refuseUnless(
      meeting.state === 'OPEN' || (meeting.state === 'NOTICED' && soon),
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    await tx.meetingVoter.update({
      where: { id: voter.id },
      data: { presence: input.presence, presenceSince: now, version: { increment: 1 } },
    })
    await tx.attendanceChange.create({
      data: {
        meetingId: meeting.id,
        voterId: voter.id,
        at: now,
        presence: input.presence,
        channel: 'PORTAL',
        byUserId: viewer.userId,
      },
    })
    announceChange(emit, meeting, ['MeetingVoter', voter.id])
    return { meetingVoterId: voter.id, meetingId: meeting.id }
  },
})
