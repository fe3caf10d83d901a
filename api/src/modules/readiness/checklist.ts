import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import type { ReadinessItem } from '../../generated/prisma/client.ts'

/** The wording of an item that holds on a day; null if the checklist of that day does not have it. */
export const itemOn = (tx: Tx | Db, key: string, now: Date): Promise<ReadinessItem | null> => {
  const today = dateOf(dayInJapan(now))
  return tx.readinessItem.findFirst({
    where: { key, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
  })
}
