// Days, minimum and expiry of what a facility keeps.

/** From how many days before its last day a lot is used up or replaced. */
export const EXPIRES_SOON_DAYS = 60

export interface Lot {
  readonly quantity: number
  readonly reserved: number
  /** `YYYY-MM-DD`; null = keeps. */
  readonly expiresOn: string | null
}

/** What of the lots can be used on a day: there, not promised to others, not out of date. */
export const usable = (lots: readonly Lot[], today: string): number =>
  lots
    .filter(({ expiresOn }) => expiresOn === null || expiresOn >= today)
    .reduce((sum, { quantity, reserved }) => sum + quantity - reserved, 0)

/** For how many whole days a quantity lasts for so many persons; null where nobody knows what one person needs. */
export function daysFor(quantity: number, perPersonDay: number | null, persons: number): number | null {
  if (perPersonDay === null || persons < 1) return null
  return Math.floor(quantity / (perPersonDay * persons))
}

/** How a lot stands on a day. */
export function freshness(expiresOn: string | null, today: string): 'KEEPS' | 'FRESH' | 'SOON' | 'EXPIRED' {
  if (expiresOn === null) return 'KEEPS'
  if (expiresOn < today) return 'EXPIRED'
  return daysBetween(today, expiresOn) <= EXPIRES_SOON_DAYS ? 'SOON' : 'FRESH'
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** How a loan stands on a day. */
export function loanState(
  {
    quantity,
    returned,
    dueOn,
  }: { readonly quantity: number; readonly returned: number; readonly dueOn: string },
  today: string,
): 'LENT' | 'OVERDUE' | 'RETURNED' {
  if (returned >= quantity) return 'RETURNED'
  return dueOn < today ? 'OVERDUE' : 'LENT'
}
