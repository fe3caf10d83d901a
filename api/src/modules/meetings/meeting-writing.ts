import type { Meeting } from '../../generated/prisma/client.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId, type ModelName } from '../../kernel/ids.ts'
import { holdRow } from '../../kernel/lock.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import {
  organRule,
  resolutionRule,
  rulebookInForce,
  type OrganRule,
  type ResolutionRule,
  type Rulebook,
  type RulebookInForce,
} from '../rulebooks/public.ts'
import * as events from './events.ts'
import { holderOf, visibleTo } from './policy/meetings.ts'

/** A meeting the viewer sees, for a command about it. */
export const findMeeting = (tx: Tx, meetingId: string, viewer: Viewer) =>
  tx.meeting.findFirst({ where: { AND: [{ id: meetingId }, visibleTo(viewer)] } })

/** An item of a meeting the viewer sees, with its meeting; `platformId` for the policy and the audit. */
export async function findItem(tx: Tx, itemId: string, viewer: Viewer) {
  const item = await tx.agendaItem.findFirst({
    where: { id: itemId, meeting: { is: visibleTo(viewer) } },
    include: { meeting: true },
  })
  if (!item?.meeting) return null
  return { item, meeting: item.meeting, platformId: item.meeting.platformId }
}

/** A line of the roll of a meeting the viewer sees, with whose it is. */
export async function findVoter(tx: Tx, voterId: string, viewer: Viewer) {
  const voter = await tx.meetingVoter.findFirst({
    where: { id: voterId, meeting: { is: visibleTo(viewer) } },
    include: { meeting: true, officer: { select: { userId: true, endsOn: true } } },
  })
  if (!voter) return null
  const { meeting, officer, corporationId } = voter
  return {
    voter,
    meeting,
    platformId: meeting.platformId,
    corporationId,
    officerUserId: voter.officerId === null ? null : holderOf(officer, viewer.today),
  }
}

/** Locks a meeting, so that its state cannot change before the commit, and reads it anew. */
export async function lockMeeting(tx: Tx, meetingId: string): Promise<Meeting> {
  await holdRow(tx, 'meeting', meetingId, 'ALONE')
  return tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
}

/** Locks an item: no ballot reaches it until the commit. */
export async function lockItem(tx: Tx, itemId: string) {
  await holdRow(tx, 'agendaItem', itemId, 'ALONE')
  return tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
}

/** Refuses unless something holds. */
export const refuseUnless = (holds: boolean, problem: () => RuleProblem): void => {
  if (!holds) throw problem()
}

/** The rules by which an organ decides on a day; without an adopted rulebook nothing can be called or decided. */
export async function rulesOf(
  tx: Tx,
  { platformId, organ }: Pick<Meeting, 'platformId' | 'organ'>,
  day: Date,
): Promise<{ rulebook: RulebookInForce; rule: OrganRule }> {
  const rulebook = await rulebookInForce(tx, platformId, day)
  if (!rulebook)
    throw new RuleProblem('NO_RULEBOOK_IN_FORCE', 'No version of the rulebook is in force on that day.')
  return { rulebook, rule: organRuleOf(rulebook.rules, organ) }
}

export function organRuleOf(rulebook: Rulebook, organ: Meeting['organ']): OrganRule {
  const rule = organRule(rulebook, organ)
  if (!rule) throw new RuleProblem('ORGAN_NOT_IN_RULEBOOK', 'The rulebook knows no such organ.')
  return rule
}

export function resolutionRuleOf(rule: OrganRule, code: string | null): ResolutionRule {
  const resolution = code === null ? null : resolutionRule(rule, code)
  if (!resolution)
    throw new RuleProblem('RESOLUTION_KIND_UNKNOWN', 'The rulebook knows no such kind of resolution.')
  return resolution
}

/** The day a meeting is held, in Japan. */
export const dayOf = ({ startsAt }: Pick<Meeting, 'startsAt'>): Date => dateOf(dayInJapan(startsAt))

/** Tells every screen of the network that shows the meeting, or one of its records, to read again. */
export function announceChange(
  emit: Emit,
  { id, platformId }: Pick<Meeting, 'id' | 'platformId'>,
  ...also: readonly (readonly [ModelName, string])[]
): void {
  emit(
    events.MeetingChanged,
    { meetingId: id, platformId },
    {
      audience: [`platform:${platformId}`],
      entities: [globalId('Meeting', id), ...also.map(([model, key]) => globalId(model, key))],
    },
  )
}
