/** What the import itself has put into a map; its absence is a fault of ours, not of a file. */
export function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`The import lost track of ${String(key)}.`)
  return value
}

/** The first of a group, which is never empty. */
export function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items
  if (first === undefined) throw new Error('The import made an empty group.')
  return first
}
