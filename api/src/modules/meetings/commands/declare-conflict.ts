import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { line } from '../inputs.ts'
import { announceChange, findVoter, organRuleOf, refuseUnless } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { rulebookOf } from '../rules-of-meeting.ts'

/** 「利害関係を申し出る」 */
export const declareConflict = command({
  name: 'declareConflict',
  description:
    'A voter says that it has a special interest in an item (特別の利害関係); it takes no part once the chair has accepted. Said by the secretariat or chair, it counts at once. A ballot it has given is void then.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, not voted on to the end.'),
    meetingVoterId: idOf('MeetingVoter').describe('The voter, of the same meeting.'),
    reason: line(300).describe('What the interest is.'),
  }),
  subject: (tx, { meetingVoterId }, viewer) => findVoter(tx, meetingVoterId, viewer),
  may: policy.answerFor,
  onConstraint: {
    item_is_closed: () => new RuleProblem('VOTE_IS_CLOSED', 'The item is settled.'),
    item_voter_is_on_the_roll: () =>
      new RuleProblem('ITEM_OF_ANOTHER_MEETING', 'The item belongs to another meeting.'),
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    const { voter, meeting } = subject
    const rule = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    refuseUnless(
      rule.conflict.excludes !== 'NOBODY',
      () => new RuleProblem('NOBODY_IS_EXCLUDED', `Nobody is excluded here (${rule.conflict.clause}).`),
    )
    const itemId = input.agendaItemId
    const own = policy.speakFor(viewer, subject).allowed
    const acceptedAt = policy.runMeeting(viewer, subject).allowed ? now : null
    await tx.itemExclusion.upsert({
      where: { itemId_voterId: { itemId, voterId: voter.id } },
      create: { itemId, voterId: voter.id, reason: input.reason, declaredAt: now, own, acceptedAt },
      update: { reason: input.reason, ...(acceptedAt ? { acceptedAt } : {}), version: { increment: 1 } },
    })
    if (acceptedAt) await tx.ballot.deleteMany({ where: { itemId, voterId: voter.id } })
    announceChange(emit, meeting, ['AgendaItem', itemId])
    return { agendaItemId: itemId, meetingId: meeting.id }
  },
})
