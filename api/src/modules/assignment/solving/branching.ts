// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import { asManyAs, boundAt, fewerThan, withoutDear, type Open } from './bounds.ts'
import type { BoundNode } from './certificate.ts'
import { Heap } from './heap.ts'
import { Tableau } from './tableau.ts'

/** Deeper is not told apart: proofs are read and written with what they hold inside them. */
const DEEPEST = 1_000

/** A node while the proof is growing. */
interface Growing {
  prices?: readonly (readonly [number, number])[]
  split?: readonly [number, number, number]
  fewer?: Growing
  more?: Growing
}

/** A possibility that is not looked at yet. */
interface Waiting {
  readonly open: Open
  /** The prices above it, in parts. */
  readonly prices: Float64Array
  /** What the linear program says it costs at least; not exact. */
  readonly guess: number
  readonly depth: number
  /** Writes it into the proof once it is looked at. */
  readonly attach: (node: Growing) => void
}

/** Groups of each class in shelters: [class, shelter, groups]. */
export type Spread = readonly (readonly [at: number, shelter: number, groups: number])[]

export interface Searched {
  readonly node: BoundNode
  /** Nothing that counts less than this is left out, once it has ended. */
  readonly claim: number
  /** ENDED: there is nothing better. BETTER: so much better was found that it pays to begin again. SPENT: no work is left. */
  readonly how: 'ENDED' | 'BETTER' | 'SPENT'
  readonly work: number
}

/**
 * Branch and bound on what prices leave open: looks for a placement that counts less than `ceiling`. What is dearer than
 * that at the prices of a node is left out below it, so that few possibilities remain of hundreds of thousands.
 */
export class Branching {
  private readonly scale: number
  private readonly found: (spread: Spread) => number
  private readonly limit: number
  private readonly tableau: Tableau
  private readonly columns: { readonly at: number; readonly shelter: number }[] = []
  private readonly firstOf: Int32Array
  /** Rows of the tableau among all. */
  private readonly rows: readonly number[]
  private readonly first: Waiting
  private root: Growing = {}
  private ceiling: number
  /** The bound and the ceiling at the beginning. */
  private readonly floor: number
  private readonly asked: number
  private work = 0

  constructor(
    open: Open,
    prices: Float64Array,
    { scale, ceiling, work }: { readonly scale: number; readonly ceiling: number; readonly work: number },
    /** Takes what was found and answers what it counts. */
    found: (spread: Spread) => number,
  ) {
    this.scale = scale
    this.ceiling = ceiling
    this.asked = ceiling
    this.limit = work
    this.found = found
    const bound = boundAt(open, prices)
    this.floor = bound.least / scale
    const core = withoutDear(open, prices, bound, (ceiling - 1) * scale)
    this.first = {
      open,
      prices: new Float64Array(prices.length),
      guess: 0,
      depth: 0,
      attach: (node) => {
        this.root = node
      },
    }
    this.start = prices
    const rooms = Float64Array.from(open.room)
    const asked = new Float64Array(rooms.length)
    for (const { count, options } of core.choices)
      for (const { uses } of options)
        for (const [row, amount] of uses) asked[row]! += Math.max(0, amount) * count
    this.rows = [...rooms.keys()].filter((row) => rooms[row]! < Infinity && asked[row]! > rooms[row]!)
    const dearest = Math.max(1, ...core.choices.flatMap(({ options }) => options.map(({ cost }) => cost)))
    const all = rooms.reduce((sum, most) => sum + (most < Infinity ? Math.abs(most) : 0), 1)
    this.highest = Math.min(1_000 * dearest, Math.floor(2 ** 49 / all))
    const rowOf = new Map(this.rows.map((row, at) => [row, at]))
    this.firstOf = new Int32Array(core.choices.length).fill(-1)
    const kinds: number[] = []
    const columns = core.choices.flatMap(({ count, options }, at) => {
      if (count === 0 || options.length === 0) return []
      this.firstOf[at] = this.columns.length
      kinds.push(count)
      return options.map(({ shelter, cost, uses }) => {
        this.columns.push({ at, shelter })
        return {
          kind: kinds.length - 1,
          cost: cost / scale,
          uses: uses.flatMap(([row, amount]) => (rowOf.has(row) ? [[rowOf.get(row)!, amount] as const] : [])),
        }
      })
    })
    this.tableau = new Tableau({ columns, counts: kinds, room: this.rows.map((row) => rooms[row]!) })
  }

  /** The prices to begin with, in parts. */
  private readonly start: Float64Array
  /** No price is higher, so that sums of them stay exact. */
  private readonly highest: number

  private nodes = 0

  run(): Searched {
    const waiting = new Heap<Waiting>()
    let next: Waiting | null = this.first
    while (next) {
      if (this.spent > this.limit) return this.searched('SPENT')
      next = this.lookAt(next, waiting)
      if (!next && this.ceiling - this.floor < (this.asked - this.floor) * 0.9) return this.searched('BETTER')
      while (!next) {
        const other = waiting.take()
        if (!other) break
        if (boundAt(other.item.open, other.item.prices).least <= this.top) next = other.item
      }
    }
    return this.searched('ENDED')
  }

  private searched(how: Searched['how']): Searched {
    return { node: this.root, claim: this.ceiling, how, work: this.spent }
  }

  private get spent(): number {
    return this.work + this.tableau.work
  }

  /** A bound above this leaves nothing better. */
  private get top(): number {
    return (this.ceiling - 1) * this.scale
  }

  /** Bounds a possibility; answers what to look at next where it leads on. */
  private lookAt({ open, prices: above, depth, attach }: Waiting, waiting: Heap<Waiting>): Waiting | null {
    this.nodes++
    const isRoot = this.nodes === 1
    this.bind(open)
    let prices = Float64Array.from(isRoot ? this.start : above)
    let bound = boundAt(open, prices)
    let cost = 0
    // A hair above what is asked; with fresh numbers and to the end if whole prices do not show it.
    for (const ceiling of [this.ceiling - 0.7, this.ceiling + 2]) {
      if (ceiling > this.ceiling) {
        this.tableau.refresh()
        this.tableau.settle()
      }
      const solved = this.tableau.solve(ceiling)
      cost = solved.cost
      const better = new Float64Array(prices.length)
      for (const [at, row] of this.rows.entries())
        better[row] = Math.min(Math.round(solved.prices[at]! * this.scale), this.highest)
      const other = boundAt(open, better)
      this.work += this.columns.length * 20
      if (other.least > bound.least && !isRoot) [prices, bound] = [better, other]
      if (bound.least > this.top || cost < ceiling) break
    }
    const node: Growing = {}
    const changes = [...prices.entries()].filter(([row, price]) => price !== above[row])
    if (changes.length > 0) node.prices = changes
    attach(node)
    if (bound.least > this.top) return null
    const divided = cost < Infinity ? [...this.tableau.divided()] : []
    if (cost < this.ceiling - 0.5 && divided.length === 0) {
      const counts = this.found(this.spread())
      if (counts < this.ceiling) this.ceiling = counts
      if (bound.least > this.top) return null
    }
    const left = withoutDear(open, prices, bound, this.top)
    const branch = this.branchOf(divided) ?? this.anyOf(left)
    if (!branch || depth >= DEEPEST) return null
    node.split = [branch.at, branch.shelter, branch.groups]
    const children: Waiting[] = []
    const guess = Number.isFinite(cost) ? cost : this.ceiling
    const fewer = fewerThan(left, branch.at, branch.shelter, branch.groups)
    const more = asManyAs(left, branch.at, branch.shelter, branch.groups)
    const below = { prices, depth: depth + 1 }
    if (fewer)
      children.push({
        ...below,
        open: fewer,
        guess: guess + branch.fewer,
        attach: (child) => (node.fewer = child),
      })
    if (more)
      children.push({
        ...below,
        open: more,
        guess: guess + branch.more,
        attach: (child) => (node.more = child),
      })
    children.sort((one, two) => one.guess - two.guess)
    const [first = null, ...later] = children
    for (const child of later) waiting.put(child.guess, child)
    return first
  }

  /** What is open as bounds of columns. */
  private bind(open: Open): void {
    const { tableau, columns } = this
    tableau.least.fill(0, 0, columns.length)
    tableau.most.fill(0, 0, columns.length)
    for (const [at, { options }] of open.choices.entries()) {
      const first = this.firstOf[at]!
      if (first < 0) continue
      let column = first
      for (const { shelter, taken, most } of options) {
        while (columns[column]?.at === at && columns[column]!.shelter < shelter) column++
        if (columns[column]?.at !== at || columns[column]!.shelter !== shelter) continue
        tableau.least[column] = taken
        tableau.most[column] = taken + most
      }
    }
    tableau.settle()
  }

  private spread(): Spread {
    return this.columns.flatMap(({ at, shelter }, column) => {
      const groups = Math.round(this.tableau.groupsIn(column))
      return groups > 0 ? [[at, shelter, groups] as const] : []
    })
  }

  /** What lifts the bound most on both sides. */
  private branchOf(divided: readonly { column: number; groups: number; fewer: number; more: number }[]) {
    let best: { at: number; shelter: number; groups: number; fewer: number; more: number } | null = null
    let most = -1
    const cap = (value: number) => Math.min(value, this.ceiling)
    for (const { column, groups, fewer, more } of divided) {
      // What stands beyond its bounds has not come to rest: telling it apart would change nothing.
      if (groups < this.tableau.least[column]! || groups > this.tableau.most[column]!) continue
      const part = groups - Math.floor(groups)
      const lift = (cap(fewer) + 0.01) * (cap(more) + 0.01) + 1e-6 * Math.min(part, 1 - part)
      if (lift <= most) continue
      most = lift
      best = { ...this.columns[column]!, groups: Math.ceil(groups), fewer: cap(fewer), more: cap(more) }
    }
    return best
  }

  /** Whatever is not settled yet. */
  private anyOf({ choices }: Open) {
    for (const [at, { count, options }] of choices.entries()) {
      if (count === 0) continue
      const open = options.filter(({ most }) => most > 0)
      const [option] = open
      if (option && open.length > 1)
        return { at, shelter: option.shelter, groups: option.taken + 1, fewer: 0, more: 0 }
    }
    return null
  }
}
