import type { ReadinessAnswerValue } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import { itemOn } from './checklist.ts'
import { scoresOf } from './queries/checklist.ts'
import { sqlIn } from './queries/statement.ts'

// What other modules may call inside their own transaction. They have asked their own policy first.

export { recordShelterFact } from './fact-writing.ts'

/** How ready facilities are, by their key; who has answered nothing has a score too. */
export const readinessOf = (tx: Tx, facilityIds: readonly string[], now: Date) =>
  scoresOf(sqlIn(tx), facilityIds, now)

/**
 * Suggests an answer that a drill or a disaster has shown. It counts for nothing until the facility takes it over; the
 * last suggestion of an event stands until it is decided. False if the checklist of today has no such item.
 */
export async function draftReadinessAnswer(
  tx: Tx,
  draft: {
    readonly facilityId: string
    readonly itemKey: string
    readonly eventId: string
    readonly answer: ReadinessAnswerValue
    readonly evidence: string
    readonly now: Date
  },
): Promise<boolean> {
  const { facilityId, itemKey, eventId, answer, evidence, now } = draft
  const item = await itemOn(tx, itemKey, now)
  if (!item) return false
  const key = { eventId, facilityId, itemId: item.id }
  const before = await tx.readinessDraft.findUnique({ where: { eventId_facilityId_itemId: key } })
  if (before?.decidedAt) return true
  if (before)
    await tx.readinessDraft.update({
      where: { id: before.id },
      data: { answer, evidence, draftedAt: now, version: { increment: 1 } },
    })
  else await tx.readinessDraft.create({ data: { ...key, answer, evidence, draftedAt: now } })
  return true
}
