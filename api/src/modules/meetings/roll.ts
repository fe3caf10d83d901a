import type { Meeting } from '../../generated/prisma/client.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { memberClass, type OrganRule, type Rulebook } from '../rulebooks/public.ts'

/** A voter as it will stand on the roll. */
interface Seat {
  readonly corporationId: string | null
  readonly officerId: string | null
  readonly name: string
  readonly votes: number
  readonly votesBasis: string | null
  readonly suspended: boolean
}

const onDay = (day: Date) => ({ startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] })

/** Members with their votes and suspensions on a day, in the order of the member list. */
async function members(tx: Tx, platformId: string, day: Date, rulebook: Rulebook): Promise<Seat[]> {
  const memberships = await tx.platformMembership.findMany({
    where: { platformId, ...onDay(day) },
    select: {
      corporationId: true,
      memberClass: true,
      votes: true,
      votesBasis: true,
      corporation: { select: { name: true } },
      suspensions: { where: onDay(day), select: { id: true } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return memberships.map(({ corporationId, corporation, votes, votesBasis, suspensions, ...membership }) => ({
    corporationId,
    officerId: null,
    name: corporation.name,
    // A kind of member the rulebook does not know has no vote: nobody gave it one.
    votes: votes ?? memberClass(rulebook, membership.memberClass)?.votes ?? 0,
    votesBasis,
    suspended: suspensions.length > 0,
  }))
}

async function officers(tx: Tx, { platformId, organ }: Meeting, day: Date): Promise<Seat[]> {
  const found = await tx.platformOfficer.findMany({
    where: { platformId, organ, ...onDay(day) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ id, name, office }) => ({
    corporationId: null,
    officerId: id,
    name: `${office}　${name}`,
    votes: 1,
    votesBasis: null,
    suspended: false,
  }))
}

/** Who has a vote in a meeting by the rulebook, as of its record day. */
async function seatsOf(tx: Tx, meeting: Meeting, rule: OrganRule, rulebook: Rulebook): Promise<Seat[]> {
  if (rule.voters === 'OFFICERS') return officers(tx, meeting, meeting.recordOn)
  const all = await members(tx, meeting.platformId, meeting.recordOn, rulebook)
  if (meeting.committeeId === null) return all
  const seats = await tx.committeeMember.findMany({
    where: { committeeId: meeting.committeeId, ...onDay(meeting.recordOn) },
    select: { corporationId: true },
  })
  const inCommittee = new Set(seats.map(({ corporationId }) => corporationId))
  return all.filter(({ corporationId }) => corporationId !== null && inCommittee.has(corporationId))
}

const keyOf = ({ corporationId, officerId }: Pick<Seat, 'corporationId' | 'officerId'>): string =>
  corporationId ?? officerId ?? ''

/**
 * Brings the roll to what the record day says: whoever became a voter is added, whoever is none any more goes unless it
 * has voted already, and votes and suspensions follow. Answers stay. Returns the number of voters.
 */
export async function settleRoll(
  tx: Tx,
  meeting: Meeting,
  rule: OrganRule,
  rulebook: Rulebook,
): Promise<number> {
  const seats = await seatsOf(tx, meeting, rule, rulebook)
  const standing = await tx.meetingVoter.findMany({
    where: { meetingId: meeting.id },
    select: { id: true, corporationId: true, officerId: true },
  })
  const ids = new Map(standing.map((line) => [keyOf(line), line.id]))
  const wanted = new Set(seats.map(keyOf))
  const gone = standing.filter((line) => !wanted.has(keyOf(line))).map(({ id }) => id)
  await tx.meetingVoter.deleteMany({ where: { id: { in: gone }, ballots: { none: {} } } })
  const rows = seats.map((seat, index) => ({ ...seat, position: index + 1 }))
  await tx.meetingVoter.createMany({
    data: rows.filter((row) => !ids.has(keyOf(row))).map((row) => ({ ...row, meetingId: meeting.id })),
  })
  for (const row of rows) {
    const id = ids.get(keyOf(row))
    if (id === undefined) continue
    const { position, name, votes, votesBasis, suspended } = row
    await tx.meetingVoter.updateMany({
      where: { id, NOT: { position, name, votes, votesBasis, suspended } },
      data: { position, name, votes, votesBasis, suspended, version: { increment: 1 } },
    })
  }
  return seats.length
}

/**
 * What became of the voters since the roll was settled: suspensions of members, and offices that have ended. Called before
 * anything is decided.
 */
export const followStandings = (tx: Tx, meeting: Meeting, rule: OrganRule, now: Date): Promise<void> =>
  rule.voters === 'OFFICERS' ? followOffices(tx, meeting, now) : followSuspensions(tx, meeting, rule)

/**
 * An office that has ended has no vote from the next day on and is in no count, whatever the record day was: only who is
 * in office takes part (一般社団・財団法人法95条1項). The line stays, for what it took part in before.
 */
async function followOffices(tx: Tx, meeting: Meeting, now: Date): Promise<void> {
  const today = dateOf(dayInJapan(now))
  const ofMeeting = { meetingId: meeting.id, corporationId: null }
  await tx.meetingVoter.updateMany({
    where: { ...ofMeeting, votes: { gt: 0 }, officer: { is: { endsOn: { lt: today } } } },
    data: { votes: 0, version: { increment: 1 } },
  })
  // The last day was written down by mistake, and has been put right.
  await tx.meetingVoter.updateMany({
    where: {
      ...ofMeeting,
      votes: 0,
      officer: { is: { OR: [{ endsOn: null }, { endsOn: { gte: today } }] } },
    },
    data: { votes: 1, version: { increment: 1 } },
  })
}

/**
 * A member that is suspended while the meeting runs loses its vote at once, unless the rulebook settled the voters on an
 * earlier day.
 */
async function followSuspensions(tx: Tx, meeting: Meeting, rule: OrganRule): Promise<void> {
  if (rule.recordDate.daysBefore > 0) return
  const onRecordDay = onDay(meeting.recordOn)
  const resting = await tx.platformMembership.findMany({
    where: { platformId: meeting.platformId, ...onRecordDay, suspensions: { some: onRecordDay } },
    select: { corporationId: true },
  })
  const corporationIds = resting.map(({ corporationId }) => corporationId)
  const ofMeeting = { meetingId: meeting.id, officerId: null }
  await tx.meetingVoter.updateMany({
    where: { ...ofMeeting, suspended: false, corporationId: { in: corporationIds } },
    data: { suspended: true, version: { increment: 1 } },
  })
  await tx.meetingVoter.updateMany({
    where: { ...ofMeeting, suspended: true, corporationId: { notIn: corporationIds } },
    data: { suspended: false, version: { increment: 1 } },
  })
}
