import type { Prisma } from '../../../generated/prisma/client.ts'
import { dayInJapan } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/db.ts'
import {
  organRule,
  resolutionRule,
  verdictOf,
  type OrganRule,
  type Rulebook,
  type VoteVerdict,
} from '../../rulebooks/public.ts'
import { itemNumbers } from '../rules/agenda.ts'
import { decisionLabel, minutesLabel } from '../rules/decision-number.ts'
import type { Measure } from '../rules/decision-steps.ts'
import type { KeptVote } from '../rules/kept-vote.ts'
import type { DecisionFact, ItemFact, MinutesFacts, Move, ThresholdFact } from '../rules/minutes-facts.ts'

const shape = {
  platform: { select: { name: true, sample: true } },
  rulebookVersion: { select: { number: true, effectiveOn: true, rules: true } },
  chairVoter: { select: { name: true } },
  voters: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { ballots: true } } },
  },
  changes: { where: { presence: { not: null } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  items: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      decision: true,
      exclusions: {
        where: { acceptedAt: { not: null } },
        select: { reason: true, voter: { select: { name: true } } },
        orderBy: [{ voter: { position: 'asc' } }, { id: 'asc' }],
      },
      questions: {
        select: { text: true, answer: true, corporation: { select: { name: true } } },
        orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
      },
    },
  },
} as const satisfies Prisma.MeetingInclude

type Found = Prisma.MeetingGetPayload<{ include: typeof shape }>
type Item = Found['items'][number]

/** What happened in a meeting so far. */
export async function readFacts(tx: Tx, meetingId: string): Promise<MinutesFacts> {
  return factsOf(await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, include: shape }))
}

function factsOf(meeting: Found): MinutesFacts {
  const rules = (meeting.rulebookVersion?.rules ?? null) as unknown as Rulebook | null
  const organ = rules && organRule(rules, meeting.organ)
  const openedAt = meeting.openedAt ?? meeting.startsAt
  const day = dayInJapan(meeting.startsAt)
  const voting = meeting.voters.filter(({ votes }) => votes > 0)
  const standings = new Map(voting.map((line) => [line.id, standingAtOpening(meeting, line, openedAt)]))
  const count = (standing: string) => [...standings.values()].filter((one) => one === standing).length
  return {
    platform: meeting.platform.name,
    sample: meeting.platform.sample,
    organ: meeting.organ,
    organName: organ?.name ?? '',
    title: meeting.title,
    label: minutesLabel({ ...meeting, day }),
    form: meeting.form,
    openedAt: openedAt.toISOString(),
    closedAt: meeting.closedAt?.toISOString() ?? null,
    place: meeting.place,
    online: meeting.onlineUrl !== null,
    chair: meeting.chairVoter?.name ?? meeting.chairName,
    noticeSentAt: meeting.noticeSentAt?.toISOString() ?? null,
    lateNoticeReason: meeting.lateNoticeReason,
    rulebook:
      rules && meeting.rulebookVersion
        ? {
            name: rules.name,
            number: meeting.rulebookVersion.number,
            effectiveOn: meeting.rulebookVersion.effectiveOn?.toISOString().slice(0, 10) ?? null,
          }
        : null,
    members: organ?.voters !== 'OFFICERS',
    roll: { voters: voting.length, votes: voting.reduce((sum, { votes }) => sum + votes, 0) },
    attendance: {
      onSite: count('ON_SITE'),
      online: count('ONLINE'),
      proxy: count('PROXY'),
      written: count('WRITTEN'),
      absent: count('ABSENT'),
      total: voting.length,
    },
    quorum: organ ? quorumAtOpening(organ, meeting, standings) : [],
    items: itemsOf(meeting, organ, openedAt),
  }
}

/** How a voter was there when the meeting was opened; whoever came by then had come, whatever it had answered. */
function standingAtOpening(
  { form, changes }: Pick<Found, 'form' | 'changes'>,
  voter: Found['voters'][number],
  openedAt: Date,
): 'ON_SITE' | 'ONLINE' | 'PROXY' | 'WRITTEN' | 'ABSENT' {
  if (form !== 'ASSEMBLY') return voter._count.ballots > 0 ? 'WRITTEN' : 'ABSENT'
  const presence = changes.findLast(({ voterId, at }) => voterId === voter.id && at <= openedAt)?.presence
  if (presence === 'ON_SITE' || presence === 'ONLINE') return presence
  return voter.answer === 'PROXY' || voter.answer === 'WRITTEN' ? voter.answer : 'ABSENT'
}

/** The organ’s own quorum, as it stood at the opening. */
function quorumAtOpening(
  organ: OrganRule,
  meeting: Found,
  standings: ReadonlyMap<string, ReturnType<typeof standingAtOpening>>,
): ThresholdFact[] {
  const [resolution] = organ.resolutions
  if (!resolution) return []
  const { quorum } = verdictOf(
    organ,
    { ...resolution, quorum: null },
    {
      voters: meeting.voters.map(({ id, votes, suspended, proxyHolderId }) => ({
        id,
        votes,
        suspended,
        standing: standings.get(id) ?? 'ABSENT',
        proxyHolderId,
        conflicted: false,
        // A vote in writing counts as being there; which way it went does not matter here.
        choice: standings.get(id) === 'WRITTEN' ? 'ABSTAIN' : null,
      })),
      chairId: meeting.chairVoterId,
      chairDecision: null,
    },
  )
  return quorum.map((measure) => thresholdOf(measure, isWeighted(meeting)))
}

/** Where everybody has one vote, heads and votes are the same, and heads are what people count. */
const thresholdOf = ({ threshold, needed, have }: Measure, weighted: boolean): ThresholdFact => ({
  unit: weighted ? threshold.unit : 'VOTERS',
  base: threshold.base,
  numerator: threshold.share.numerator,
  denominator: threshold.share.denominator,
  reach: threshold.reach,
  clause: threshold.clause,
  needed,
  have,
})

function itemsOf(meeting: Found, organ: OrganRule | null, openedAt: Date): ItemFact[] {
  const numbers = itemNumbers(meeting.items)
  const names = new Map(meeting.voters.map(({ id, name }) => [id, name]))
  let since = openedAt
  return meeting.items.map((item, index) => {
    // What happens after the last item belongs to it, too.
    const isLast = index === meeting.items.length - 1
    const until = isLast ? new Date(8.64e15) : (item.votingClosedAt ?? since)
    const moves = meeting.changes.flatMap(({ at, voterId, presence }): Move[] =>
      presence && at > since && at <= until
        ? [{ at: at.toISOString(), name: names.get(voterId) ?? '', presence }]
        : [],
    )
    since = until
    return {
      itemId: item.id,
      kind: item.kind,
      number: numbers.get(item.id) ?? 0,
      title: item.title,
      presenter: item.presenter,
      state: item.state,
      decision: item.decision && decisionFact(item.decision, organ, isWeighted(meeting)),
      exclusions: item.exclusions.map(({ voter, reason }) => ({ name: voter.name, reason })),
      questions: item.questions.map(({ corporation, text, answer }) => ({
        asker: corporation?.name ?? '監事',
        text,
        answer,
      })),
      moves,
    }
  })
}

const isWeighted = ({ voters }: Pick<Found, 'voters'>): boolean => voters.some(({ votes }) => votes > 1)

function decisionFact(
  decision: NonNullable<Item['decision']>,
  organ: OrganRule | null,
  weighted: boolean,
): DecisionFact {
  const verdict = decision.verdict as unknown as VoteVerdict
  const { chairDecision } = decision.vote as unknown as KeptVote
  const unit = verdict.majority[0]?.threshold.unit ?? 'VOTERS'
  const figure = ({ voters, votes }: { voters: number; votes: number }) => (unit === 'VOTES' ? votes : voters)
  return {
    label: decisionLabel(decision),
    outcome: decision.outcome,
    resolutionName:
      (organ && resolutionRule(organ, decision.resolutionKind)?.name) ?? decision.resolutionKind,
    present: figure(verdict.present),
    entitled: figure(verdict.entitled),
    inFavour: figure(verdict.for),
    against: figure(verdict.against),
    abstaining: figure(verdict.abstaining),
    silent: figure(verdict.silent),
    quorum: verdict.quorum.map((measure) => thresholdOf(measure, weighted)),
    majority: verdict.majority.map((measure) => thresholdOf(measure, weighted)),
    conflictClause: verdict.conflictedIds.length > 0 ? (organ?.conflict.clause ?? null) : null,
    chairDecision: verdict.tie ? chairDecision : null,
    effectiveOn: decision.effectiveOn.toISOString().slice(0, 10),
  }
}
