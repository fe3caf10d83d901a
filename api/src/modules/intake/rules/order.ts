/** The order of code units: the same on every machine, unlike that of a language. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function groupedBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
