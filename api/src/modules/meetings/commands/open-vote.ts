import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { instant } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import {
  announceChange,
  findItem,
  lockItem,
  organRuleOf,
  refuseUnless,
  resolutionRuleOf,
} from '../meeting-writing.ts'
import { verdictIn, readPoll, voteOf } from '../poll.ts'
import * as policy from '../policy/meetings.ts'
import { rulebookOf } from '../rules-of-meeting.ts'
import { followStandings } from '../roll.ts'

/** 「採決を始める」 */
export const openVote = command({
  name: 'openVote',
  description:
    'The secretariat or chair opens the vote on an item. Without a quorum for this item there is no vote: it is counted at this moment, without those who have left or are excluded.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, a resolution.'),
    votingUntil: instant()
      .nullable()
      .describe('Until when ballots are taken, within a day; null = until the vote is closed.'),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject, input, now, emit }) {
    const { meeting } = subject
    refuseUnless(
      meeting.state === 'OPEN',
      () => new RuleProblem('MEETING_IS_NOT_ON', 'The meeting has not begun, or is over.'),
    )
    const item = await lockItem(tx, subject.item.id)
    refuseUnless(
      item.kind === 'RESOLUTION',
      () => new RuleProblem('NOTHING_TO_VOTE_ON', 'A report is not voted on.'),
    )
    refuseUnless(
      item.state === 'UPCOMING' || item.state === 'OPEN',
      () => new RuleProblem('ITEM_IS_UNDER_WAY', 'It is voted on or settled.'),
    )
    const { votingUntil } = input
    const inTime =
      votingUntil === null || (votingUntil > now && votingUntil.getTime() - now.getTime() <= 86_400_000)
    refuseUnless(
      inTime,
      () => new RuleProblem('VOTE_ENDS_AT_NO_TIME', 'The vote ends after now and within a day.'),
    )
    const waiting = await tx.itemExclusion.count({ where: { itemId: item.id, acceptedAt: null } })
    refuseUnless(
      waiting === 0,
      () =>
        new RuleProblem(
          'CONFLICT_NOT_SETTLED',
          'Somebody declared an interest that the chair has not settled.',
        ),
    )
    const rule = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    await followStandings(tx, meeting, rule, now)
    const poll = await readPoll(tx, meeting, item.id)
    const verdict = verdictIn(
      meeting,
      rule,
      resolutionRuleOf(rule, item.resolutionKind),
      voteOf(meeting, poll, null),
    )
    const lacking = verdict.quorum.find(({ met }) => !met)
    if (lacking)
      throw new RuleProblem(
        'NO_QUORUM_FOR_ITEM',
        `Present ${lacking.have}, needed ${lacking.needed} (${lacking.threshold.clause}).`,
      )
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { state: 'VOTING', votingOpenedAt: now, votingUntil, version: { increment: 1 } },
    })
    announceChange(emit, meeting, ['AgendaItem', item.id])
    return { agendaItemId: item.id, meetingId: meeting.id }
  },
})
