import type { Place } from './places.ts'

/** A key that more records share says too little to compare them all; rarer keys find the same pairs. */
const TOO_COMMON = 100

/** Which records are worth comparing: those that share a key. The work grows with the rows, not with their square. */
export class KeyIndex<Item> {
  readonly #byKey = new Map<string, Item[]>()

  constructor(items: Iterable<Item>, keysOf: (item: Item) => Iterable<string>) {
    for (const item of items)
      for (const key of new Set(keysOf(item))) {
        const found = this.#byKey.get(key)
        if (found) found.push(item)
        else this.#byKey.set(key, [item])
      }
  }

  /** Everything that shares one of the keys, once each. */
  sharing(keys: Iterable<string>): Set<Item> {
    const found = new Set<Item>()
    for (const key of keys) {
      const items = this.#byKey.get(key) ?? []
      if (items.length <= TOO_COMMON) for (const item of items) found.add(item)
    }
    return found
  }
}

/** Runs of characters of a name: three, and two of a short name, which would have too few. */
export function runsOf(name: string): string[] {
  const characters = Array.from(name)
  const runs = (length: number) =>
    characters.slice(length - 1).map((_, start) => characters.slice(start, start + length).join(''))
  return [...runs(3), ...runs(2).map((run) => `2${run}`)]
}

/** 「桜田西4-3-26」, 「桜田西4-3」 and 「桜田西4」: an address and the wider ones it lies in. */
function addressesAround(key: string): string[] {
  const parts = key.split('-')
  return parts.map((_, n) => parts.slice(0, n + 1).join('-'))
}

const SHORT = 4

/** By what a place can be found: names, readings, addresses, telephones. Samples and real places share no key. */
export function placeKeys(place: Place, sample: boolean, asked = false): string[] {
  const world = sample ? 's' : 'r'
  const keys = [
    ...[...place.nameKeys, ...place.kanaKeys].map((key) => `n${key}`),
    // A short name is looked for by pairs of characters too; all are kept by them.
    ...place.nameKeys.flatMap((key) =>
      runsOf(key)
        .filter((run) => !asked || key.length <= SHORT || !run.startsWith('2'))
        .map((run) => `g${run}`),
    ),
    ...(place.addressKey === null
      ? []
      : addressesAround(place.addressKey)
          .filter((key) => /-|\d{3}/.test(key) || key === place.addressKey)
          .map((key) => `a${key}`)),
    ...place.phoneKeys.map((key) => `p${key}`),
  ]
  return keys.map((key) => world + key)
}
