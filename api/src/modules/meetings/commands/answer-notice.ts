import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { holdRow } from '../../../kernel/lock.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { answerChannel, attendanceAnswer } from '../inputs.ts'
import { announceChange, findVoter, organRuleOf, refuseUnless } from '../meeting-writing.ts'
import { rulebookOf } from '../rules-of-meeting.ts'
import * as policy from '../policy/meetings.ts'
import { channelOf } from '../rules/channel.ts'

/** 「出欠を答える」「委任状を出す」 */
export const answerNotice = command({
  name: 'answerNotice',
  description:
    'A voter’s own people say whether it comes, takes part online, gives its proxy, votes in writing or stays away; until the deadline it can be changed. The secretariat records what came by telephone, FAX or on paper, and the voter sees that and can change it.',
  scope: 'meetings:write',
  input: z.object({
    meetingVoterId: idOf('MeetingVoter').describe('The line of the roll.'),
    answer: attendanceAnswer.describe('The answer.'),
    proxyHolderId: idOf('MeetingVoter')
      .nullable()
      .describe('With PROXY: the voter that votes for it; null = the chair (議長一任).'),
    channel: answerChannel.describe('PORTAL for one’s own answer; otherwise how it reached the secretariat.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingVoterId }, viewer) => findVoter(tx, meetingVoterId, viewer),
  may: policy.answerFor,
  onConstraint: {
    meeting_voter_proxy_is_here: () =>
      new RuleProblem('PROXY_HOLDER_UNKNOWN', 'The holder of a proxy is a voter of the same meeting.'),
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    const { voter, meeting } = subject
    refuseUnless(
      meeting.form === 'ASSEMBLY',
      () => new RuleProblem('NOTHING_TO_ATTEND', 'A resolution in writing has no attendance.'),
    )
    refuseUnless(
      meeting.state === 'NOTICED' || meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_TAKES_NO_ANSWERS', 'The meeting has not been called, or is over.'),
    )
    const own = policy.speakFor(viewer, subject).allowed
    const channel = channelOf(input.channel, own)
    if (channel === null) throw new RuleProblem('CHANNEL_MISSING', 'Say by which way the answer came.')
    // On paper everything has to be there in time; that somebody comes or does not can be said until the opening.
    const binding = input.answer === 'PROXY' || input.answer === 'WRITTEN'
    refuseUnless(
      !binding || now < meeting.answerBy,
      () => new RuleProblem('WRITTEN_VOTES_ARE_CLOSED', 'The deadline is over.'),
    )
    refuseUnless(
      binding || meeting.state === 'NOTICED',
      () => new RuleProblem('MEETING_HAS_BEGUN', 'The meeting has begun.'),
    )
    const rule = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    if (input.answer === 'PROXY') {
      refuseUnless(
        rule.proxy.allowed,
        () => new RuleProblem('PROXY_NOT_ALLOWED', `No proxies here (${rule.proxy.clause}).`),
      )
      refuseUnless(
        input.proxyHolderId !== voter.id,
        () => new RuleProblem('PROXY_TO_ONESELF', 'Nobody is its own proxy.'),
      )
      const { perHolder, clause } = rule.proxy
      if (perHolder !== null && input.proxyHolderId !== null) {
        // One after the other: of two given at once, each would count without the other.
        await holdRow(tx, 'meeting', meeting.id, 'IN_TURN')
        const held = await tx.meetingVoter.count({
          where: { proxyHolderId: input.proxyHolderId, id: { not: voter.id } },
        })
        refuseUnless(
          held < perHolder,
          () => new RuleProblem('PROXY_HOLDER_HAS_ENOUGH', `No more proxies for this one (${clause}).`),
        )
      }
    }
    if (input.answer === 'WRITTEN')
      refuseUnless(
        rule.written.allowed,
        () => new RuleProblem('WRITTEN_NOT_ALLOWED', `No votes in writing (${rule.written.clause}).`),
      )
    await tx.meetingVoter.update({
      where: { id: voter.id },
      data: {
        answer: input.answer,
        proxyHolderId: input.answer === 'PROXY' ? input.proxyHolderId : null,
        answeredAt: now,
        answerChannel: channel,
        answeredByUserId: viewer.userId,
        version: { increment: 1 },
      },
    })
    // What was sent in writing is taken back with the answer; a new vote can be given in the room.
    if (input.answer !== 'WRITTEN')
      await tx.ballot.deleteMany({
        where: { voterId: voter.id, item: { is: { state: { in: ['UPCOMING', 'OPEN'] } } } },
      })
    await tx.attendanceChange.create({
      data: {
        meetingId: meeting.id,
        voterId: voter.id,
        at: now,
        answer: input.answer,
        channel,
        byUserId: viewer.userId,
      },
    })
    announceChange(emit, meeting, ['MeetingVoter', voter.id])
    return { meetingVoterId: voter.id, meetingId: meeting.id }
  },
})
