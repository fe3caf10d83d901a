import type { Tx } from '../../kernel/db.ts'
import type { Audience } from '../../kernel/events.ts'
import { networksOf } from './corporation-writing.ts'

/** What a report is about, with what policies and announcements must know of it. */
export interface MistakePlace {
  readonly facilityId: string | null
  readonly corporationId: string | null
  readonly ownerId: string | null
  readonly platformIds: readonly string[]
}

/** The facility or corporation a report is about; null for one that has ended, whose page says so. */
export async function placeOfMistake(
  tx: Tx,
  {
    facilityId,
    corporationId,
  }: { readonly facilityId: string | null; readonly corporationId: string | null },
  now: Date,
): Promise<(MistakePlace & { readonly active: boolean }) | null> {
  const facility = facilityId
    ? await tx.facility.findUnique({
        where: { id: facilityId },
        select: { status: true, corporationId: true },
      })
    : null
  const corporation = corporationId
    ? await tx.corporation.findUnique({ where: { id: corporationId }, select: { status: true } })
    : null
  const found = facility ?? corporation
  if (!found) return null
  const ownerId = facility ? facility.corporationId : corporationId
  return {
    facilityId,
    corporationId,
    ownerId,
    platformIds: ownerId ? await networksOf(tx, ownerId, now) : [],
    active: found.status === 'ACTIVE',
  }
}

/** Who hears of a report: the people of the place and its corporation, and their networks. */
export const audienceOfMistake = ({ facilityId, ownerId, platformIds }: MistakePlace): Audience[] => [
  ...(facilityId ? [`facility:${facilityId}` as const] : []),
  ...(ownerId ? [`corporation:${ownerId}` as const] : []),
  ...platformIds.map((platformId) => `platform:${platformId}` as const),
]
