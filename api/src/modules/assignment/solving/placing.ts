// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import { improve, Packing } from './packing.ts'
import type { Open } from './bounds.ts'
import { Branching } from './branching.ts'
import type { Table } from './problem.ts'
import { relax } from './relaxation.ts'

export interface Limits {
  /** Work allowed, counted in prices looked at, so that the answer does not depend on how busy the machine is. */
  readonly work: number
}

/** Work allowed for a few shelters at a time. */
const LOCAL = 2e7

export type Relaxed = readonly (readonly [at: number, shelter: number, groups: number])[]

/** Finds placements from prices, and keeps the best of them. How good it is, is proven elsewhere (`solve.ts`). */
export abstract class Placing {
  readonly table: Table
  /** Prices are in parts of a unit, so that they can be whole: 1 / scale. */
  readonly scale: number
  readonly limits: Limits
  /** The best placement so far, and what it counts. */
  best: Packing
  cost: number
  work = 0

  constructor(table: Table, limits: Limits) {
    this.table = table
    this.limits = limits
    const all = table.classes.reduce((sum, { leaving, groups }) => sum + leaving * groups.length, 1)
    this.scale = Math.max(1, Math.min(2 ** 14, 2 ** Math.floor(Math.log2(2 ** 50 / all))))
    this.best = new Packing(table)
    this.cost = this.best.cost
  }

  /**
   * A placement from the relaxation: what is whole in it stays, of what is divided the largest part, and the rest is asked
   * again with the room that is left.
   */
  protected dive(packing: Packing, waiting: Int32Array, first: Relaxed | null, prices: Float64Array): void {
    const { table } = this
    const nowhere = new Int32Array(table.classes.length).fill(-1)
    const settle = (at: number, shelter: number): boolean => {
      if (waiting[at] === 0 || !packing.fits(at, shelter)) return false
      waiting[at]! -= 1
      if (shelter >= 0) packing.place(at, shelter)
      return true
    }
    let placed = first
    while (waiting.some((count) => count > 0)) {
      if (!placed) {
        const again = relax(table, packing.room, waiting, nowhere, this.limits.work)
        this.work += again.work
        placed = again.placed
      }
      const parts: { at: number; shelter: number; part: number }[] = []
      let settled = 0
      for (const [at, shelter, groups] of placed) {
        const whole = Math.floor(groups + 1e-3)
        for (let n = 0; n < whole; n++) if (settle(at, shelter)) settled++
        if (groups - whole > 1e-3) parts.push({ at, shelter, part: groups - whole })
      }
      parts.sort((one, other) => other.part - one.part || one.at - other.at || one.shelter - other.shelter)
      const enough = settled > 0 ? 0 : Math.max(1, Math.ceil(parts.length / 20))
      let more = 0
      for (const { at, shelter, part } of parts) {
        if (more >= enough && part < 0.9) break
        if (shelter >= 0 && settle(at, shelter)) more++
      }
      if (settled + more === 0) break
      placed = null
    }
    this.complete(packing, prices, 3)
  }

  /**
   * Makes the best placement better: frees everybody in a few shelters around a group that is dear where it is, and looks for
   * the best for them alone, until that was in vain `patience` times in a row.
   */
  protected polish(whole: Open, prices: Float64Array, bound: number, patience: number): void {
    const { table, scale } = this
    const { shelters, rows, classes, burden } = table
    const charge = (at: number, shelter: number) => {
      if (shelter < 0) return classes[at]!.leaving * scale
      let price = burden[at * shelters + shelter]! * scale
      for (const [row, amount] of classes[at]!.uses) price += amount * prices[shelter * rows + row]!
      return price
    }
    const nearest = classes.map((_kind, at) => {
      const best: [number, number][] = []
      for (let shelter = 0; shelter < shelters; shelter++) {
        const price = charge(at, shelter)
        if (price < Infinity) best.push([shelter, price])
      }
      return best.toSorted(([one, cheap], [other, dear]) => cheap - dear || one - other).slice(0, 8)
    })
    this.work += classes.length * shelters
    let seed = 1
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed / 2_147_483_648
    }
    for (let vain = 0; vain < patience && !this.isProven(bound); vain++) {
      if (this.work > this.limits.work) return
      const packing = this.best.copy()
      // Who loses most against the prices, now and then somebody else.
      const losses = [...packing.at.keys()]
        .map((group) => {
          const at = packing.classOf[group]!
          return [group, charge(at, packing.at[group]!) - (nearest[at]![0]?.[1] ?? Infinity)] as const
        })
        .filter(([, loss]) => loss > 0)
        .toSorted(([one, little], [other, much]) => much - little || one - other)
      if (losses.length === 0) return
      const [first] = losses[Math.floor(random() ** 2 * losses.length)]!
      const open = new Set<number>()
      const queue = [first]
      while (open.size < 10 && queue.length > 0) {
        const group = queue.splice(Math.floor(random() * queue.length), 1)[0]!
        const at = packing.classOf[group]!
        const wanted = [packing.at[group]!, ...nearest[at]!.slice(0, 4).map(([shelter]) => shelter)]
        for (const shelter of wanted) {
          if (shelter < 0 || open.has(shelter) || open.size >= 10) continue
          open.add(shelter)
          queue.push(...packing.members[shelter]!)
        }
      }
      let now = 0
      for (const shelter of open) {
        for (const group of Array.from(packing.members[shelter]!)) {
          now += packing.costIn(packing.classOf[group]!, shelter)
          packing.move(group, -1)
        }
      }
      const waiting = new Int32Array(classes.length)
      for (const [group, at] of packing.classOf.entries()) {
        if (packing.at[group]! >= 0 || !nearest[at]!.some(([shelter]) => open.has(shelter))) continue
        if (this.best.at[group]! < 0) now += classes[at]!.leaving
        waiting[at]! += 1
      }
      this.work += packing.at.length * 8
      const room = Float64Array.from([...packing.room, 0])
      const choices = whole.choices.map(({ options }, at) => ({
        count: waiting[at]!,
        options: waiting[at] === 0 ? [] : options.filter(({ shelter }) => shelter < 0 || open.has(shelter)),
      }))
      const local = new Branching(
        { room, spent: 0, choices },
        prices,
        { scale, ceiling: now, work: LOCAL },
        (spread) => {
          const trial = packing.copy()
          if (!trial.spread(spread)) return Infinity
          this.keep(trial)
          return spread.reduce((sum, [at, shelter, groups]) => sum + groups * packing.costIn(at, shelter), 0)
        },
      )
      const before = this.cost
      this.work += local.run().work
      if (this.cost < before) vain = 0
    }
  }

  protected keep(packing: Packing): void {
    if (packing.cost < this.cost) {
      this.best = packing
      this.cost = packing.cost
    }
  }

  protected isProven(bound: number): boolean {
    return Math.ceil(bound / this.scale) >= this.cost
  }

  /** A placement from prices. */
  protected begin(prices: Float64Array, rounds: number): void {
    this.complete(new Packing(this.table), prices, rounds)
  }

  /** Puts whoever is nowhere yet, who would lose most by going elsewhere first; then moves and exchanges. */
  protected complete(packing: Packing, prices: Float64Array, rounds: number): void {
    const { table, scale } = this
    const waiting: { group: number; at: number; regret: number }[] = []
    const unplaced = new Map<number, number[]>()
    for (const [group, shelter] of packing.at.entries()) {
      if (shelter >= 0) continue
      const at = packing.classOf[group]!
      const among = unplaced.get(at)
      if (among) among.push(group)
      else unplaced.set(at, [group])
    }
    const charge = (at: number, shelter: number) => {
      let price = table.burden[at * table.shelters + shelter]! * scale
      for (const [row, amount] of table.classes[at]!.uses) {
        price += amount * prices[shelter * table.rows + row]!
      }
      return price
    }
    for (const [at, groups] of unplaced) {
      const { leaving, size } = table.classes[at]!
      let [first, second] = [leaving * scale, leaving * scale]
      for (let shelter = 0; shelter < table.shelters; shelter++) {
        const price = charge(at, shelter)
        if (price < first) [first, second] = [price, first]
        else if (price < second) second = price
      }
      for (const group of groups) waiting.push({ group, at, regret: second - first + size })
    }
    this.work += unplaced.size * table.shelters
    waiting.sort((one, other) => other.regret - one.regret || one.group - other.group)
    for (const { group, at } of waiting) {
      let [least, where] = [table.classes[at]!.leaving * scale, -1]
      for (let shelter = 0; shelter < table.shelters; shelter++) {
        const price = charge(at, shelter)
        if (price < least && packing.fits(at, shelter)) [least, where] = [price, shelter]
      }
      if (where >= 0) packing.move(group, where)
    }
    this.work += waiting.length * table.shelters
    this.work += improve(packing, rounds)
    this.keep(packing)
  }
}
