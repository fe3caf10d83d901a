// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
/**
 * Cheapest flow from classes of single persons through the places by kind of need and the places of a shelter, by the
 * network simplex. The potentials it ends with are the prices of the places: whole numbers that prove it the cheapest.
 */
export interface FlowTable {
  readonly shelters: number
  readonly rows: number
  readonly room: Float64Array
  /** How many persons of each class, which row by kind of need each takes (0 = none) and what leaving one over counts. */
  readonly classes: readonly { readonly count: number; readonly row: number; readonly leaving: number }[]
  /** Burden of one person at `class * shelters + shelter`; Infinity = cannot go there. */
  readonly burden: Float64Array
}

export interface Flow {
  /** Persons of a class in a shelter: [class, shelter, persons]. */
  readonly placed: readonly (readonly [number, number, number])[]
  /** Price of one place at `shelter * rows + row`. */
  readonly prices: Float64Array
  readonly pivots: number
}

/** The tree always keeps its arcs without flow directed towards the root, so that no pivot can be undone by a later one. */
export function cheapestFlow(table: FlowTable): Flow {
  const { shelters, rows, room, classes, burden } = table
  const count = classes.length
  const spots = shelters * rows
  const root = count + spots
  const nodes = root + 1
  const parent = new Int32Array(nodes).fill(root)
  const depth = new Int32Array(nodes).fill(1)
  const upward = new Uint8Array(nodes).fill(1)
  const flow = new Float64Array(nodes)
  const limit = new Float64Array(nodes).fill(Infinity)
  const cost = new Float64Array(nodes)
  const price = new Float64Array(nodes)
  const firstChild = new Int32Array(nodes).fill(-1)
  const next = new Int32Array(nodes).fill(-1)
  const before = new Int32Array(nodes).fill(-1)
  // Which arc joins a node to its parent: a spot's own arc is its number, a class's is -1 (left over) or its shelter's.
  const arc = new Int32Array(nodes).fill(-1)
  // A spot's own arc outside the tree is empty or full.
  const full = new Uint8Array(spots)
  const inTree = new Uint8Array(spots).fill(1)
  parent[root] = -1
  depth[root] = 0

  const attach = (node: number, to: number) => {
    parent[node] = to
    before[node] = -1
    const sibling = firstChild[to]!
    next[node] = sibling
    if (sibling >= 0) before[sibling] = node
    firstChild[to] = node
  }
  const detach = (node: number) => {
    const [left, right] = [before[node]!, next[node]!]
    if (left >= 0) next[left] = right
    else firstChild[parent[node]!] = right
    if (right >= 0) before[right] = left
  }

  const leaving = Float64Array.from(classes, (kind) => kind.leaving)
  for (let node = 0; node < count; node++) {
    attach(node, root)
    flow[node] = classes[node]!.count
    cost[node] = leaving[node]!
    price[node] = -leaving[node]!
  }
  for (let spot = 0; spot < spots; spot++) {
    const node = count + spot
    const shelter = Math.floor(spot / rows)
    attach(node, spot % rows === 0 ? root : count + shelter * rows)
    if (spot % rows !== 0) depth[node] = 2
    // A spot without room is never reached, so that its own arc stays unused.
    limit[node] = Math.max(1, room[spot]!)
    arc[node] = spot
  }

  /** The node of the spot that a person of a class takes in a shelter, at `row * shelters + shelter`. */
  const nodeOf = new Int32Array(rows * shelters)
  for (let row = 0; row < rows; row++) {
    for (let shelter = 0; shelter < shelters; shelter++) {
      const spot = shelter * rows + row
      nodeOf[row * shelters + shelter] = count + (room[spot]! < Infinity ? spot : shelter * rows)
    }
  }
  const rowOf = Int32Array.from(classes, ({ row }) => row)
  const above = (spot: number) => (spot % rows === 0 ? root : count + Math.floor(spot / rows) * rows)

  const stack = new Int32Array(nodes)
  let pivots = 0
  let cursor = 0
  const BLOCK = Math.max(40, Math.ceil(Math.sqrt(count)))
  for (;;) {
    // The most promising arc of some classes and of all spots outside the tree.
    let best = -0.5
    let from = -1
    let to = -1
    let entering = -1
    let backwards = false
    for (let looked = 0; looked < count && from < 0;) {
      const block = Math.min(BLOCK, count - looked)
      for (let n = 0; n < block; n++) {
        const at = cursor
        cursor = cursor + 1 === count ? 0 : cursor + 1
        const own = price[at]!
        const ways = at * shelters
        const ends = rowOf[at]! * shelters
        for (let shelter = 0; shelter < shelters; shelter++) {
          const reduced = burden[ways + shelter]! + own - price[nodeOf[ends + shelter]!]!
          if (reduced < best) {
            best = reduced
            from = at
            to = nodeOf[ends + shelter]!
            entering = shelter
          }
        }
        if (leaving[at]! + own < best) {
          best = leaving[at]! + own
          from = at
          to = root
          entering = -1
        }
      }
      looked += block
    }
    for (let spot = 0; spot < spots; spot++) {
      if (inTree[spot]) continue
      const reduced = price[count + spot]! - price[above(spot)]!
      const gain = full[spot] ? -reduced : reduced
      if (gain < best) {
        best = gain
        from = count + spot
        to = above(spot)
        entering = spot
        backwards = full[spot] === 1
      }
    }
    if (from < 0) break
    pivots++

    const isSpot = from >= count
    const first = backwards ? to : from
    const second = backwards ? from : to
    let join = first
    for (let other = second; join !== other;) {
      if (depth[join]! > depth[other]!) join = parent[join]!
      else if (depth[other]! > depth[join]!) other = parent[other]!
      else {
        join = parent[join]!
        other = parent[other]!
      }
    }
    let delta = isSpot ? Math.max(1, room[from - count]!) : Infinity
    let out = -1
    let side = 0
    for (let node = first; node !== join; node = parent[node]!) {
      const left = upward[node] ? flow[node]! : limit[node]! - flow[node]!
      if (left < delta) {
        delta = left
        out = node
        side = 1
      }
    }
    for (let node = second; node !== join; node = parent[node]!) {
      const left = upward[node] ? limit[node]! - flow[node]! : flow[node]!
      if (left <= delta) {
        delta = left
        out = node
        side = 2
      }
    }
    if (delta > 0) {
      for (let node = first; node !== join; node = parent[node]!) flow[node]! += upward[node] ? -delta : delta
      for (let node = second; node !== join; node = parent[node]!)
        flow[node]! += upward[node] ? delta : -delta
    }
    if (out < 0) {
      // The spot's own arc went from empty to full or back.
      full[from - count] = backwards ? 0 : 1
      continue
    }
    // What leaves the tree, if it is a spot's own arc, is empty or full from now on.
    const leaves = arc[out]!
    if (leaves >= 0) {
      inTree[leaves] = 0
      full[leaves] = flow[out]! > 0 ? 1 : 0
    }
    const inside = side === 1 ? first : second
    const outside = side === 1 ? second : first
    // Turns the cut part round, so that it hangs on the entering arc.
    let child = inside
    let hangsOn = outside
    let carried = {
      flow: isSpot ? (backwards ? Math.max(1, room[from - count]!) - delta : delta) : delta,
      limit: isSpot ? Math.max(1, room[from - count]!) : Infinity,
      cost: isSpot ? 0 : entering < 0 ? leaving[from]! : burden[from * shelters + entering]!,
      upward: inside === from ? 1 : 0,
      arc: isSpot ? from - count : -1 - (entering + 1),
    }
    if (isSpot) inTree[from - count] = 1
    for (;;) {
      const old = {
        parent: parent[child]!,
        flow: flow[child]!,
        limit: limit[child]!,
        cost: cost[child]!,
        upward: upward[child]!,
        arc: arc[child]!,
      }
      detach(child)
      attach(child, hangsOn)
      flow[child] = carried.flow
      limit[child] = carried.limit
      cost[child] = carried.cost
      upward[child] = carried.upward
      arc[child] = carried.arc
      if (child === out) break
      carried = { ...old, upward: old.upward ? 0 : 1 }
      hangsOn = child
      child = old.parent
    }
    // Depths and prices below.
    let top = 0
    stack[top++] = inside
    while (top > 0) {
      const node = stack[--top]!
      const over = parent[node]!
      depth[node] = depth[over]! + 1
      price[node] = upward[node] ? price[over]! - cost[node]! : price[over]! + cost[node]!
      for (let kid = firstChild[node]!; kid >= 0; kid = next[kid]!) stack[top++] = kid
    }
  }

  const placed: [number, number, number][] = []
  for (let node = 0; node < root; node++) {
    if (arc[node]! >= 0 || flow[node] === 0) continue
    const at = upward[node] ? node : parent[node]!
    const spot = upward[node] ? parent[node]! : node
    if (spot === root || at === root) continue
    placed.push([at, Math.floor((spot - count) / rows), flow[node]!])
  }
  const prices = new Float64Array(spots)
  for (let spot = 0; spot < spots; spot++) {
    prices[spot] = Math.max(0, price[above(spot)]! - price[count + spot]!)
    if (room[spot] === Infinity) prices[spot] = 0
  }
  return { placed, prices, pivots }
}
