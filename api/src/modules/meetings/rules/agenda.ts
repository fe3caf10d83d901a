type Kind = 'RESOLUTION' | 'REPORT'

/** What an item of the agenda can go through. */
export type ItemState = 'UPCOMING' | 'OPEN' | 'VOTING' | 'DECIDED' | 'REPORTED' | 'WITHDRAWN' | 'CARRIED_OVER'

/** Number of an item among those of its kind, e.g. the 3 of 議案第3号; items keep it when others are withdrawn. */
export function itemNumbers(
  items: readonly { readonly id: string; readonly kind: Kind }[],
): Map<string, number> {
  const counts = { RESOLUTION: 0, REPORT: 0 }
  return new Map(items.map(({ id, kind }) => [id, ++counts[kind]]))
}

/** Whether nothing more is to be done about an item. */
export const isSettled = (state: ItemState): boolean =>
  state === 'DECIDED' || state === 'REPORTED' || state === 'WITHDRAWN' || state === 'CARRIED_OVER'

/** Whether an item can still be withdrawn, put off or reported: nothing has been voted on it. */
export const isPending = (state: ItemState): boolean => state === 'UPCOMING' || state === 'OPEN'
