import type { FacilityBlock } from '../../../generated/prisma/enums.ts'

/** The blocks of a facility's facts that a member confirms one by one. */
export const FACILITY_BLOCKS: readonly FacilityBlock[] = [
  'BASIC',
  'CONTACTS',
  'EQUIPMENT',
  'SERVICES',
  'RESOURCES',
  'STAFF',
]

/** How long a confirmation counts. */
const FRESH_MONTHS = 12

/** The same moment some months later or earlier; the day is kept inside a shorter month. */
export function monthsFrom(moment: Date, months: number): Date {
  const moved = new Date(moment)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(moment.getUTCDate(), lastDay))
  return moved
}

/** Confirmed before this moment is stale. */
export const staleBefore = (now: Date): Date => monthsFrom(now, -FRESH_MONTHS)

/** Until when a confirmation counts. */
export const freshUntil = (confirmedAt: Date): Date => monthsFrom(confirmedAt, FRESH_MONTHS)

/** When each block was last confirmed; a block that never was is not in it. */
export type LastConfirmed = ReadonlyMap<FacilityBlock, Date>

/** The blocks that someone should look at: never confirmed, or too long ago. */
export const blocksToConfirm = (last: LastConfirmed, now: Date): FacilityBlock[] =>
  FACILITY_BLOCKS.filter((block) => (last.get(block) ?? new Date(0)) < staleBefore(now))

/** A facility is as fresh as its stalest block; null while any block was never confirmed. */
export function confirmedAtOf(last: LastConfirmed): Date | null {
  const moments = FACILITY_BLOCKS.flatMap((block) => last.get(block)?.getTime() ?? [])
  return moments.length === FACILITY_BLOCKS.length ? new Date(Math.min(...moments)) : null
}

/** Whether somebody has looked at a facility's facts, and how long ago. */
export const FRESHNESS = ['CONFIRMED', 'STALE', 'UNCONFIRMED'] as const
export type Freshness = (typeof FRESHNESS)[number]

/** The state of a facility that was last confirmed at that moment; null = some block never was. */
export function freshnessOf(confirmedAt: Date | null, now: Date): Freshness {
  if (confirmedAt === null) return 'UNCONFIRMED'
  return confirmedAt < staleBefore(now) ? 'STALE' : 'CONFIRMED'
}
