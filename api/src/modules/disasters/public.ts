import type { DisasterEvent, ShelterOpening } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { holdRow } from '../../kernel/lock.ts'
import { notFound, RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { ofEvent, toNetwork } from './event-writing.ts'
import { FiguresReported } from './events.ts'
import { eventsVisibleTo } from './policy/events.ts'
import { isPossible } from './rules/opening.ts'

// What other modules may do with events, openings and facts inside their own transaction.

/** An event the viewer sees, open or closed; null if there is none. */
export const findEventFor = (tx: Tx, eventId: string, viewer: Viewer): Promise<DisasterEvent | null> =>
  tx.disasterEvent.findFirst({ where: { AND: [{ id: eventId }, eventsVisibleTo(viewer)] } })

/** Holds an event until the commit, so that it cannot be closed meanwhile, and refuses if it is over. */
export async function requireOpenEvent(tx: Tx, eventId: string): Promise<DisasterEvent> {
  await holdRow(tx, 'disasterEvent', eventId, 'TOGETHER')
  const event = await tx.disasterEvent.findUnique({ where: { id: eventId } })
  if (!event) throw notFound()
  if (event.closedAt !== null) throw new RuleProblem('EVENT_IS_CLOSED', 'The event is over.')
  return event
}

/** Holds an opening alone until the commit and reads it anew: nothing it stands for changes meanwhile. */
export async function lockOpening(tx: Tx, openingId: string): Promise<ShelterOpening> {
  await holdRow(tx, 'shelterOpening', openingId, 'ALONE')
  const opening = await tx.shelterOpening.findUnique({ where: { id: openingId } })
  if (!opening) throw notFound()
  return opening
}

/** How many are in a shelter, as its list of people says it. */
export interface Counted {
  readonly openingId: string
  readonly day: number
  readonly night: number
  readonly userId: string | null
}

/**
 * Puts on the board what a shelter's list of people counts, so that nobody types the same number twice. Only while the
 * shelter takes figures, and only a number that has changed.
 */
export async function noteOccupancy(
  { tx, emit, now }: { tx: Tx; emit: Emit; now: Date },
  { openingId, day, night, userId }: Counted,
): Promise<void> {
  await holdRow(tx, 'shelterOpening', openingId, 'TOGETHER')
  const opening = await tx.shelterOpening.findUnique({ where: { id: openingId }, include: { event: true } })
  if (!opening || opening.event.closedAt || !isPossible('figures', opening.state)) return
  const last = await tx.shelterOccupancy.findFirst({
    where: { openingId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { day: true, night: true },
  })
  if (last?.day === day && last.night === night) return
  const id = newId(now)
  await tx.shelterOccupancy.create({
    data: { id, openingId, day, night, at: now, receivedAt: now, byUserId: userId },
  })
  const { event, facilityId } = opening
  emit(
    FiguresReported,
    { ...ofEvent(event), openingId, facilityId, entryId: id },
    toNetwork(event, ['ShelterOpening', openingId]),
  )
}
