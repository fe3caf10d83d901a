import type { Meeting, Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import {
  judge,
  type OrganRule,
  type ResolutionRule,
  type Vote,
  type VoteVerdict,
} from '../rulebooks/public.ts'
import { voteOn } from './rules/standing.ts'

/** Everything a vote on an item is computed from. */
export async function readPoll(tx: Tx, meeting: Meeting, itemId: string) {
  const voters = await tx.meetingVoter.findMany({
    where: { meetingId: meeting.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const exclusions = await tx.itemExclusion.findMany({ where: { itemId, acceptedAt: { not: null } } })
  const ballots = await tx.ballot.findMany({ where: { itemId } })
  return { voters, exclusions, ballots }
}
type Poll = Awaited<ReturnType<typeof readPoll>>

export const voteOf = (meeting: Meeting, poll: Poll, chairDecision: Vote['chairDecision']): Vote =>
  voteOn(meeting.form, poll.voters, meeting.chairVoterId, {
    excludedIds: new Set(poll.exclusions.map(({ voterId }) => voterId)),
    choices: new Map(poll.ballots.map(({ voterId, choice }) => [voterId, choice])),
    chairDecision,
  })

/** The verdict in the form in which the organ decides; the notice made sure that the rulebook knows it. */
export function verdictIn(
  meeting: Meeting,
  rule: OrganRule,
  resolution: ResolutionRule,
  vote: Vote,
): VoteVerdict {
  const verdict = judge(meeting.form, rule, resolution, vote, meeting.auditorObjectedAt !== null)
  if (!verdict) throw new Error(`A ${meeting.organ} decided in a form that its rulebook lacks.`)
  return verdict
}

/** What is kept of a vote in the register, enough to compute its verdict again at any time. */
export function keptVote(
  meeting: Meeting,
  { voters, exclusions, ballots }: Poll,
  vote: Vote,
): Prisma.InputJsonObject {
  const reasons = new Map(exclusions.map(({ voterId, reason }) => [voterId, reason]))
  const cast = new Map(ballots.map((ballot) => [ballot.voterId, ballot]))
  const lines = new Map(voters.map((line) => [line.id, line]))
  return {
    form: meeting.form,
    voters: vote.voters.map((voter) => {
      const line = lines.get(voter.id)
      const ballot = cast.get(voter.id)
      return {
        ...voter,
        name: line?.name ?? '',
        corporationId: line?.corporationId ?? null,
        position: line?.position ?? 0,
        reason: ballot?.reason ?? null,
        channel: ballot?.channel ?? null,
        exclusionReason: reasons.get(voter.id) ?? null,
      }
    }),
    chairId: vote.chairId,
    chairDecision: vote.chairDecision,
    auditorObjected: meeting.auditorObjectedAt !== null,
  }
}
