import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import type { ReadinessItem } from '../../generated/prisma/client.ts'

const holdsOn = (now: Date) => {
  const today = dateOf(dayInJapan(now))
  return { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
}

/** The wording of an item that holds on a day; null if the checklist of that day does not have it. */
export const itemOn = (tx: Tx | Db, key: string, now: Date): Promise<ReadinessItem | null> =>
  tx.readinessItem.findFirst({ where: { key, ...holdsOn(now) } })

/** The whole checklist of a day. */
export const itemsOn = (tx: Tx | Db, now: Date): Promise<ReadinessItem[]> =>
  tx.readinessItem.findMany({ where: holdsOn(now) })
