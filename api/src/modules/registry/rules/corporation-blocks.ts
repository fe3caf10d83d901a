import type { CorporationBlock } from '../../../generated/prisma/enums.ts'

/** The blocks of a corporation's facts that its administrator confirms one by one. */
export const CORPORATION_BLOCKS: readonly CorporationBlock[] = ['BASIC', 'CONTACTS', 'PROCUREMENT']

/** A corporation is as fresh as its stalest block; null while any block was never confirmed. */
export function corporationConfirmedAt(last: ReadonlyMap<CorporationBlock, Date>): Date | null {
  const moments = CORPORATION_BLOCKS.flatMap((block) => last.get(block)?.getTime() ?? [])
  return moments.length === CORPORATION_BLOCKS.length ? new Date(Math.min(...moments)) : null
}
