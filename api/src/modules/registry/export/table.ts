/** A cell: text, a number, or nothing known. Nothing known is written as a blank, never as 0. */
export type Cell = string | number | null

/** One record of a file that is handed out. */
export interface Entry {
  readonly cells: readonly Cell[]
  readonly point: { readonly latitude: number; readonly longitude: number } | null
}

/** What a file holds besides its rows: where the facts come from, on what terms, and how to read the cells. */
export interface About {
  readonly title: string
  /** Day it was made, in Japan. */
  readonly madeOn: string
  readonly notes: readonly string[]
}

/** A table that is read while it is written, so that its length does not matter. */
export interface ExportTable {
  readonly about: About
  readonly columns: readonly string[]
  readonly portions: AsyncIterable<readonly Entry[]>
}

/** Text of a cell; a number as it stands. */
export const textOf = (cell: Cell): string => (cell === null ? '' : String(cell))
