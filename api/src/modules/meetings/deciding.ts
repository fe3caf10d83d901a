import type { AgendaItem, Meeting, Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import { holdRow } from '../../kernel/lock.ts'
import type { VoteVerdict } from '../rulebooks/public.ts'

interface Reached {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly vote: Prisma.InputJsonObject
  readonly verdict: VoteVerdict
  readonly decidedAt: Date
  readonly effectiveOn: Date
}

/** Writes a verdict into the register under the next number of its organ and fiscal year. */
export async function decide(tx: Tx, { meeting, item, vote, verdict, decidedAt, effectiveOn }: Reached) {
  const { platformId, organ, fiscalYear } = meeting
  if (verdict.outcome === 'TIED') throw new Error('A tie is no decision.')
  // Numbers have no gaps and no doubles: two closes in one network come one after the other.
  await holdRow(tx, 'platform', platformId, 'IN_TURN')
  const { _max: last } = await tx.decision.aggregate({
    where: { platformId, organ, fiscalYear },
    _max: { number: true },
  })
  return tx.decision.create({
    data: {
      platformId,
      organ,
      fiscalYear,
      number: (last.number ?? 0) + 1,
      meetingId: meeting.id,
      itemId: item.id,
      title: item.title,
      text: item.text,
      outcome: verdict.outcome,
      rulebookVersionId: meeting.rulebookVersionId ?? '',
      resolutionKind: item.resolutionKind ?? '',
      vote,
      // Plain data: the verdict is made of numbers, words and lists.
      verdict: structuredClone(verdict) as unknown as Prisma.InputJsonObject,
      decidedAt,
      effectiveOn,
    },
  })
}
