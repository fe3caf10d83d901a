import { z } from 'zod'
import type { AgendaItem, Meeting, MeetingVoter } from '../../../generated/prisma/client.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { holdRow } from '../../../kernel/lock.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { any } from '../../../kernel/verdict.ts'
import { answerChannel, ballotChoice, line } from '../inputs.ts'
import { announceChange, organRuleOf } from '../meeting-writing.ts'
import * as policy from '../policy/meetings.ts'
import { refusalOfBallot, type BallotRefusal } from '../rules/ballot.ts'
import { channelOf } from '../rules/channel.ts'
import { standingOf } from '../rules/standing.ts'
import { rulebookOf } from '../rules-of-meeting.ts'
import { followStandings } from '../roll.ts'

interface Subject {
  readonly item: AgendaItem
  readonly meeting: Meeting
  readonly voter: MeetingVoter
  readonly platformId: string
  readonly corporationId: string | null
  readonly officerUserId: string | null
  /** The holder of the voter's proxy, where it has given one. */
  readonly holder: {
    readonly id: string
    readonly corporationId: string | null
    readonly officerUserId: string | null
  } | null
}

const refusals: Readonly<Record<BallotRefusal, () => RuleProblem>> = {
  NOTHING_TO_VOTE_ON: () => new RuleProblem('NOTHING_TO_VOTE_ON', 'A report is not voted on.'),
  VOTE_IS_CLOSED: () => new RuleProblem('VOTE_IS_CLOSED', 'The vote is closed; this ballot is not counted.'),
  VOTE_NOT_OPEN_YET: () => new RuleProblem('VOTE_NOT_OPEN_YET', 'The vote was not opened yet.'),
  WRITTEN_VOTES_ARE_CLOSED: () => new RuleProblem('WRITTEN_VOTES_ARE_CLOSED', 'The deadline is over.'),
  VOTER_IS_SUSPENDED: () => new RuleProblem('VOTER_IS_SUSPENDED', 'The membership rests.'),
  VOTER_HAS_NO_VOTE: () => new RuleProblem('VOTER_HAS_NO_VOTE', 'This member has no vote.'),
  VOTER_IS_EXCLUDED: () => new RuleProblem('VOTER_IS_EXCLUDED', 'It takes no part in this item.'),
  VOTER_IS_NOT_THERE: () => new RuleProblem('VOTER_IS_NOT_THERE', 'It is not noted as being there.'),
}

/** 「投票する」 */
export const castBallot = command({
  name: 'castBallot',
  description:
    'A voter’s own people vote on an item, once per voter; until the vote is closed the ballot can be replaced. The holder of a proxy votes for it; the secretariat records what came by telephone, FAX, on paper or by a sign in the room, and the voter sees that and can replace it. A vote in writing is taken until the deadline of the notice.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item that is voted on.'),
    meetingVoterId: idOf('MeetingVoter').describe('The voter whose vote it is.'),
    choice: ballotChoice.describe('What the voter votes.'),
    reason: line(500).nullable().describe('What shall be written down with it; null if nothing.'),
    channel: answerChannel.describe('PORTAL for one’s own vote; otherwise how it reached the secretariat.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { agendaItemId, meetingVoterId }, viewer) => find(tx, agendaItemId, meetingVoterId, viewer),
  may: (viewer, { holder, ...subject }) =>
    holder
      ? any(policy.speakFor(viewer, { ...subject, ...holder }), policy.answerFor(viewer, subject))
      : policy.answerFor(viewer, subject),
  onConstraint: {
    item_is_closed: () =>
      new RuleProblem('VOTE_IS_CLOSED', 'The vote was closed before this ballot arrived.'),
  },
  async run({ tx, subject, input, viewer, now, emit }) {
    const { meeting, voter, holder } = subject
    // The item is held until the commit, so that the close waits for this ballot or this ballot sees the close.
    await holdRow(tx, 'agendaItem', subject.item.id, 'TOGETHER')
    const item = await tx.agendaItem.findUniqueOrThrow({ where: { id: subject.item.id } })
    const rule = organRuleOf(await rulebookOf(tx, meeting), meeting.organ)
    await followStandings(tx, meeting, rule, now)
    const line = await tx.meetingVoter.findUniqueOrThrow({ where: { id: voter.id } })
    const excluded = await tx.itemExclusion.count({
      where: { itemId: item.id, voterId: voter.id, acceptedAt: { not: null } },
    })
    const refusal = refusalOfBallot(
      {
        form: meeting.form,
        state: item.state,
        kind: item.kind,
        votingUntil: item.votingUntil,
        answerBy: meeting.answerBy,
        meetingOver: meeting.state === 'CLOSED' || meeting.state === 'CANCELLED',
      },
      line,
      excluded > 0 && rule.conflict.excludes !== 'NOBODY',
      now,
    )
    if (refusal) throw refusals[refusal]()

    const inPerson = policy.speakFor(viewer, subject).allowed
    const asHolder = holder !== null && policy.speakFor(viewer, { ...subject, ...holder }).allowed
    const byProxy = standingOf(line, meeting.form) === 'PROXY'
    if (byProxy && inPerson && !asHolder && !policy.runMeeting(viewer, subject).allowed)
      throw new RuleProblem('PROXY_VOTES_FOR_YOU', 'The holder of the proxy votes; come in to vote yourself.')
    const channel = channelOf(input.channel, asHolder || inPerson)
    if (channel === null) throw new RuleProblem('CHANNEL_MISSING', 'Say by which way the vote came.')
    const ballot = {
      choice: input.choice,
      reason: input.reason,
      castAt: now,
      channel,
      castByUserId: viewer.userId,
      castByVoterId: byProxy && asHolder ? holder.id : null,
    }
    await tx.ballot.upsert({
      where: { itemId_voterId: { itemId: item.id, voterId: voter.id } },
      create: { ...ballot, itemId: item.id, voterId: voter.id },
      update: { ...ballot, version: { increment: 1 } },
    })
    announceChange(emit, meeting, ['AgendaItem', item.id], ['MeetingVoter', voter.id])
    return { agendaItemId: item.id, meetingVoterId: voter.id, meetingId: meeting.id }
  },
})

async function find(tx: Tx, itemId: string, voterId: string, viewer: Viewer): Promise<Subject | null> {
  const item = await tx.agendaItem.findFirst({
    where: { id: itemId, meeting: { is: policy.visibleTo(viewer) } },
    include: { meeting: true },
  })
  if (!item?.meeting) return null
  const voter = await tx.meetingVoter.findFirst({
    where: { id: voterId, meetingId: item.meeting.id },
    include: { officer: { select: { userId: true, endsOn: true } } },
  })
  if (!voter) return null
  // A proxy to the chair is held by whoever chairs.
  const holderId = voter.answer === 'PROXY' ? (voter.proxyHolderId ?? item.meeting.chairVoterId) : null
  const holder =
    holderId === null
      ? null
      : await tx.meetingVoter.findUnique({
          where: { id: holderId },
          include: { officer: { select: { userId: true, endsOn: true } } },
        })
  return {
    item,
    meeting: item.meeting,
    voter,
    platformId: item.meeting.platformId,
    ...whose(voter, viewer.today),
    holder: holder && { id: holder.id, ...whose(holder, viewer.today) },
  }
}

/** Whose people speak for a voter on a day. */
const whose = (
  voter: {
    readonly corporationId: string | null
    readonly officerId: string | null
    readonly officer: { readonly userId: string | null; readonly endsOn: Date | null } | null
  },
  today: Date,
) => ({
  corporationId: voter.corporationId,
  officerUserId: voter.officerId === null ? null : policy.holderOf(voter.officer, today),
})
