import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { save, type Change } from '../../kernel/save.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Rulebook } from '../rulebooks/public.ts'
import * as events from './events.ts'
import * as policy from './policy.ts'
import { checkAdmission, classFor, newFaults, ownVotes } from './rules/membership.ts'
import { networkRules } from './rulebook.ts'
import { faultsAmong, holdersAmong } from './votes.ts'

// What commands about members share. They are serializable: the spread of the votes is a rule over all memberships.

/** The day in Japan, as Prisma keeps it. */
export const todayAt = (now: Date): Date => dateOf(dayInJapan(now))

/** A network as its commands need it, if the viewer sees it. */
export async function findNetwork(tx: Tx, id: string, viewer: Viewer) {
  const found = await tx.platform.findFirst({
    where: { AND: [{ id }, policy.visibleTo(viewer)] },
    select: { id: true, name: true, kind: true, sample: true, admissionClause: true },
  })
  return found && { ...found, platformId: found.id }
}

export type Network = NonNullable<Awaited<ReturnType<typeof findNetwork>>>

/** A membership with its network and corporation, if the viewer sees it. */
export async function findMembership(tx: Tx, id: string, viewer: Viewer) {
  return tx.platformMembership.findFirst({
    where: { AND: [{ id }, policy.membershipVisibleTo(viewer)] },
    include: {
      platform: { select: { id: true, name: true, kind: true, sample: true, admissionClause: true } },
      corporation: { select: { id: true, kind: true } },
    },
  })
}

/** The members of a network on a day, as far as votes are concerned. */
async function membersOn(tx: Tx, platformId: string, day: Date) {
  const members = await tx.platformMembership.findMany({
    where: { AND: [{ platformId }, policy.activeOn(day)] },
    select: { id: true, votes: true, memberClass: true, corporation: { select: { kind: true } } },
  })
  return members.map(({ corporation, ...member }) => ({ ...member, kind: corporation.kind }))
}

/** Makes a change of who votes with how much, and refuses it if it breaks what the rulebook says of votes. */
export async function keepingVotesSound<Result>(
  tx: Tx,
  rules: Rulebook,
  platformId: string,
  day: Date,
  change: () => Promise<Result>,
): Promise<Result> {
  const before = faultsAmong(rules, await membersOn(tx, platformId, day))
  const result = await change()
  const members = await membersOn(tx, platformId, day)
  const holders = holdersAmong(rules, members)
  const [fault] = newFaults(before, faultsAmong(rules, members), holders.length)
  if (!fault) return result
  throw fault.code === 'ONE_MEMBER_HOLDS_TOO_MANY_VOTES'
    ? new RuleProblem(
        'ONE_MEMBER_HOLDS_TOO_MANY_VOTES',
        'One member would hold more votes than the rulebook lets it.',
      )
    : new RuleProblem(
        'WELFARE_CORPORATIONS_LACK_THE_MAJORITY',
        '社会福祉法人 would no longer hold the majority.',
      )
}

/** How a corporation becomes a member. */
export interface Enrolment {
  readonly memberClass: string
  readonly votes?: number
  readonly votesBasis: string | null
  readonly startsOn: Date
  readonly decisionId?: string
  readonly basis: string | null
}

/** Makes a corporation a member by the rulebook in force on its first day; answers the membership’s id. */
export async function enrol(
  tx: Tx,
  network: Network,
  corporationId: string,
  enrolment: Enrolment,
): Promise<string> {
  const { memberClass: code, votes, votesBasis, startsOn, decisionId, basis } = enrolment
  checkAdmission(network.admissionClause, { decisionId, basis })
  const corporation = await corporationThatJoins(tx, network, corporationId)
  const { rules } = await networkRules(tx, network, startsOn)
  const kind = classFor(rules.classes, code, corporation.kind)
  const own = ownVotes(rules.votes.weighting, kind, votes, votesBasis)
  const last = await tx.platformMembership.aggregate({
    where: { platformId: network.id },
    _max: { position: true },
  })
  const { id } = await keepingVotesSound(tx, rules, network.id, startsOn, () =>
    tx.platformMembership.create({
      data: {
        platformId: network.id,
        corporationId,
        position: (last._max.position ?? 0) + 1,
        memberClass: code,
        ...own,
        startsOn,
        admissionDecisionId: decisionId ?? null,
        admissionBasis: basis,
      },
      select: { id: true },
    }),
  )
  return id
}

/** A corporation that can join a network: it is at work, and invented ones join invented networks. */
export async function corporationThatJoins(tx: Tx, network: Network, corporationId: string) {
  const corporation = await tx.corporation.findUnique({
    where: { id: corporationId },
    select: { kind: true, status: true, sample: true },
  })
  if (corporation?.status !== 'ACTIVE')
    throw new RuleProblem('CORPORATION_HAS_ENDED', 'The corporation has merged or was dissolved.')
  if (corporation.sample !== network.sample)
    throw new RuleProblem('SAMPLE_NETWORK_WITH_REAL', 'Invented networks have invented members only.')
  return corporation
}

/** Refuses to open a way in for who is a member today, or will be. */
export async function refuseMembers(tx: Tx, platformId: string, corporationId: string, today: Date) {
  const member = await tx.platformMembership.count({
    where: { platformId, corporationId, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
  })
  if (member > 0) throw alreadyAMember()
}

const alreadyAMember = () =>
  new RuleProblem('ALREADY_A_MEMBER', 'The corporation is a member on these days already.')

/** What the database refuses of a membership, in the words of the rules. */
export const membershipRefusals = {
  platform_membership_no_overlap: alreadyAMember,
  membership_decision_is_carried_here: () =>
    new RuleProblem('DECISION_NOT_CARRIED_HERE', 'That is no carried decision of this network.'),
}

export const applicationOpenAlready = {
  membership_application_open: () =>
    new RuleProblem('APPLICATION_OPEN_ALREADY', 'An application of this corporation is open already.'),
}

/** Who hears of what happens between a network and a corporation, and what they then read again. */
export const betweenBoth = (
  { platformId, corporationId }: { readonly platformId: string; readonly corporationId: string },
  ...records: readonly string[]
): { audience: Audience[]; entities: string[] } => ({
  audience: [`platform:${platformId}`, `corporation:${corporationId}`],
  entities: [globalId('Platform', platformId), ...records],
})

/** Ends a membership on a day; what the corporation holds in the network as a member ends with it. */
export async function endMembership(
  { tx, emit }: { tx: Tx; emit: Emit },
  membership: {
    readonly id: string
    readonly platformId: string
    readonly corporationId: string
    readonly startsOn: Date
  },
  version: number,
  ending: Change<Tx['platformMembership']> & { readonly endsOn: Date },
): Promise<void> {
  const { id, platformId, corporationId } = membership
  const { endsOn } = ending
  await save(tx.platformMembership, membership, version, ending)
  const later = { OR: [{ endsOn: null }, { endsOn: { gt: endsOn } }] }
  const seats = { corporationId, committee: { is: { platformId } } }
  await tx.membershipSuspension.deleteMany({ where: { membershipId: id, startsOn: { gt: endsOn } } })
  await tx.membershipSuspension.updateMany({
    where: { membershipId: id, ...later },
    data: { endsOn, version: { increment: 1 } },
  })
  await tx.committeeMember.deleteMany({ where: { ...seats, startsOn: { gt: endsOn } } })
  await tx.committeeMember.updateMany({
    where: { ...seats, ...later },
    data: { endsOn, version: { increment: 1 } },
  })
  emit(
    events.MembershipChanged,
    { membershipId: id, platformId, corporationId },
    betweenBoth(membership, globalId('PlatformMembership', id)),
  )
}
