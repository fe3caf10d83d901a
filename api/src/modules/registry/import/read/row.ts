import type { Reading } from '../../rules/reading.ts'
import { plain } from '../../rules/text.ts'
import type { ProblemWeight, RowProblem } from '../reading.ts'
import type { Field } from './fields.ts'
import type { FoundColumn } from './headings.ts'
import type { RefusalCode, RowProblemCode } from './problems.ts'

/** Where the fields of a table stand, made once for all its rows. */
export class Columns {
  /** The names of the headings, each its own. */
  readonly headings: readonly string[]
  readonly encoding: string | null
  readonly #positions: ReadonlyMap<Field, readonly number[]>

  constructor(headings: readonly string[], columns: readonly FoundColumn[], encoding: string | null) {
    this.headings = headings
    this.encoding = encoding
    this.#positions = new Map(columns.map(({ field, positions }) => [field, positions]))
  }

  positionsOf(field: Field): readonly number[] {
    return this.#positions.get(field) ?? []
  }
}

// What a spreadsheet shows instead of a value it does not have.
const FAULT = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|#+)$/

// Shift_JIS has no sign for some characters; programs write ? or 〓 in their place.
const LOST = /\ufffd|〓|[^\0-\x7f]\?|\?[^\0-\x7f]/

/** One row while it is being read: gives its cells by field and keeps what there is to tell about them. */
export class Row {
  readonly #columns: Columns
  readonly #cells: readonly string[]
  readonly #problems: RowProblem[] = []

  constructor(columns: Columns, cells: readonly string[]) {
    this.#columns = columns
    this.#cells = cells
  }

  get problems(): readonly RowProblem[] {
    return this.#problems
  }

  get refused(): boolean {
    return this.#problems.some(({ weight }) => weight === 'REFUSED')
  }

  has(field: Field): boolean {
    return this.#columns.positionsOf(field).length > 0
  }

  /** The cell of a field without what spreadsheets put around it; blank when there is none. */
  cell(field: Field): string {
    const cell = this.#cells[this.#positionOf(field)] ?? ''
    // ="0670100734" and '0670100734 are how people keep a leading zero.
    return (/^="(.*)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=[0-9])/, '')).trim()
  }

  /** Whether something stood in the cell that a program has lost. */
  isLost(field: Field): boolean {
    const cell = this.cell(field)
    return (
      FAULT.test(cell) || (LOST.test(cell) && (this.#columns.encoding === 'Shift_JIS' || !/\?/.test(cell)))
    )
  }

  /** A cell without which the row is refused. */
  required(field: Field, missing: RefusalCode): string | null {
    const cell = this.cell(field)
    if (this.isLost(field)) return this.refuse('CELL_LOST', field)
    return plain(cell) === '' ? this.refuse(missing, field) : cell
  }

  /** A text; null when blank, undefined when the file has no such column. */
  text(field: Field): string | null | undefined {
    if (!this.has(field)) return undefined
    if (this.isLost(field)) return this.note('CHARACTERS_LOST', field)
    return plain(this.cell(field)) || null
  }

  /** A value read by a rule; null when it cannot be, undefined when the file has no such column. */
  value<Value>(
    field: Field,
    read: (cell: string) => Reading<Value, RowProblemCode>,
    weight: ProblemWeight = 'NOTED',
  ): Value | null | undefined {
    if (!this.has(field)) return undefined
    if (this.isLost(field)) return this.note('CHARACTERS_LOST', field)
    return this.take(field, read(this.cell(field)), weight)
  }

  /** What a rule has read, with what it noted. */
  take<Value>(
    field: Field,
    { value, note, proposal, mended }: Reading<Value, RowProblemCode>,
    weight: ProblemWeight = 'NOTED',
  ): Value | null {
    if (note !== null) this.#tell(weight, note, field, proposal)
    else if (mended !== undefined) this.#tell('MENDED', mended, field, String(value))
    return value
  }

  refuse(code: RefusalCode, field: Field | null, proposal?: string): null {
    return this.#tell('REFUSED', code, field, proposal)
  }

  note(code: RowProblemCode, field: Field | null, proposal?: string): null {
    return this.#tell('NOTED', code, field, proposal)
  }

  mend(code: RowProblemCode, field: Field | null, proposal?: string): null {
    return this.#tell('MENDED', code, field, proposal)
  }

  #tell(
    weight: ProblemWeight,
    code: RowProblemCode,
    field: Field | null,
    proposal: string | undefined,
  ): null {
    const position = field === null ? -1 : this.#positionOf(field)
    const heading = this.#columns.headings[position] ?? null
    const cell = this.#cells[position] ?? ''
    this.#problems.push({ weight, code, heading, cell, proposal: proposal ?? null })
    return null
  }

  /** Of several columns for one field the first that is not blank, else the first. */
  #positionOf(field: Field): number {
    const positions = this.#columns.positionsOf(field)
    return positions.find((position) => (this.#cells[position] ?? '').trim() !== '') ?? positions[0] ?? -1
  }
}
