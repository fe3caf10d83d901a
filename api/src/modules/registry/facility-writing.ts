import type { FacilityBlock } from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem, ValidationProblem, type Issue } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { confirmBlock, confirmerOf, lookedAfterBy } from './policy.ts'
import { confirmedAtOf, freshnessOf } from './rules/freshness.ts'

// What the commands about a facility share: finding it, confirming blocks, saying who hears of it.

/** A facility with what policies must know of it. */
export async function findFacility(tx: Tx, id: string, viewer: Viewer) {
  const found = await tx.facility.findUnique({ where: { id } })
  return (
    found && {
      ...found,
      facilityId: id,
      inOwnNetwork: await isLookedAfter(tx, found.corporationId, viewer),
    }
  )
}
export type FoundFacility = NonNullable<Awaited<ReturnType<typeof findFacility>>>

/** Whether the viewer is the secretariat of a network that the corporation belongs to today. */
export async function isLookedAfter(tx: Tx, corporationId: string | null, viewer: Viewer): Promise<boolean> {
  if (corporationId === null) return false
  return (await tx.platformMembership.count({ where: { corporationId, ...lookedAfterBy(viewer) } })) > 0
}

/** Tells what is wrong at the fields, if anything is. */
export function assertNoIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new ValidationProblem(issues)
}

/** Refuses to change the facts of a facility that has ended: they are history. */
export function refuseEnded({ status }: Pick<FoundFacility, 'status'>): void {
  if (status !== 'ACTIVE') throw new RuleProblem('FACILITY_HAS_ENDED', 'The facility was closed.')
}

/** Networks a corporation is a member of on the day. */
async function networksOf(tx: Tx, corporationId: string | null, now: Date): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const memberships = await tx.platformMembership.findMany({
    where: {
      corporationId: corporationId ?? { in: [] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { platformId: true },
  })
  return memberships.map(({ platformId }) => platformId)
}

interface FacilityBodies {
  readonly id: string
  readonly corporationId: string | null
}

/** Who hears of a change that is not public: the facility's people, its corporation's and its networks'. */
const audienceOf = ({ id, corporationId }: FacilityBodies, platformIds: readonly string[]): Audience[] => [
  `facility:${id}`,
  ...(corporationId ? [`corporation:${corporationId}` as const] : []),
  ...platformIds.map((platformId) => `platform:${platformId}` as const),
]

interface Acting {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
}

/**
 * Writes that one of its own people, or who was entrusted with it, found blocks of a facility's facts right. The caller has moved the
 * facility's version on: two people who confirm two blocks at once must each see the other's.
 */
export async function confirmBlocks(
  { tx, viewer, now, emit }: Acting,
  facility: FacilityBodies & { readonly confirmedAt: Date | null },
  blocks: readonly FacilityBlock[],
): Promise<void> {
  const { id, corporationId } = facility
  const confirmer = confirmerOf(viewer, facility)
  await tx.facilityConfirmation.createMany({
    data: blocks.map((block) => ({
      facilityId: id,
      block,
      confirmedAt: now,
      confirmedByUserId: confirmer.userId,
      confirmedByRole: confirmer.role,
      mandateId: confirmer.mandateId,
    })),
  })
  const last = await tx.facilityConfirmation.groupBy({
    by: ['block'],
    where: { facilityId: id },
    _max: { confirmedAt: true },
  })
  const lastConfirmed = new Map(
    last.flatMap(({ block, _max: { confirmedAt } }) => (confirmedAt ? [[block, confirmedAt]] : [])),
  )
  const confirmedAt = confirmedAtOf(lastConfirmed)
  await tx.facility.update({ where: { id }, data: { confirmedAt } })
  const platformIds = await networksOf(tx, corporationId, now)
  emit(
    events.FacilityConfirmed,
    {
      facilityId: id,
      corporationId,
      blocks: [...blocks],
      confirmedByUserId: confirmer.userId,
      becameFresh: isFresh(confirmedAt, now) && !isFresh(facility.confirmedAt, now),
      platformIds,
    },
    { audience: audienceOf(facility, platformIds), entities: [globalId('Facility', id)] },
  )
}

const isFresh = (confirmedAt: Date | null, now: Date): boolean =>
  freshnessOf(confirmedAt, now) === 'CONFIRMED'

/**
 * After an edit: announces it. What the facility's own people wrote, or who was also entrusted with confirming, is confirmed
 * by it; what a secretariat or the operator wrote is not.
 */
export async function finishEdit(
  acting: Acting,
  facility: FoundFacility,
  block: FacilityBlock,
): Promise<void> {
  const { id, corporationId } = facility
  const confirms = confirmBlock(acting.viewer, facility, block).allowed
  const platformIds = await networksOf(acting.tx, corporationId, acting.now)
  acting.emit(
    events.FacilityEdited,
    { facilityId: id, corporationId, block, confirmed: confirms },
    {
      audience: block === 'CONTACTS' ? audienceOf(facility, platformIds) : ['public'],
      entities: [globalId('Facility', id)],
    },
  )
  if (confirms) await confirmBlocks(acting, facility, [block])
}

/** The columns whose value a person has just set, added to those set before. */
export function handSetWith<Row extends object>(
  before: Row & { readonly handSet: readonly string[] },
  after: Partial<Row>,
): string[] {
  const changed = Object.entries(after).flatMap(([column, value]) =>
    same(before[column as keyof Row], value) ? [] : [column],
  )
  return [...new Set([...before.handSet, ...changed])].toSorted()
}

const same = (one: unknown, other: unknown): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other
