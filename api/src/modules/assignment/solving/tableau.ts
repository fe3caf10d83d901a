// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work

/** A possibility of a class: one group of it in a shelter, or left over. */
export interface Column {
  /** A row of `counts`. */
  readonly kind: number
  readonly cost: number
  /** What one group uses: pairs of a row of `room` and an amount. */
  readonly uses: readonly (readonly [row: number, amount: number])[]
}

/** A linear program: every class spread over its columns, within the room of every row, at the least cost. */
export interface Program {
  readonly columns: readonly Column[]
  /** Groups of each class; each has a column at least. */
  readonly counts: readonly number[]
  readonly room: readonly number[]
}

const TINY = 1e-9
/** Nothing smaller is divided by. */
const SMALL = 1e-6
/** What may be beyond a bound without being put right. */
const LOOSE = 1e-7
/** After so many exchanges the tableau is made anew, so that errors do not add up. */
const FRESH = 1_000

/**
 * The dual simplex over a whole tableau. Bounds of columns may be changed at will and in any order: what is there goes on
 * from where it stands, because a column with two bounds is right at one of them whatever its price. Not exact: whoever
 * uses the prices rounds them and counts with whole numbers.
 */
export class Tableau {
  readonly least: Float64Array
  readonly most: Float64Array
  work = 0
  private readonly program: Program
  /** Columns, then the unused room of each row. */
  private readonly width: number
  private lines: Float64Array[] = []
  /** What stands on the right of each line. */
  private right: Float64Array
  /** What a column costs more than those that are in use; and what all that is on the right costs. */
  private dear: Float64Array
  private base = 0
  private readonly inLine: Int32Array
  private readonly lineOf: Int32Array
  private readonly isHigh: Uint8Array
  private readonly value: Float64Array
  private reached = 0
  private exchanges = 0

  constructor(program: Program) {
    this.program = program
    const { columns, counts, room } = program
    this.width = columns.length + room.length
    const height = counts.length + room.length
    this.least = new Float64Array(this.width)
    this.most = new Float64Array(this.width).fill(Infinity)
    for (const [at, { kind }] of columns.entries()) this.most[at] = counts[kind]!
    this.right = new Float64Array(height)
    this.dear = new Float64Array(this.width)
    this.inLine = new Int32Array(height)
    this.lineOf = new Int32Array(this.width)
    this.isHigh = new Uint8Array(this.width)
    this.value = new Float64Array(height)
    this.lay()
  }

  /** The tableau in which every class is where it costs least. */
  private lay(): void {
    const { columns, counts, room } = this.program
    const cheapest = new Int32Array(counts.length).fill(-1)
    for (const [at, { kind, cost }] of columns.entries()) {
      if (cheapest[kind]! < 0 || cost < columns[cheapest[kind]!]!.cost) cheapest[kind] = at
    }
    this.lines = Array.from(this.right, () => new Float64Array(this.width))
    this.lineOf.fill(-1)
    this.base = 0
    for (const [kind, at] of cheapest.entries()) {
      this.inLine[kind] = at
      this.lineOf[at] = kind
      this.right[kind] = counts[kind]!
      this.base += counts[kind]! * columns[at]!.cost
    }
    for (const [row, most] of room.entries()) {
      const line = counts.length + row
      this.inLine[line] = columns.length + row
      this.lineOf[columns.length + row] = line
      this.right[line] = most
      this.lines[line]![columns.length + row] = 1
      this.dear[columns.length + row] = 0
    }
    for (const at of cheapest) {
      const { kind, uses } = columns[at]!
      for (const [row, amount] of uses) this.right[counts.length + row]! -= amount * counts[kind]!
    }
    for (const [at, { kind, cost, uses }] of columns.entries()) {
      const key = columns[cheapest[kind]!]!
      this.lines[kind]![at] = 1
      this.dear[at] = cost - key.cost
      for (const [row, amount] of uses) this.lines[counts.length + row]![at]! += amount
      for (const [row, amount] of key.uses) this.lines[counts.length + row]![at]! -= amount
    }
    this.exchanges = 0
  }

  /** Makes the tableau anew with the same columns in use. */
  refresh(): void {
    const used = Int32Array.from(this.inLine)
    this.lay()
    const wanted = new Uint8Array(this.width)
    for (const at of used) wanted[at] = 1
    for (const at of used) {
      if (this.lineOf[at]! >= 0) continue
      let [best, where] = [TINY * 10, -1]
      for (const [line, values] of this.lines.entries()) {
        if (wanted[this.inLine[line]!]) continue
        const size = Math.abs(values[at]!)
        if (size > best) [best, where] = [size, line]
      }
      if (where >= 0) this.exchange(where, at)
    }
    this.exchanges = 0
  }

  /** Values of what is in use, after bounds were changed. */
  settle(): void {
    if (this.exchanges > FRESH) this.refresh()
    this.value.set(this.right)
    this.reached = this.base
    for (let at = 0; at < this.width; at++) {
      if (this.lineOf[at]! >= 0) continue
      this.isHigh[at] = this.dear[at]! < 0 && this.most[at]! < Infinity ? 1 : 0
      const now = this.isHigh[at] ? this.most[at]! : this.least[at]!
      if (now === 0) continue
      this.reached += this.dear[at]! * now
      for (const [line, values] of this.lines.entries()) this.value[line]! -= values[at]! * now
      // Going across all lines is as dear as many numbers of one.
      this.work += this.lines.length * 4
    }
    this.work += this.width
  }

  private exchange(line: number, enters: number): void {
    const own = this.lines[line]!
    const pivot = own[enters]!
    const filled: number[] = []
    for (let at = 0; at < this.width; at++) {
      const value = own[at]!
      if (value === 0) continue
      if (value > -1e-12 && value < 1e-12) own[at] = 0
      else {
        own[at] = value / pivot
        filled.push(at)
      }
    }
    own[enters] = 1
    this.right[line]! /= pivot
    for (const [other, values] of this.lines.entries()) {
      if (other === line) continue
      const factor = values[enters]!
      if (factor === 0) continue
      for (const at of filled) values[at]! -= factor * own[at]!
      values[enters] = 0
      this.right[other]! -= factor * this.right[line]!
      this.work += filled.length
    }
    this.work += this.width + this.lines.length * 4
    const factor = this.dear[enters]!
    if (factor !== 0) {
      for (const at of filled) this.dear[at]! -= factor * own[at]!
      this.base += factor * this.right[line]!
    }
    this.dear[enters] = 0
    const gone = this.inLine[line]!
    this.lineOf[gone] = -1
    this.inLine[line] = enters
    this.lineOf[enters] = line
    this.exchanges++
  }

  /** Goes on until nothing is beyond its bounds, or the cost is beyond what is asked. */
  solve(ceiling: number): { readonly cost: number; readonly prices: Float64Array } {
    const { value, inLine, least, most, dear } = this
    for (let turn = 0; ; turn++) {
      if (this.reached >= ceiling || turn > 20_000) return { cost: this.reached, prices: this.prices() }
      let [line, beyond] = [-1, LOOSE]
      for (let at = 0; at < value.length; at++) {
        const column = inLine[at]!
        const over = Math.max(least[column]! - value[at]!, value[at]! - most[column]!)
        if (over > beyond) [line, beyond] = [at, over]
      }
      if (line < 0) return { cost: this.reached, prices: this.prices() }
      const leaves = inLine[line]!
      const isLow = value[line]! < least[leaves]!
      const own = this.lines[line]!
      let [enters, ratio, size] = [-1, Infinity, 0]
      for (let at = 0; at < this.width; at++) {
        if (this.lineOf[at]! >= 0 || least[at] === most[at]) continue
        const by = own[at]!
        if (by > -SMALL && by < SMALL) continue
        // What rises where it must rise, and falls where it must fall.
        if ((by < 0 === isLow) === (this.isHigh[at] === 1)) continue
        const next = Math.abs(dear[at]! / by)
        if (next < ratio - 1e-10 || (next <= ratio + 1e-10 && Math.abs(by) > size))
          [enters, ratio, size] = [at, Math.min(ratio, next), Math.abs(by)]
      }
      this.work += this.width
      if (enters < 0) {
        // Nothing gives way: along this line the prices rise without end.
        const far = (ceiling - this.reached + 2) / beyond
        return { cost: Infinity, prices: this.prices(isLow ? -far : far, own) }
      }
      const bound = isLow ? least[leaves]! : most[leaves]!
      const by = own[enters]!
      const change = (value[line]! - bound) / by
      const from = this.isHigh[enters] ? most[enters]! : least[enters]!
      this.reached += Math.abs(dear[enters]! * change)
      for (const [other, values] of this.lines.entries()) {
        const factor = values[enters]!
        if (factor !== 0) value[other]! -= factor * change
      }
      value[line] = from + change
      this.isHigh[leaves] = isLow ? 0 : 1
      this.exchange(line, enters)
    }
  }

  private prices(far = 0, own?: Float64Array): Float64Array {
    const { columns, room } = this.program
    return Float64Array.from(room, (_most, row) => {
      const at = columns.length + row
      return Math.max(0, this.dear[at]! - far * (own?.[at] ?? 0))
    })
  }

  /** How many groups a column has now. */
  groupsIn(column: number): number {
    const line = this.lineOf[column]!
    if (line >= 0) return this.value[line]!
    return this.isHigh[column] ? this.most[column]! : this.least[column]!
  }

  /** What is divided: its part beyond a whole number, and the least it costs to make it fewer or more. */
  *divided(): Generator<{ column: number; groups: number; fewer: number; more: number }> {
    for (const [line, column] of this.inLine.entries()) {
      if (column >= this.program.columns.length) continue
      const groups = this.value[line]!
      const part = groups - Math.floor(groups)
      if (part < 1e-5 || part > 1 - 1e-5) continue
      let [fewer, more] = [Infinity, Infinity]
      const own = this.lines[line]!
      for (let at = 0; at < this.width; at++) {
        if (this.lineOf[at]! >= 0 || this.least[at] === this.most[at]) continue
        const by = this.isHigh[at] ? -own[at]! : own[at]!
        if (by > TINY) fewer = Math.min(fewer, Math.abs(this.dear[at]!) / by)
        else if (by < -TINY) more = Math.min(more, Math.abs(this.dear[at]!) / -by)
      }
      this.work += this.width
      yield { column, groups, fewer: fewer * part, more: more * (1 - part) }
    }
  }
}
