/**
 * What proves how good a placement is. Prices of places give a bound that no placement can beat: every group is charged
 * the cheapest it could have at these prices, minus what all places are worth. Where one set of prices does not prove
 * enough, two possibilities are told apart and each is bounded by itself.
 */
export interface Certificate {
  /** Prices are in parts of a unit: 1 / scale. */
  readonly scale: number
  /** That so much (by weight) is left over at least: shown with ways that count nothing. Without it: by `root` alone. */
  readonly leftOver?: Proof
  /** The bound of the whole objective. What `leftOver` shows is a row after the last place, with a price of its own. */
  readonly root: Proof
}

export interface Proof {
  /** What counts as much or more is not looked at: nothing better than this is left out. Without it all is looked at. */
  readonly claim?: number
  readonly node: BoundNode
}

export interface BoundNode {
  /** Prices [row, price] that change from here on. */
  readonly prices?: readonly (readonly [row: number, price: number])[]
  /** Fewer than so many groups of a class in a shelter (-1 = left over), or as many and more. */
  readonly split?: readonly [at: number, shelter: number, groups: number]
  /** What follows if they are fewer; what is missing is bounded by the prices here. */
  readonly fewer?: BoundNode
  /** What follows if they are as many or more; what is missing is bounded by the prices here. */
  readonly more?: BoundNode
}
