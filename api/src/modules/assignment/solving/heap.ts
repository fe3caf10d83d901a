// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
/** Gives out what comes first by an order; equal ones, the latest first. */
export class Heap<T> {
  private readonly items: { readonly rank: number; readonly turn: number; readonly item: T }[] = []
  private turns = 0

  get size(): number {
    return this.items.length
  }

  put(rank: number, item: T): void {
    const { items } = this
    let at = items.push({ rank, turn: this.turns++, item }) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.isBefore(at, above)) break
      this.swap(at, above)
      at = above
    }
  }

  take(): { readonly rank: number; readonly item: T } | undefined {
    const { items } = this
    const [first] = items
    const last = items.pop()
    if (!first || !last || items.length === 0) return first
    items[0] = last
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let least = at
      if (left < items.length && this.isBefore(left, least)) least = left
      if (right < items.length && this.isBefore(right, least)) least = right
      if (least === at) return first
      this.swap(at, least)
      at = least
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.items[one]!, this.items[other]!]
    return a.rank < b.rank || (a.rank === b.rank && a.turn > b.turn)
  }

  private swap(one: number, other: number): void {
    const held = this.items[one]!
    this.items[one] = this.items[other]!
    this.items[other] = held
  }
}
