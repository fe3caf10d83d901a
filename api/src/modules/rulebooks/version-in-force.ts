import type { Tx } from '../../kernel/db.ts'
import { rulebookShape } from './inputs.ts'
import type { Rulebook } from './rules/rulebook.ts'

/** The rules of a stored version, with their shape checked: what the column holds is JSON to the database. */
export const storedRules = (rules: unknown): Rulebook => rulebookShape.parse(rules)

/** Rules as a JSON column takes them. */
export const rulesToStore = (rules: Rulebook): object => rules

export interface RulebookInForce {
  readonly id: string
  readonly number: number
  readonly rules: Rulebook
}

/**
 * The version of a network's rulebook that is in force on a day, for another module's own transaction; null = the network
 * has none yet. The database answers what `inForceOn` answers of a list: the latest that had taken effect by then.
 */
export async function rulebookInForce(
  tx: Tx,
  platformId: string,
  day: Date,
): Promise<RulebookInForce | null> {
  const found = await tx.rulebookVersion.findFirst({
    where: { platformId, effectiveOn: { lte: day } },
    orderBy: [{ effectiveOn: 'desc' }, { number: 'desc' }],
    select: { id: true, number: true, rules: true },
  })
  return found && { ...found, rules: storedRules(found.rules) }
}

/** One version by its id, e.g. the one a meeting was called by; null = there is none. */
export async function rulebookVersion(tx: Tx, id: string): Promise<RulebookInForce | null> {
  const found = await tx.rulebookVersion.findUnique({
    where: { id },
    select: { id: true, number: true, rules: true },
  })
  return found && { ...found, rules: storedRules(found.rules) }
}
