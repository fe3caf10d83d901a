import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'
import { line } from '../inputs.ts'
import { announceChange, findMeeting, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「来賓・オブザーバーを招く」 */
export const inviteGuest = command({
  name: 'inviteGuest',
  description:
    'The secretariat or chair invites a body without an account: a link is made with which it reads the notice and says who comes, until the meeting begins. The link is shown once, to be put into a letter or a mail; no address is kept.',
  scope: 'meetings:write',
  secret: ['secret'],
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting, called and not yet begun.'),
    name: line(100).describe('The body, e.g. 見本市 福祉課.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: meeting, input, emit }) {
    refuseUnless(
      meeting.state === 'NOTICED',
      () => new RuleProblem('MEETING_TAKES_NO_ANSWERS', 'The meeting was not called, or has begun.'),
    )
    const secret = newSecret()
    const guest = await tx.meetingGuest.create({
      data: {
        meetingId: meeting.id,
        name: input.name,
        tokenHash: hashOfSecret(secret),
        expiresAt: meeting.startsAt,
      },
    })
    announceChange(emit, meeting, ['MeetingGuest', guest.id])
    return { meetingGuestId: guest.id, meetingId: meeting.id, secret }
  },
})
