/**
 * What proves how good a placement is. Prices of places give a bound that no placement can beat: every group is charged
 * the cheapest it could have at these prices, minus what all places are worth. Where one set of prices does not prove
 * enough, the possibilities of one group are told apart and each is bounded by itself.
 */
export interface Certificate {
  /** Prices are in parts of a unit: 1 / scale. */
  readonly scale: number
  readonly root: BoundNode
}

export interface BoundNode {
  /** Prices [row, price] from here on, rows without one cost nothing; without `prices` those above stay. */
  readonly prices?: readonly (readonly [row: number, price: number])[]
  /** The class whose next group is told apart; without it the node is bounded by its prices. */
  readonly branch?: number
  /** Where that group goes (a shelter, or -1 = left over) and what follows; what is missing is bounded by the prices here. */
  readonly children?: readonly (readonly [shelter: number, node: BoundNode])[]
}
