import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { decide } from '../deciding.ts'
import * as events from '../events.ts'
import { castingVote, effectiveOn } from '../inputs.ts'
import {
  announceChange,
  findItem,
  lockItem,
  organRuleOf,
  refuseUnless,
  resolutionRuleOf,
} from '../meeting-writing.ts'
import { verdictIn, keptVote, readPoll, voteOf } from '../poll.ts'
import * as policy from '../policy/meetings.ts'
import { rulebookOf } from '../rules-of-meeting.ts'
import { followStandings } from '../roll.ts'

/** 「採決を締め切る」 */
export const closeVote = command({
  name: 'closeVote',
  description:
    'The secretariat or chair closes the vote on an item: the verdict is computed from roll, exclusions and ballots by the rulebook of the day, and stands in the register. Where for and against are equal and the rulebook leaves it to the chair, its decision has to come with it. No ballot is taken afterwards. The portal itself closes a vote in writing when its time is over.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item that is voted on.'),
    chairDecision: castingVote.nullable().describe('How the chair settles a tie; null if there is none.'),
    effectiveOn: effectiveOn()
      .nullable()
      .describe('First day the decision has effect; null = the day of the decision.'),
  }),
  subject: (tx, { agendaItemId }, viewer) => isSystemOr(tx, agendaItemId, viewer),
  may: policy.closeVote,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { meeting } = subject
    const item = await lockItem(tx, subject.item.id)
    refuseUnless(
      item.state === 'VOTING',
      () => new RuleProblem('VOTE_IS_NOT_OPEN', 'The item is not being voted on.'),
    )
    const rule = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    await followStandings(tx, meeting, rule, now)
    if (meeting.form !== 'ASSEMBLY' || isSystem(viewer)) {
      const over = item.votingUntil !== null && now >= item.votingUntil
      const rolled = await tx.meetingVoter.count({ where: { meetingId: meeting.id, votes: { gt: 0 } } })
      const cast = await tx.ballot.count({ where: { itemId: item.id } })
      refuseUnless(
        over || cast >= rolled,
        () => new RuleProblem('VOTE_STILL_RUNS', 'The time to vote in writing is not over yet.'),
      )
    }
    const resolution = resolutionRuleOf(rule, item.resolutionKind)
    const poll = await readPoll(tx, meeting, item.id)
    const undecided = verdictIn(meeting, rule, resolution, voteOf(meeting, poll, null))
    const tied = undecided.outcome === 'TIED'
    if (tied && input.chairDecision === null)
      throw new RuleProblem(
        'CHAIR_MUST_DECIDE',
        `As many for as against: the chair decides (${rule.chair.clause}).`,
      )
    const chairDecision = tied ? input.chairDecision : null
    const vote = voteOf(meeting, poll, chairDecision)
    const verdict = verdictIn(meeting, rule, resolution, vote)
    await tx.agendaItem.update({
      where: { id: item.id },
      data: { state: 'DECIDED', votingClosedAt: now, chairDecision, version: { increment: 1 } },
    })
    const decision = await decide(tx, {
      meeting,
      item,
      vote: keptVote(meeting, poll, vote),
      verdict,
      decidedAt: now,
      effectiveOn: input.effectiveOn ?? dateOf(dayInJapan(now)),
    })
    emit(
      events.DecisionReached,
      {
        meetingId: meeting.id,
        platformId: meeting.platformId,
        decisionId: decision.id,
        itemId: item.id,
        outcome: decision.outcome,
      },
      {
        audience: [`platform:${meeting.platformId}`],
        entities: [globalId('AgendaItem', item.id), globalId('Decision', decision.id)],
      },
    )
    announceChange(emit, meeting)
    return { agendaItemId: item.id, decisionId: decision.id, meetingId: meeting.id }
  },
})

/** The portal sees every meeting; people see theirs. */
async function isSystemOr(...[tx, itemId, viewer]: Parameters<typeof findItem>) {
  if (!isSystem(viewer)) return findItem(tx, itemId, viewer)
  const item = await tx.agendaItem.findUnique({ where: { id: itemId }, include: { meeting: true } })
  return item?.meeting ? { item, meeting: item.meeting, platformId: item.meeting.platformId } : null
}
