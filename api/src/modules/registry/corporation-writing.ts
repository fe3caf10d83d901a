import type { CorporationBlock } from '../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { confirmCorporation, corporationConfirmerOf } from './policy/corporation.ts'
import { CORPORATION_BLOCKS, corporationConfirmedAt } from './rules/corporation-blocks.ts'
import { freshnessOf } from './rules/freshness.ts'

// What the commands about a corporation share: finding it, confirming blocks, saying who hears of it.

/** The day in Japan, as Prisma keeps it. */
export const todayAt = (now: Date): Date => dateOf(dayInJapan(now))

/** Networks a corporation is a member of on the day. */
export async function networksOf(tx: Tx, corporationId: string, now: Date): Promise<string[]> {
  const today = todayAt(now)
  const memberships = await tx.platformMembership.findMany({
    where: { corporationId, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { platformId: true },
    orderBy: { startsOn: 'asc' },
  })
  return memberships.map(({ platformId }) => platformId)
}

/** A corporation with what policies must know of it. */
export async function findCorporation(tx: Tx, id: string, now: Date) {
  const found = await tx.corporation.findUnique({ where: { id } })
  return found && { ...found, corporationId: id, platformIds: await networksOf(tx, id, now) }
}
export type FoundCorporation = NonNullable<Awaited<ReturnType<typeof findCorporation>>>

/** Refuses to change the facts of a corporation that has ended: they are history. */
export function refuseEnded({ status }: Pick<FoundCorporation, 'status'>): void {
  if (status !== 'ACTIVE')
    throw new RuleProblem('CORPORATION_HAS_ENDED', 'The corporation has merged or was dissolved.')
}

/** Who hears of a change to a corporation: its people and its networks. */
const audienceOfCorporation = ({
  id,
  platformIds,
}: Pick<FoundCorporation, 'id' | 'platformIds'>): Audience[] => [
  `corporation:${id}`,
  ...platformIds.map((platformId) => `platform:${platformId}` as const),
]

interface Confirming {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
}

/** Writes that the viewer, its administrator or entrusted with it, found blocks of a corporation's facts right, and announces it. */
export async function confirmBlocks(
  { tx, viewer, now, emit }: Confirming,
  corporation: Pick<FoundCorporation, 'id' | 'platformIds' | 'confirmedAt'>,
  blocks: readonly CorporationBlock[],
): Promise<void> {
  const { id, platformIds } = corporation
  const confirmer = corporationConfirmerOf(viewer, corporation)
  // First of all the row itself: two people who confirm two blocks at once must each see the other's.
  await tx.corporation.update({ where: { id }, data: { version: { increment: 1 } } })
  await tx.corporationConfirmation.createMany({
    data: blocks.map((block) => ({
      corporationId: id,
      block,
      confirmedAt: now,
      confirmedByUserId: confirmer.userId,
      confirmedByRole: confirmer.role,
      mandateId: confirmer.mandateId,
    })),
  })
  const last = await tx.corporationConfirmation.groupBy({
    by: ['block'],
    where: { corporationId: id },
    _max: { confirmedAt: true },
  })
  const lastConfirmed = new Map(
    last.flatMap(({ block, _max: { confirmedAt } }) => (confirmedAt ? [[block, confirmedAt]] : [])),
  )
  const confirmedAt = corporationConfirmedAt(lastConfirmed)
  await tx.corporation.update({ where: { id }, data: { confirmedAt } })
  emit(
    events.CorporationConfirmed,
    {
      corporationId: id,
      blocks: [...blocks],
      confirmedByUserId: confirmer.userId,
      becameFresh: isFresh(confirmedAt, now) && !isFresh(corporation.confirmedAt, now),
      platformIds: [...platformIds],
    },
    { audience: audienceOfCorporation(corporation), entities: [globalId('Corporation', id)] },
  )
}

const isFresh = (confirmedAt: Date | null, now: Date): boolean =>
  freshnessOf(confirmedAt, now) === 'CONFIRMED'

/**
 * After an edit: what its own administrator wrote, or who was also entrusted with confirming, is confirmed by it; what a
 * secretariat or the operator wrote is not.
 * Announces the edit.
 */
export async function announceEdit(
  confirming: Confirming,
  corporation: FoundCorporation,
  block: CorporationBlock,
): Promise<void> {
  confirming.emit(
    events.CorporationEdited,
    { corporationId: corporation.id, block },
    {
      audience: block === 'BASIC' ? ['public'] : audienceOfCorporation(corporation),
      entities: [globalId('Corporation', corporation.id)],
    },
  )
  if (confirmCorporation(confirming.viewer, corporation, block).allowed)
    await confirmBlocks(confirming, corporation, [block])
}

/** All blocks, for 「すべて変わりありません」. */
export const allBlocks = CORPORATION_BLOCKS
