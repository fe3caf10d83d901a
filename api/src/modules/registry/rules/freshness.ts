import type { FacilityBlock } from '../../../generated/prisma/enums.ts'

/** The blocks of a facility's facts that a member confirms one by one. */
export const FACILITY_BLOCKS: readonly FacilityBlock[] = ['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES']

/** How long a confirmation counts. */
export const FRESH_MONTHS = 12

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
  const moments = FACILITY_BLOCKS.map((block) => last.get(block))
  if (moments.includes(undefined)) return null
  return new Date(Math.min(...moments.map((moment) => moment!.getTime())))
}
