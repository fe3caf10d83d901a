import { endOfWeek } from '../../lib/dates.ts'

export type GroupName = 'late' | 'thisWeek' | 'later' | 'undated'

export interface TodoGroup<Item> {
  name: GroupName
  items: Item[]
}

/** Sorts what is due into late, this week, later and without a day; empty groups are left out. */
export function groupByTime<Item extends { dueOn: string | null }>(
  items: readonly Item[],
  today: string,
): TodoGroup<Item>[] {
  const sunday = endOfWeek(today)
  const groupOf = ({ dueOn }: Item): GroupName => {
    if (!dueOn) return 'undated'
    if (dueOn < today) return 'late'
    return dueOn <= sunday ? 'thisWeek' : 'later'
  }
  const names: GroupName[] = ['late', 'thisWeek', 'later', 'undated']
  return names
    .map((name) => ({ name, items: items.filter((item) => groupOf(item) === name) }))
    .filter(({ items: found }) => found.length > 0)
}
