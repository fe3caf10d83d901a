import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { paragraphs } from '../inputs.ts'
import { announceChange, findMeeting, lockMeeting, organRuleOf, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { rulebookOf } from '../rules-of-meeting.ts'
import { settleRoll } from '../roll.ts'

/** 「開会する」 */
export const openMeeting = command({
  name: 'openMeeting',
  description:
    'The secretariat or chair opens a meeting on its day and says who chairs it. The roll is brought to the record day once more. Whether there is a quorum is counted item by item.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting, called and not yet begun.'),
    chairVoterId: idOf('MeetingVoter')
      .nullable()
      .describe('The voter that chairs; null if the chair comes from outside.'),
    chairName: paragraphs(100).describe('Name of the person who chairs, for the minutes.'),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  onConstraint: {
    meeting_chair_is_here: () => new RuleProblem('CHAIR_UNKNOWN', 'The chair is a voter of this meeting.'),
  },
  async run({ tx, subject, input, now, emit }) {
    const meeting = await lockMeeting(tx, subject.id)
    refuseUnless(
      meeting.state === 'NOTICED',
      () => new RuleProblem('MEETING_CANNOT_OPEN', 'It was not called, or has begun already.'),
    )
    const rulebook = await rulebookOf(tx, meeting)
    await settleRoll(tx, meeting, organRuleOf(rulebook, meeting.organ), rulebook)
    await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        state: 'OPEN',
        openedAt: now,
        chairVoterId: input.chairVoterId,
        chairName: input.chairName,
        version: { increment: 1 },
      },
    })
    announceChange(emit, meeting)
    return { meetingId: meeting.id }
  },
})
