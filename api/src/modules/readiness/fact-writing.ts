import type { ShelterFactKind, ShelterFactSource } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'

export interface NewShelterFact {
  readonly facilityId: string
  readonly kind: ShelterFactKind
  /** From when it is so. */
  readonly at: Date
  readonly source: ShelterFactSource
  /** Which document, notice or person says so; never blank. */
  readonly sourceText: string
  /** The notice or agreement itself, on the shelf of a network. */
  readonly documentId?: string | null
  /** The disaster or drill it belongs to; null in peace time. */
  readonly eventId: string | null
  readonly recordedByUserId: string | null
  readonly recordedAt: Date
}

/** Writes down a fact; answers its key. Whoever calls it has asked a policy of its own. */
export async function recordShelterFact(tx: Tx, fact: NewShelterFact): Promise<string> {
  const id = newId(fact.recordedAt)
  await tx.shelterFact.create({ data: { id, ...fact } })
  return id
}
