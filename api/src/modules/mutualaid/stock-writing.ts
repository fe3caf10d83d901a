import type { StockMove } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { sharedFacilities, type FacilityRef } from './policy/viewers.ts'

// What the commands of the registers share.

interface Move {
  readonly lotId: string
  readonly act: StockMove
  readonly delta: number
  readonly note?: string
  readonly loanId?: string
  readonly offerId?: string
}

/** Writes down that something came or went; the lot follows by trigger. */
export const moveStock = (
  tx: Tx,
  { lotId, act, delta, note = '', loanId, offerId }: Move,
  { viewer, now }: { readonly viewer: Viewer; readonly now: Date },
) =>
  tx.stockMovement.create({
    data: {
      lotId,
      act,
      delta,
      at: now,
      note,
      loanId: loanId ?? null,
      offerId: offerId ?? null,
      byUserId: viewer.userId,
      actingName: viewer.acting?.name ?? null,
    },
  })

/** A facility as far as the viewer may know of its registers. */
export async function loadFacility(tx: Tx, id: string, viewer: Viewer): Promise<FacilityRef | null> {
  const found = await tx.facility.findFirst({
    where: { AND: [{ id }, sharedFacilities(viewer)] },
    select: { id: true, corporationId: true },
  })
  return found && { facilityId: found.id, corporationId: found.corporationId }
}

/** A lot with the facility it lies in. */
export async function loadLot(tx: Tx, id: string, viewer: Viewer) {
  const lot = await tx.stockLot.findFirst({
    where: { AND: [{ id }, { facility: { is: sharedFacilities(viewer) } }] },
    include: { facility: { select: { corporationId: true } } },
  })
  return lot && { lot, facilityId: lot.facilityId, corporationId: lot.facility.corporationId }
}

type Register = 'STOCK' | 'LOANS' | 'RESOURCES' | 'INSPECTIONS' | 'SKILLS'

/** Announces that a register of a facility has changed, to its own people. */
export function announceRegister(
  emit: Emit,
  { facilityId, corporationId }: FacilityRef,
  register: Register,
  also: readonly string[] = [],
): void {
  if (facilityId === null) return
  emit(
    events.RegisterChanged,
    { facilityId, register },
    {
      audience: [
        `facility:${facilityId}`,
        ...(corporationId === null ? [] : [`corporation:${corporationId}` as const]),
        ...also.map((id) => `facility:${id}` as const),
      ],
      entities: [globalId('Facility', facilityId)],
    },
  )
}
