import type { Tx } from '../../kernel/db.ts'
import {
  promotionCorporationRulebook,
  rulebookInForce,
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

/** The version in force, as it was found, or the ready rules. */
export const rulesOf = (
  version: { readonly number: number; readonly rules: unknown } | null,
  kind: string,
): NetworkRules =>
  // The module of rulebooks checks the shape of what it stores.
  version
    ? { number: version.number, rules: version.rules as Rulebook }
    : { number: null, rules: readyRulebook(kind) }

/** What a network goes by on a day, in a command’s own transaction. */
export const networkRules = async (
  tx: Tx,
  { id, kind }: { readonly id: string; readonly kind: string },
  day: Date,
): Promise<NetworkRules> => rulesOf(await rulebookInForce(tx, id, day), kind)
