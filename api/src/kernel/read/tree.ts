/** A Prisma `where`; its shape is checked where it is declared, by Prisma's generated types. */
export type Filter = Readonly<Record<string, unknown>>

/** A Prisma `orderBy`, always as a list. */
export type Ordering = readonly Readonly<Record<string, unknown>>[]

/** A sort key as it stands in a cursor: what the database's JSON says. */
export type KeyValue = string | number | boolean | null

/** What one row must bring for the fields that were selected. Several selections of the same thing add up. */
export interface RowNeeds {
  readonly columns: Set<string>
  /** To-one relations by name. */
  readonly ones: Map<string, RowNeeds>
  /** Connections, by field and arguments. */
  readonly pages: Map<string, RelatedPage>
  /** Counts, by field. */
  readonly counts: Map<string, RelatedCount>
}

export interface RelatedCount {
  readonly relation: string
  readonly filter: Filter
}

/** The part of an ordered list that a connection shows. */
export interface Window {
  readonly size: number
  /** Counted from the end: `last`. */
  readonly backward: boolean
  readonly after: readonly KeyValue[] | null
  readonly before: readonly KeyValue[] | null
}

/** What was selected of a connection. */
export interface PageNeeds {
  readonly filter: Filter
  readonly ordering: Ordering
  readonly window: Window
  rows: RowNeeds | null
  edges: boolean
  nodes: boolean
  cursors: boolean
  hasNext: boolean
  hasPrevious: boolean
  total: boolean
}

export interface RelatedPage extends PageNeeds {
  readonly relation: string
}

export const noNeeds = (): RowNeeds => ({
  columns: new Set(),
  ones: new Map(),
  pages: new Map(),
  counts: new Map(),
})

/** A page of which nothing has been selected yet. */
export const noPageNeeds = (filter: Filter, ordering: Ordering, window: Window): PageNeeds => ({
  filter,
  ordering,
  window,
  rows: null,
  edges: false,
  nodes: false,
  cursors: false,
  hasNext: false,
  hasPrevious: false,
  total: false,
})
