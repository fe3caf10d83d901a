import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { line } from '../inputs.ts'
import { announceChange, findMeeting, lockMeeting, organRuleOf, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { rulebookOf } from '../rules-of-meeting.ts'

/** 「みなし決議に異議を述べる」 */
export const objectToOmission = command({
  name: 'objectToOmission',
  description:
    'The auditor objects to deciding without a meeting; where the rulebook gives the auditor that right, the proposal then fails (一般社団・財団法人法96条).',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The decision without a meeting, still running.'),
    reason: line(500).describe('Why; seen by everybody who sees the meeting.'),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.objectAsAuditor,
  async run({ tx, subject, input, now, emit }) {
    const meeting = await lockMeeting(tx, subject.id)
    refuseUnless(
      meeting.form === 'OMISSION',
      () => new RuleProblem('NO_OMISSION', 'This is no decision without a meeting.'),
    )
    refuseUnless(
      meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    const { omission } = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    refuseUnless(
      omission?.auditorMayObject ?? false,
      () => new RuleProblem('AUDITOR_CANNOT_OBJECT', 'The rulebook gives no such right.'),
    )
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { auditorObjectedAt: now, auditorObjection: input.reason, version: { increment: 1 } },
    })
    announceChange(emit, meeting)
    return { meetingId: meeting.id }
  },
})
