import type { Tx } from '../../kernel/db.ts'
import {
  inForceOn,
  promotionCorporationRulebook,
  voluntaryRulebook,
  type Rulebook,
} from '../rulebooks/public.ts'

/** The rules a network goes by. */
export interface NetworkRules {
  readonly rules: Rulebook
  /** Number of the version in force; null = none is in force yet, and the ready rules of its kind stand in. */
  readonly number: number | null
}

/** The ready rules of a kind of network. */
export const readyRulebook = (kind: string): Rulebook =>
  kind === 'COLLABORATION_PROMOTION_CORPORATION' ? promotionCorporationRulebook : voluntaryRulebook

/** Those in force on a day, else the ready ones. */
export const rulesAmong = (
  versions: readonly { readonly number: number; readonly effectiveOn: Date | null; readonly rules: unknown }[],
  kind: string,
  day: Date,
): NetworkRules => {
  const version = inForceOn(versions, day)
  // The module of rulebooks checks the shape of what it stores.
  return version
    ? { rules: version.rules as Rulebook, number: version.number }
    : { rules: readyRulebook(kind), number: null }
}

/** What a network goes by on a day, in a command’s own transaction. */
export async function networkRules(
  tx: Tx,
  { id, kind }: { readonly id: string; readonly kind: string },
  day: Date,
): Promise<NetworkRules> {
  const versions = await tx.rulebookVersion.findMany({
    where: { platformId: id, effectiveOn: { lte: day } },
    orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }],
    take: 1,
    select: { number: true, effectiveOn: true, rules: true },
  })
  return rulesAmong(versions, kind, day)
}
