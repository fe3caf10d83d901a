import type { DisasterEvent } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit, EmitOptions } from '../../kernel/events.ts'
import { globalId, type ModelName } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { calledVisibleTo, openingsVisibleTo } from './policy/events.ts'

/** A called facility the viewer sees, with its event and neighbour, for a command about it. */
export async function findCalled(tx: Tx, calledFacilityId: string, viewer: Viewer) {
  const called = await tx.calledFacility.findFirst({
    where: { AND: [{ id: calledFacilityId }, calledVisibleTo(viewer)] },
    include: {
      event: true,
      facility: { select: { name: true, corporationId: true, municipalityCode: true } },
      buddyFacility: { select: { corporationId: true } },
    },
  })
  if (!called?.facility) return null
  const { event, facility, buddyFacility, ...row } = called
  return {
    called: row,
    event,
    facility,
    platformId: event.platformId,
    facilityId: row.facilityId,
    corporationId: facility.corporationId,
    buddyFacilityId: row.buddyFacilityId,
    buddyCorporationId: buddyFacility?.corporationId ?? null,
  }
}

/** An opening the viewer sees, for a command about it. */
export async function findOpening(tx: Tx, openingId: string, viewer: Viewer) {
  const opening = await tx.shelterOpening.findFirst({
    where: { AND: [{ id: openingId }, openingsVisibleTo(viewer)] },
    include: { event: true, facility: { select: { name: true, corporationId: true } } },
  })
  if (!opening?.facility) return null
  const { event, facility, ...row } = opening
  return {
    opening: row,
    event,
    facility,
    platformId: event.platformId,
    facilityId: row.facilityId,
    corporationId: facility.corporationId,
  }
}

type EventRef = Pick<DisasterEvent, 'id' | 'platformId' | 'drill'>

/** What every announcement of an event says of it. */
export const ofEvent = ({ id, platformId, drill }: EventRef) => ({ eventId: id, platformId, drill })

/** Everybody of the network hears, and reads the named records again. */
export const toNetwork = (
  { id, platformId }: EventRef,
  ...records: readonly (readonly [ModelName, string])[]
): EmitOptions => ({
  audience: [`platform:${platformId}`],
  entities: [globalId('DisasterEvent', id), ...records.map(([model, key]) => globalId(model, key))],
})

/**
 * What a device has noted while it had no network belongs to the event even if that was closed meanwhile; what was noted
 * after the closing does not.
 */
export function refuseAfterClosing({ closedAt }: Pick<DisasterEvent, 'closedAt'>, notedAt: Date): void {
  if (closedAt !== null && notedAt > closedAt) throw new RuleProblem('EVENT_IS_CLOSED', 'The event is over.')
}

/** A device whose clock is ahead has not seen the future. */
export const notAhead = (at: Date, now: Date): Date => (at > now ? now : at)

/** Refuses unless something holds. */
export function refuseUnless(holds: boolean, problem: () => RuleProblem): void {
  if (!holds) throw problem()
}

export interface Act {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
}
