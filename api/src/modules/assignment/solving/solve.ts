// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import { allOpen, boundAt, type Objective } from './bounds.ts'
import { Branching, type Spread } from './branching.ts'
import type { Certificate, Proof } from './certificate.ts'
import { lowestOf } from './check.ts'
import { cheapestFlow } from './flow.ts'
import { Packing } from './packing.ts'
import { Placing, type Limits } from './placing.ts'
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

/** Classes × shelters up to which groups are told apart. */
const LARGEST = 100_000

const ENOUGH: Limits = { work: 4e9 }

/**
 * Places people: first the fewest left over, then the least burden. Single persons with one kind of need are a flow, whose
 * prices prove it the best at once. Families and several needs are bounded by the prices of the linear relaxation; what
 * they leave open, a few possibilities of hundreds of thousands, is told apart until nothing better is left.
 */
export function solve(problem: Problem, limits: Limits = ENOUGH): Solution {
  const { table, settled } = read(problem)
  const search = new Search(table, limits)
  const certificate = search.run()
  const placement: (number | null)[] = problem.groups.map((_group, index) => settled.get(index) ?? null)
  for (const [at, { groups }] of table.classes.entries()) {
    for (const [n, group] of groups.entries()) {
      const shelter = search.best.shelterOf(at, n)
      placement[group] = shelter < 0 ? null : shelter
    }
  }
  return { placement, certificate, finished: search.finished, work: search.work }
}

const FLOW_ONLY = (table: Table) =>
  table.classes.every(({ size, uses }) => size === 1 && uses.filter(([row]) => row > 0).length <= 1)

/** Only who is left over counts, not how far anybody goes. */
function withoutWays(table: Table): Table {
  return {
    ...table,
    classes: table.classes.map((kind) => ({ ...kind, leaving: kind.leaving / table.leftOver })),
    burden: table.burden.map((way) => (way === Infinity ? Infinity : 0)),
    leftOver: 1,
  }
}

class Search extends Placing {
  finished = true

  run(): Certificate {
    const { table, scale } = this
    if (table.classes.length === 0) return { scale, root: { node: {} } }
    const isFlow = FLOW_ONLY(table)
    const { prices, placed } = this.flow(isFlow)
    const first = Float64Array.from([...prices.map((price) => price * scale), 0])
    const open = allOpen(table, { unavoidable: 0 }, scale)
    if (isFlow) {
      const packing = new Packing(table)
      const next = table.classes.map(() => 0)
      for (const [at, shelter, persons] of placed) {
        for (let n = 0; n < persons; n++) packing.put(at, next[at]!++, shelter)
      }
      this.keep(packing)
      if (this.isProven(boundAt(open, first).least))
        return { scale, root: { node: { prices: sparse(first) } } }
    }
    this.begin(first, 2)
    const counts = Int32Array.from(table.classes, ({ groups }) => groups.length)
    const relaxed = relax(table, table.room, counts, this.beginning(), this.limits.work)
    this.work += relaxed.work
    let root = this.inParts(relaxed.prices)
    this.dive(new Packing(table), counts, relaxed.placed, root)
    let { least } = boundAt(open, root)
    const { least: other } = boundAt(open, first)
    if (other > least) [root, least] = [first, other]
    this.polish(open, root, least, Math.ceil(table.shelters / 2))
    if (this.isProven(least)) return { scale, root: { node: { prices: sparse(root) } } }
    const leftOver = this.cost >= table.leftOver ? this.proveLeftOver() : { unavoidable: 0 }
    if (leftOver.unavoidable > 0) root = this.pricesWith(leftOver.unavoidable)
    const proof = this.prove({ unavoidable: leftOver.unavoidable }, root, () => this.cost)
    return { scale, ...(leftOver.proof && { leftOver: leftOver.proof }), root: proof }
  }

  private inParts(prices: Float64Array): Float64Array {
    return prices.map((price) => Math.round(price * this.scale))
  }

  /** The least that must be left over: a question of its own, as prices of everything together do not count whole groups. */
  private proveLeftOver(): { unavoidable: number; proof?: Proof } {
    const { table, scale } = this
    const only = withoutWays(table)
    const counts = Int32Array.from(table.classes, ({ groups }) => groups.length)
    const { prices, work } = relax(only, table.room, counts, this.beginning(), this.limits.work)
    this.work += work
    const proof = this.prove('LEFT_OVER', this.inParts(prices), () => Math.floor(this.cost / table.leftOver))
    return { unavoidable: Math.max(0, lowestOf(table, 'LEFT_OVER', scale, proof)), proof }
  }

  /** The best prices beside what is left over in any case. */
  private pricesWith(unavoidable: number): Float64Array {
    const { table } = this
    const counts = Int32Array.from(table.classes, ({ groups }) => groups.length)
    const { prices, work } = relax(table, table.room, counts, this.beginning(), this.limits.work, unavoidable)
    this.work += work
    return this.inParts(prices)
  }

  /** Proves as much as it can, and finds what is better on the way. The search looks a little above the bound first. */
  private prove(objective: Objective, prices: Float64Array, counts: () => number): Proof {
    const { table, scale } = this
    const open = allOpen(table, objective, scale)
    const least = Math.ceil(boundAt(open, prices).least / scale)
    let proven: { proof: Proof; lowest: number } = {
      proof: { node: { prices: sparse(prices) } },
      lowest: least,
    }
    const { unavoidable } = objective === 'LEFT_OVER' ? { unavoidable: 0 } : objective
    // Among so many possibilities telling single groups apart proves nothing in time.
    if (table.classes.length * table.shelters > LARGEST) {
      this.finished = false
      return proven.proof
    }
    let step = Math.max(1, Math.ceil((least - unavoidable * table.leftOver) / 10_000))
    while (proven.lowest < counts()) {
      const ceiling = Math.min(counts(), least + step)
      const branching = new Branching(
        open,
        prices,
        { scale, ceiling, work: this.limits.work - this.work },
        (spread) => this.take(objective, spread),
      )
      const { node, claim, how, work } = branching.run()
      this.work += work
      if (how !== 'BETTER') {
        const proof: Proof = { claim, node }
        const lowest = lowestOf(table, objective, scale, proof)
        if (lowest > proven.lowest) proven = { proof, lowest }
      }
      // An end that proves nothing new would come again: the numbers of the relaxation were not good enough.
      if (how === 'SPENT' || (how === 'ENDED' && claim === ceiling && proven.lowest < ceiling)) {
        this.finished = false
        break
      }
      if (claim === ceiling) step = Math.ceil(step * 1.5)
    }
    return proven.proof
  }

  /** Keeps what the search has found if it is better; answers what it counts. */
  private take(objective: Objective, spread: Spread): number {
    const { table } = this
    const packing = new Packing(table)
    if (!packing.spread(spread)) return Infinity
    this.keep(packing)
    return objective === 'LEFT_OVER' ? Math.floor(packing.cost / table.leftOver) : packing.cost
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

  /** Where whole classes are in the best placement so far: a beginning for the relaxation. */
  private beginning(): Int32Array {
    return Int32Array.from(this.table.classes, ({ groups }, at) => {
      const shelter = this.best.shelterOf(at, 0)
      return groups.every((_group, n) => this.best.shelterOf(at, n) === shelter) ? shelter : -1
    })
  }
}

const sparse = (prices: Float64Array): [number, number][] =>
  [...prices.entries()].filter(([, price]) => price > 0)
