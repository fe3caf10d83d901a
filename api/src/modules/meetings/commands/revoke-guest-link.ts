import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「招待のリンクを止める」 */
export const revokeGuestLink = command({
  name: 'revokeGuestLink',
  description: 'The secretariat or chair takes back the link of an invited body; what it answered stays.',
  scope: 'meetings:write',
  input: z.object({ meetingGuestId: idOf('MeetingGuest').describe('The invited body.') }),
  async subject(tx, { meetingGuestId }, viewer) {
    const guest = await tx.meetingGuest.findFirst({
      where: { AND: [{ id: meetingGuestId }, policy.guestsVisibleTo(viewer)] },
      include: { meeting: true },
    })
    return guest && { guest, meeting: guest.meeting, platformId: guest.meeting.platformId }
  },
  may: policy.runMeeting,
  async run({ tx, subject: { guest, meeting }, now, emit }) {
    refuseUnless(
      guest.revokedAt === null,
      () => new RuleProblem('LINK_IS_REVOKED', 'The link was taken back already.'),
    )
    await tx.meetingGuest.update({
      where: { id: guest.id },
      data: { revokedAt: now, version: { increment: 1 } },
    })
    announceChange(emit, meeting, ['MeetingGuest', guest.id])
    return { meetingGuestId: guest.id, meetingId: meeting.id }
  },
})
