import type { MandateEnding } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import * as events from './events.ts'

/** A mandate with both sides. */
export interface TwoSided {
  readonly id: string
  readonly corporationId: string
  readonly holderCorporationId: string | null
  readonly holderPlatformId: string | null
}

/** The bodies on both sides: they hear of it, and may read what the audit says of it. */
export const bothSides = ({ corporationId, holderCorporationId, holderPlatformId }: TwoSided): Audience[] => [
  `corporation:${corporationId}`,
  ...(holderCorporationId ? [`corporation:${holderCorporationId}` as const] : []),
  ...(holderPlatformId ? [`platform:${holderPlatformId}` as const] : []),
]

/** Ends a mandate at once and announces it; nothing that was done by it changes. False if it had ended already. */
export async function end(
  { tx, emit, now }: { tx: Tx; emit: Emit; now: Date },
  mandate: TwoSided,
  because: MandateEnding,
  endedByUserId: string | null,
): Promise<boolean> {
  const { count } = await tx.mandate.updateMany({
    where: { id: mandate.id, endedAt: null },
    data: { endedAt: now, endedBecause: because, endedByUserId, version: { increment: 1 } },
  })
  if (count === 0) return false
  emit(
    events.MandateEnded,
    { mandateId: mandate.id, corporationId: mandate.corporationId, because, endedByUserId },
    {
      audience: bothSides(mandate),
      entities: [
        globalId('Mandate', mandate.id),
        globalId('Corporation', mandate.corporationId),
        ...(mandate.holderCorporationId ? [globalId('Corporation', mandate.holderCorporationId)] : []),
      ],
    },
  )
  return true
}
