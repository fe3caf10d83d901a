// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import type { Table } from './problem.ts'

/** A placement while it is being made: what is used where, and what it counts. */
export class Packing {
  readonly table: Table
  readonly room: Float64Array
  /** Groups in a row: those of class 0, of class 1, … */
  readonly first: Int32Array
  readonly classOf: Int32Array
  readonly at: Int32Array
  readonly members: Set<number>[]
  cost: number

  constructor(table: Table) {
    this.table = table
    this.room = Float64Array.from(table.room)
    this.first = new Int32Array(table.classes.length + 1)
    this.cost = 0
    for (const [at, { groups, leaving }] of table.classes.entries()) {
      this.first[at + 1] = this.first[at]! + groups.length
      this.cost += groups.length * leaving
    }
    const count = this.first[table.classes.length]!
    this.at = new Int32Array(count).fill(-1)
    this.classOf = new Int32Array(count)
    for (const [at, { groups }] of table.classes.entries())
      this.classOf.fill(at, this.first[at], this.first[at]! + groups.length)
    this.members = Array.from({ length: table.shelters }, () => new Set<number>())
  }

  shelterOf(at: number, n: number): number {
    return this.at[this.first[at]! + n]!
  }

  put(at: number, n: number, shelter: number): void {
    this.move(this.first[at]! + n, shelter)
  }

  /** Puts the next group of a class that is nowhere yet. */
  place(at: number, shelter: number): void {
    for (let group = this.first[at]!; group < this.first[at + 1]!; group++) {
      if (this.at[group]! < 0) return this.move(group, shelter)
    }
  }

  /** Puts groups into shelters as far as they are somewhere; answers whether all had room. */
  spread(groups: readonly (readonly [at: number, shelter: number, count: number])[]): boolean {
    for (const [at, shelter, count] of groups) {
      if (shelter < 0) continue
      for (let n = 0; n < count; n++) {
        if (!this.fits(at, shelter)) return false
        this.place(at, shelter)
      }
    }
    return true
  }

  copy(): Packing {
    const copy = new Packing(this.table)
    for (const [group, shelter] of this.at.entries()) copy.move(group, shelter)
    return copy
  }

  costIn(at: number, shelter: number): number {
    return shelter < 0
      ? this.table.classes[at]!.leaving
      : this.table.burden[at * this.table.shelters + shelter]!
  }

  fits(at: number, shelter: number): boolean {
    if (shelter < 0) return true
    const base = shelter * this.table.rows
    for (const [row, amount] of this.table.classes[at]!.uses)
      if (amount > this.room[base + row]!) return false
    return true
  }

  move(group: number, shelter: number): void {
    const at = this.classOf[group]!
    const old = this.at[group]!
    if (old === shelter) return
    const { rows, classes } = this.table
    const { uses } = classes[at]!
    if (old >= 0) {
      for (const [row, amount] of uses) this.room[old * rows + row]! += amount
      this.members[old]!.delete(group)
    }
    if (shelter >= 0) {
      for (const [row, amount] of uses) this.room[shelter * rows + row]! -= amount
      this.members[shelter]!.add(group)
    }
    this.cost += this.costIn(at, shelter) - this.costIn(at, old)
    this.at[group] = shelter
  }
}

/** Shelters a group tries before it is content, and those an exchange tries for the other one. */
const TRIES = 12

/** Moves groups to where they count less, alone or in exchange with one that goes elsewhere. Answers the work done. */
export function improve(packing: Packing, rounds: number): number {
  const { table } = packing
  const ranked: (Int32Array | undefined)[] = []
  let work = 0
  const ranking = (at: number) => {
    const known = ranked[at]
    if (known) return known
    const row = at * table.shelters
    const burden = (shelter: number) => table.burden[row + shelter]!
    const found = Int32Array.from(
      Array.from({ length: table.shelters }, (_, shelter) => shelter)
        .filter((shelter) => burden(shelter) < Infinity)
        .toSorted((one, other) => burden(one) - burden(other) || one - other),
    )
    work += table.shelters * 4
    ranked[at] = found
    return found
  }
  /** The cheapest other place for a group beside what is there now. */
  const elsewhere = (at: number, not: number): number => {
    let tries = 0
    for (const shelter of ranking(at)) {
      work++
      if (shelter !== not && packing.fits(at, shelter)) return shelter
      if (++tries >= TRIES * 4) break
    }
    return -1
  }

  for (let round = 0; round < rounds; round++) {
    let changed = false
    for (let group = 0; group < packing.at.length; group++) {
      const at = packing.classOf[group]!
      const old = packing.at[group]!
      const now = packing.costIn(at, old)
      let tries = 0
      for (const shelter of ranking(at)) {
        const then = packing.costIn(at, shelter)
        if (then >= now || (old >= 0 && tries++ >= TRIES)) break
        if (packing.fits(at, shelter)) {
          packing.move(group, shelter)
          changed = true
          break
        }
        if (exchange(group, at, old, shelter, now - then)) {
          changed = true
          break
        }
      }
    }
    if (!changed) break
  }
  return work

  /** Lets the group in for another one that loses less by going elsewhere. */
  function exchange(group: number, at: number, old: number, shelter: number, gain: number): boolean {
    for (const other of Array.from(packing.members[shelter]!)) {
      work++
      const kind = packing.classOf[other]!
      if (kind === at) continue
      packing.move(other, -1)
      if (packing.fits(at, shelter)) {
        packing.move(group, shelter)
        const where = elsewhere(kind, shelter)
        if (packing.costIn(kind, where) - packing.costIn(kind, shelter) < gain) {
          packing.move(other, where)
          return true
        }
        packing.move(group, old)
      }
      packing.move(other, shelter)
    }
    return false
  }
}
