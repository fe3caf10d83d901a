import type { AidOfferState } from '../../../generated/prisma/enums.ts'

// What an offer holds of what is there, and what it answers of what was asked for. The database counts by the same
// table (aid_offer_holds, aid_offer_answers); a test compares the two.

export interface Promised {
  readonly state: AidOfferState
  readonly quantity: number
  readonly accepted: number
  /** Goods leave their lot when they are sent; people, vehicles and beds are held until they are back. */
  readonly goods: boolean
}

/** How much of the lot, or of the room's beds, nobody else may have. */
export function holds({ state, quantity, accepted, goods }: Promised): number {
  switch (state) {
    case 'OFFERED':
      return quantity
    case 'ACCEPTED':
      return accepted
    case 'DISPATCHED':
    case 'ARRIVED':
      return goods ? 0 : accepted
    case 'RETURNED':
    case 'DECLINED':
    case 'WITHDRAWN':
    case 'EXPIRED':
      return 0
  }
}

/** How much of the request it fills. */
export const answers = ({ state, accepted }: Promised): number => (FILLING.has(state) ? accepted : 0)

const FILLING: ReadonlySet<AidOfferState> = new Set(['ACCEPTED', 'DISPATCHED', 'ARRIVED', 'RETURNED'])

/** How much is still wanted. */
export const stillWanted = ({
  quantity,
  promised,
}: {
  readonly quantity: number
  readonly promised: number
}) => quantity - promised

/** Steps that can follow each state of an offer. */
const STEPS: Readonly<Record<AidOfferState, readonly AidOfferState[]>> = {
  OFFERED: ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'],
  ACCEPTED: ['DISPATCHED', 'WITHDRAWN'],
  DISPATCHED: ['ARRIVED', 'RETURNED'],
  ARRIVED: ['RETURNED'],
  RETURNED: [],
  DECLINED: [],
  WITHDRAWN: [],
  EXPIRED: [],
}

export const canBecome = (from: AidOfferState, to: AidOfferState): boolean => STEPS[from].includes(to)

/** Whether an offer can no longer be accepted because its time has passed. */
export const hasLapsed = (
  { state, validUntil }: { readonly state: AidOfferState; readonly validUntil: Date | null },
  now: Date,
): boolean => state === 'OFFERED' && validUntil !== null && validUntil <= now
