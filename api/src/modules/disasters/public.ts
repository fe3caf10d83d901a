import type { DisasterEvent, ShelterOpening } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import { holdRow } from '../../kernel/lock.ts'
import { notFound, RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { eventsVisibleTo } from './policy/events.ts'

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
