// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import type { BoundNode, Certificate } from './certificate.ts'
import { cheapestFlow } from './flow.ts'
import { Heap } from './heap.ts'
import { Packing } from './packing.ts'
import { Placing, type Limits, type Open, type Relaxed } from './placing.ts'
import { relax } from './relaxation.ts'
import { read, type Placement, type Problem, type Table } from './problem.ts'

export interface Solution {
  readonly placement: Placement
  readonly certificate: Certificate
  /** The search has ended by itself; `check` says whether that proves the optimum. */
  readonly finished: boolean
  /** Prices looked at. */
  readonly work: number
}

const ENOUGH: Limits = { work: 4e9 }

/**
 * Places people: first the fewest left over, then the least burden. Single persons with one kind of need are a flow, whose
 * prices prove it the best at once. Families and several needs are bounded by the same prices, made better step by step
 * (Lagrange), and told apart one by one as far as the prices do not prove it.
 */
export function solve(problem: Problem, limits: Limits = ENOUGH): Solution {
  const { table, settled } = read(problem)
  const search = new Search(table, limits)
  const root = search.run()
  const placement: (number | null)[] = problem.groups.map((_group, index) => settled.get(index) ?? null)
  for (const [at, { groups }] of table.classes.entries()) {
    for (const [n, group] of groups.entries()) {
      const shelter = search.best.shelterOf(at, n)
      placement[group] = shelter < 0 ? null : shelter
    }
  }
  return {
    placement,
    certificate: { scale: search.scale, root },
    finished: search.finished,
    work: search.work,
  }
}

interface Priced {
  readonly bound: number
  /** The cheapest shelter of each class, -1 = left over. */
  readonly choice: Int32Array
  /** What would be used of each place. */
  readonly used: Float64Array
}

const FLOW_ONLY = (table: Table) =>
  table.classes.every(({ size, uses }) => size === 1 && uses.filter(([row]) => row > 0).length <= 1)

/** A node while the proof is growing. */
interface Growing {
  prices?: readonly (readonly [number, number])[]
  branch?: number
  children?: (readonly [number, Growing])[]
}

/** A possibility that is not proven yet. */
interface Unproven {
  readonly open: Open
  readonly node: Growing
  /** The prices above it. */
  readonly prices: Float64Array
  /** Where it hangs; the proof names it once it is looked at. */
  readonly attach: { readonly parent: Growing; readonly shelter: number } | null
}

class Search extends Placing {
  finished = true
  /** Classes that use the same of a shelter share their prices. */
  readonly patterns: { readonly uses: readonly (readonly [number, number])[] }[] = []
  readonly patternOf: Int32Array

  constructor(table: Table, limits: Limits) {
    super(table, limits)
    const known = new Map<string, number>()
    this.patternOf = Int32Array.from(table.classes, ({ uses }) => {
      const key = JSON.stringify(uses)
      const at = known.get(key)
      if (at !== undefined) return at
      known.set(key, this.patterns.length)
      return this.patterns.push({ uses }) - 1
    })
  }

  run(): BoundNode {
    const { table } = this
    const open: Open = {
      room: table.room,
      waiting: Int32Array.from(table.classes, ({ groups }) => groups.length),
      lowest: new Int32Array(table.classes.length),
      spent: 0,
      taken: [],
    }
    if (table.classes.length === 0) return {}
    const isFlow = FLOW_ONLY(table)
    const { prices, placed } = this.flow(isFlow)
    if (isFlow) {
      const packing = new Packing(table)
      const next = table.classes.map(() => 0)
      for (const [at, shelter, persons] of placed) {
        for (let n = 0; n < persons; n++) packing.put(at, next[at]!++, shelter)
      }
      this.keep(packing)
      const root = prices.map((price) => price * this.scale)
      if (this.isProven(this.price(open, root).bound)) return { prices: sparse(root) }
    }
    const first = prices.map((price) => price * this.scale)
    this.begin(open, first, 2)
    const relaxed = relax(table, table.room, open.waiting, this.beginning(), this.limits.work)
    this.work += relaxed.work
    const better = relaxed.prices.map((price) => Math.round(price * this.scale))
    this.dive(new Packing(table), Int32Array.from(open.waiting), relaxed.placed, better)
    const { bound } = this.price(open, better)
    this.polish(better, bound, 400)
    return this.prove(open, bound > this.price(open, first).bound ? better : first)
  }

  /** Prices of the problem in which families may part and nobody has two needs: a good start, and exact if that is so anyway. */
  private flow(isFlow: boolean) {
    const { table } = this
    const persons: { at: number; row: number; count: number }[] = []
    for (const [at, { size, uses, groups }] of table.classes.entries()) {
      let rest = size
      for (const [row, amount] of uses) {
        if (row === 0) continue
        const count = Math.min(rest, amount)
        if (count > 0) persons.push({ at, row, count: count * groups.length })
        rest -= count
      }
      if (rest > 0) persons.push({ at, row: 0, count: rest * groups.length })
    }
    const { shelters, rows, room } = table
    const burden = new Float64Array(persons.length * shelters)
    for (const [n, { at, row }] of persons.entries()) {
      const { size } = table.classes[at]!
      for (let shelter = 0; shelter < shelters; shelter++) {
        const isFull = room[shelter * rows]! < 1 || room[shelter * rows + row]! < 1
        burden[n * shelters + shelter] = isFull ? Infinity : table.burden[at * shelters + shelter]! / size
      }
    }
    const found = cheapestFlow({
      shelters,
      rows,
      room,
      classes: persons.map(({ at, row, count }) => ({
        count,
        row,
        leaving: table.classes[at]!.leaving / table.classes[at]!.size,
      })),
      burden,
    })
    this.work += found.pivots * shelters * Math.sqrt(persons.length)
    return isFlow ? found : { ...found, placed: [] }
  }

  /** The bound at these prices, which need not be whole here. */
  private price({ room, waiting, lowest, spent }: Open, prices: Float64Array): Priced {
    const { table, patterns, patternOf, scale } = this
    const { shelters, rows, classes, burden } = table
    const charges = patterns.map(({ uses }) => {
      const charge = new Float64Array(shelters)
      for (let shelter = 0; shelter < shelters; shelter++) {
        let price = 0
        for (const [row, amount] of uses) {
          const place = shelter * rows + row
          price += amount > room[place]! ? Infinity : amount * prices[place]!
        }
        charge[shelter] = price
      }
      return charge
    })
    const choice = new Int32Array(classes.length).fill(-1)
    const used = new Float64Array(room.length)
    let bound = spent * scale
    let anybody = false
    for (let at = 0; at < classes.length; at++) {
      const count = waiting[at]!
      if (count === 0) continue
      anybody = true
      const kind = classes[at]!
      const charge = charges[patternOf[at]!]!
      let least = kind.leaving * scale
      let where = -1
      const row = at * shelters
      for (let shelter = lowest[at]!; shelter < shelters; shelter++) {
        const price = burden[row + shelter]! * scale + charge[shelter]!
        if (price < least) {
          least = price
          where = shelter
        }
      }
      bound += count * least
      choice[at] = where
      if (where >= 0) for (const [use, amount] of kind.uses) used[where * rows + use]! += amount * count
    }
    this.work += classes.length * shelters
    if (anybody) {
      for (let place = 0; place < room.length; place++) {
        if (prices[place]! > 0) bound -= prices[place]! * room[place]!
      }
    }
    return { bound, choice, used }
  }

  /** Makes prices better: dearer where too much would be used, cheaper where room is left. */
  private climb(open: Open, start: Float64Array, steps: number): { prices: Float64Array; at: Priced } {
    const { room } = open
    let prices = start
    let at = this.price(open, prices)
    let best = { prices, at }
    if (this.isProven(at.bound)) return best
    const most = (this.table.leftOver * this.scale) / 4
    let hope = Math.max(this.cost * this.scale - at.bound, this.scale)
    let direction = new Float64Array(room.length)
    let stalls = 0
    for (let step = 0; step < steps && hope >= 0.05 * this.scale; step++) {
      let norm = 0
      const next = new Float64Array(room.length)
      for (let place = 0; place < room.length; place++) {
        if (room[place] === Infinity) continue
        const over = at.used[place]! - room[place]!
        const pull = over + 0.6 * direction[place]!
        if (prices[place] === 0 && pull <= 0) continue
        next[place] = pull
        norm += pull * pull
      }
      if (norm === 0) break
      direction = next
      const length =
        Math.min(best.at.bound + hope - at.bound, this.cost * this.scale - at.bound + this.scale) / norm
      const moved = new Float64Array(room.length)
      for (let place = 0; place < room.length; place++) {
        moved[place] = Math.max(0, prices[place]! + length * direction[place]!)
      }
      prices = moved
      at = this.price(open, prices)
      if (at.bound > best.at.bound + 0.001 * this.scale) {
        if (at.bound < best.at.bound + 0.1 * hope) stalls++
        else stalls = 0
        best = { prices, at }
        if (this.isProven(at.bound)) break
      } else stalls++
      const patience = steps < 100 ? 4 : hope > most ? 3 : 20
      if (stalls >= patience) {
        hope /= 2
        stalls = 0
        prices = best.prices
        at = best.at
        direction = new Float64Array(room.length)
      }
      if (this.work > this.limits.work) break
    }
    const rounded = best.prices.map(Math.round)
    return { prices: rounded, at: this.price(open, rounded) }
  }

  /** Proves as much as it can: what is furthest from proven is told apart first. */
  private prove(first: Open, prices: Float64Array): BoundNode {
    const root: Growing = { prices: sparse(prices) }
    const waiting = new Heap<Unproven>()
    waiting.put(-Infinity, { open: first, node: root, prices, attach: null })
    for (let turn = 0; ; turn++) {
      const next = waiting.take()
      // What comes first is proven, and with it everything that waits.
      if (!next || this.isProven(next.rank)) return root
      if (this.work > this.limits.work) {
        this.finished = false
        return root
      }
      const { attach, node } = next.item
      if (attach) (attach.parent.children ??= []).push([attach.shelter, node])
      for (const { rank, item } of this.tellApart(next.item, turn)) waiting.put(rank, item)
    }
  }

  /** Makes the prices of a node as good as they can be, and tells the next group apart if that does not prove it. */
  private tellApart(
    { open, node, prices: inherited }: Unproven,
    turn: number,
  ): { rank: number; item: Unproven }[] {
    const { table, scale } = this
    if (!open.waiting.some((count) => count > 0)) {
      this.keepTaken(open)
      return []
    }
    const before = this.price(open, inherited)
    if (this.isProven(before.bound)) return []
    // Telling single groups apart proves nothing in time among hundreds of thousands of possibilities.
    if (table.classes.length * table.shelters > 200_000) {
      this.finished = false
      return []
    }
    const relaxed = relax(table, open.room, open.waiting, this.beginning(), this.limits.work)
    this.work += relaxed.work
    let prices: Float64Array = relaxed.prices.map((price) => Math.round(price * scale))
    let at = this.price(open, prices)
    if (!this.isProven(at.bound)) ({ prices, at } = this.climb(open, prices, turn === 0 ? 200 : 6))
    if (at.bound <= before.bound) [prices, at] = [inherited, before]
    if (prices !== inherited) node.prices = sparse(prices)
    if (this.isProven(at.bound)) return []
    if (turn % 4 === 0) {
      const packing = new Packing(table)
      for (const [taken, shelter] of open.taken) if (shelter >= 0) packing.place(taken, shelter)
      this.dive(packing, Int32Array.from(open.waiting), relaxed.placed, prices)
      if (this.isProven(at.bound)) return []
    }
    const branch = this.mostDivided(open, relaxed.placed) ?? this.mostDoubtful(open, prices, at)
    const kind = table.classes[branch]!
    const options: [shelter: number, price: number][] = [[-1, kind.leaving * scale]]
    for (let shelter = open.lowest[branch]!; shelter < table.shelters; shelter++) {
      let price = table.burden[branch * table.shelters + shelter]! * scale
      for (const [row, amount] of kind.uses) {
        const place = shelter * table.rows + row
        price += amount > open.room[place]! ? Infinity : amount * prices[place]!
      }
      if (price < Infinity) options.push([shelter, price])
    }
    const least = Math.min(...options.map(([, price]) => price))
    node.branch = branch
    node.children = []
    return options
      .map(([shelter, price]) => ({ shelter, rank: at.bound - least + price }))
      .filter(({ rank }) => !this.isProven(rank))
      .toSorted((one, other) => other.rank - one.rank)
      .map(({ shelter, rank }) => ({
        rank,
        item: {
          open: this.take(open, branch, shelter),
          node: {},
          prices,
          attach: { parent: node, shelter },
        },
      }))
  }

  private keepTaken(open: Open): void {
    const packing = new Packing(this.table)
    const next = new Int32Array(this.table.classes.length)
    for (const [at, shelter] of open.taken) packing.put(at, next[at]!++, shelter)
    this.keep(packing)
  }

  /** Where whole classes are in the best placement so far: a beginning for the relaxation. */
  private beginning(): Int32Array {
    return Int32Array.from(this.table.classes, ({ groups }, at) => {
      const shelter = this.best.shelterOf(at, 0)
      return groups.every((_group, n) => this.best.shelterOf(at, n) === shelter) ? shelter : -1
    })
  }

  /** The class that the relaxation divides most. */
  private mostDivided({ waiting }: Open, placed: Relaxed): number | null {
    let [most, where] = [1e-3, null as number | null]
    for (const [at, , groups] of placed) {
      const part = Math.min(groups - Math.floor(groups), Math.ceil(groups) - groups)
      const weight = part * this.table.classes[at]!.size
      if (part > 1e-3 && waiting[at]! > 0 && weight > most) [most, where] = [weight, at]
    }
    return where
  }

  /** The class of which the prices say least: its choice takes more than there is, and it is large. */
  private mostDoubtful(open: Open, prices: Float64Array, { choice, used }: Priced): number {
    const { table } = this
    let [best, where] = [-Infinity, 0]
    for (const [at, { uses, size }] of table.classes.entries()) {
      if (open.waiting[at] === 0) continue
      const shelter = choice[at]!
      let doubt = size / 1_000
      if (shelter >= 0) {
        for (const [row, amount] of uses) {
          const place = shelter * table.rows + row
          const over = used[place]! - open.room[place]!
          if (over > 0) doubt += amount * 10 + Math.min(over, 100)
          else if (prices[place]! > 0 && over < 0) doubt += amount
        }
      }
      if (doubt > best) [best, where] = [doubt, at]
    }
    return where
  }

  private take(open: Open, at: number, shelter: number): Open {
    const { table } = this
    const kind = table.classes[at]!
    const waiting = Int32Array.from(open.waiting)
    if (shelter < 0) {
      const all = open.waiting[at]!
      waiting[at] = 0
      const left = Array.from({ length: all }, () => [at, -1] as const)
      return { ...open, waiting, spent: open.spent + all * kind.leaving, taken: [...open.taken, ...left] }
    }
    waiting[at]! -= 1
    const room = Float64Array.from(open.room)
    for (const [row, amount] of kind.uses) room[shelter * table.rows + row]! -= amount
    return {
      room,
      waiting,
      lowest: open.lowest.with(at, shelter),
      spent: open.spent + table.burden[at * table.shelters + shelter]!,
      taken: [...open.taken, [at, shelter]],
    }
  }
}

const sparse = (prices: Float64Array): [number, number][] =>
  [...prices.entries()].filter(([, price]) => price > 0)
