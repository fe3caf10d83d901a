/** Days from one to another; a null end is "until further notice". Days are written `YYYY-MM-DD`. */
export interface CarriedTerm {
  readonly id: string
  /** What must not overlap: a person and a role, or a network. */
  readonly key: string
  readonly startsOn: string
  readonly endsOn: string | null
}

export interface CarriedTerms {
  /** Go to the record that is kept. */
  readonly moved: readonly CarriedTerm[]
  /** Stay with the absorbed record, because the kept one has the same on some of the days. */
  readonly stay: readonly CarriedTerm[]
  /** New last days: of those that stay and still run, and of the kept ones that must last as long. */
  readonly ends: readonly {
    readonly id: string
    readonly from: string | null
    readonly endsOn: string | null
  }[]
}

const LAST = '9999-12-31'
const endOf = ({ endsOn }: { readonly endsOn: string | null }): string => endsOn ?? LAST

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const overlap = (one: CarriedTerm, other: CarriedTerm): boolean =>
  one.key === other.key && one.startsOn <= endOf(other) && other.startsOn <= endOf(one)

/**
 * How times on an absorbed record go over to the kept one. What does not overlap moves. What overlaps stays where it was,
 * ends yesterday if it still runs, and the kept one lasts as long as it would have: nobody loses a day, nothing stands
 * twice.
 */
export function carryTerms(
  kept: readonly CarriedTerm[],
  absorbed: readonly CarriedTerm[],
  today: string,
): CarriedTerms {
  const moved: CarriedTerm[] = []
  const stay: CarriedTerm[] = []
  const ends = new Map<string, { id: string; from: string | null; endsOn: string | null }>()
  for (const term of absorbed) {
    const rivals = kept.filter((other) => overlap(term, other))
    if (rivals.length === 0) {
      moved.push(term)
      continue
    }
    stay.push(term)
    if (endOf(term) >= today) {
      const yesterday = dayBefore(today)
      const endsOn = term.startsOn > yesterday ? term.startsOn : yesterday
      if (endsOn !== term.endsOn) ends.set(term.id, { id: term.id, from: term.endsOn, endsOn })
    }
    const last = rivals.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0]
    if (!last || endOf(term) <= (ends.get(last.id) ? endOf(ends.get(last.id) ?? last) : endOf(last))) continue
    // No further than to the day before the next time of the same.
    const next = [...kept, ...moved]
      .filter(({ id, key, startsOn }) => id !== last.id && key === last.key && startsOn > endOf(last))
      .map(({ startsOn }) => dayBefore(startsOn))
      .toSorted()[0]
    const endsOn = next !== undefined && next < endOf(term) ? next : term.endsOn
    if (endsOn !== last.endsOn) ends.set(last.id, { id: last.id, from: last.endsOn, endsOn })
  }
  return { moved, stay, ends: [...ends.values()] }
}

/** Things in a list with places: the carried ones come after the kept ones, those that are there already stay. */
export function appendToList<Item extends { readonly position: number }>(
  kept: readonly Item[],
  absorbed: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): { moved: { item: Item; position: number }[]; stay: Item[] } {
  let last = Math.max(0, ...kept.map(({ position }) => position))
  const moved: { item: Item; position: number }[] = []
  const stay: Item[] = []
  for (const item of absorbed.toSorted((a, b) => a.position - b.position)) {
    if (kept.some((other) => isSame(other, item))) stay.push(item)
    else moved.push({ item, position: ++last })
  }
  return { moved, stay }
}
