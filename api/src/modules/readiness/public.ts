import type { ReadinessAnswerValue } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import { itemsOn } from './checklist.ts'
import { scoresOf } from './queries/checklist.ts'
import { sqlIn } from './queries/statement.ts'

// What other modules may call inside their own transaction. They have asked their own policy first.

export { recordShelterFact } from './fact-writing.ts'

/** How ready facilities are, by their key; who has answered nothing has a score too. */
export const readinessOf = (tx: Tx, facilityIds: readonly string[], now: Date) =>
  scoresOf(sqlIn(tx), facilityIds, now)

/** An answer that a drill has shown of a facility. */
export interface ReadinessSuggestion {
  readonly facilityId: string
  readonly itemKey: string
  readonly answer: ReadinessAnswerValue
  /** What it rests on, in words. */
  readonly evidence: string
}

/**
 * Suggests answers that a drill or a disaster has shown. They count for nothing until the facility takes them over; the
 * last suggestion of an event stands until it is decided. Items that the checklist of today has not are left out.
 */
export async function draftReadinessAnswers(
  tx: Tx,
  eventId: string,
  suggestions: readonly ReadinessSuggestion[],
  now: Date,
): Promise<void> {
  const items = new Map((await itemsOn(tx, now)).map(({ id, key }) => [key, id]))
  const facilityIds = [...new Set(suggestions.map(({ facilityId }) => facilityId))]
  const before = new Map(
    (await tx.readinessDraft.findMany({ where: { eventId, facilityId: { in: facilityIds } } })).map(
      (draft) => [`${draft.facilityId} ${draft.itemId}`, draft],
    ),
  )
  const fresh = []
  for (const { facilityId, itemKey, answer, evidence } of suggestions) {
    const itemId = items.get(itemKey)
    if (!itemId) continue
    const known = before.get(`${facilityId} ${itemId}`)
    if (!known) fresh.push({ eventId, facilityId, itemId, answer, evidence, draftedAt: now })
    else if (!known.decidedAt)
      await tx.readinessDraft.update({
        where: { id: known.id },
        data: { answer, evidence, draftedAt: now, version: { increment: 1 } },
      })
  }
  await tx.readinessDraft.createMany({ data: fresh })
}
