import type { Issue } from '../../../kernel/problems.ts'

/** One row of a list as a form sends it: with its id if it stood there before. */
export interface SentRow {
  readonly id?: string | null | undefined
}

/** What a list must go through to stand as it was sent. Rows keep their identity, so that their history goes on. */
export interface RowPlan<Row extends SentRow> {
  readonly create: readonly (Omit<Row, 'id'> & { readonly position: number })[]
  readonly keep: readonly {
    readonly id: string
    readonly facts: Omit<Row, 'id'> & { readonly position: number }
  }[]
  readonly remove: readonly string[]
}

/** Compares a list that was sent with the ids that stand. Positions count from one, in the order sent. */
export function planRows<Row extends SentRow>(
  standing: readonly string[],
  sent: readonly Row[],
): RowPlan<Row> {
  const placed = sent.map(({ id, ...facts }, n) => ({ id, facts: { ...facts, position: n + 1 } }))
  const kept = new Set(sent.flatMap(({ id }) => id ?? []))
  return {
    create: placed.flatMap(({ id, facts }) => (id == null ? [facts] : [])),
    keep: placed.flatMap(({ id, facts }) => (id == null ? [] : [{ id, facts }])),
    remove: standing.filter((id) => !kept.has(id)),
  }
}

/** Rows that name a record which is none of the standing ones, or one that came twice. */
export function strangeRows(path: string, standing: readonly string[], sent: readonly SentRow[]): Issue[] {
  const seen = new Set<string>()
  return sent.flatMap(({ id }, n): Issue[] => {
    if (id == null) return []
    const strange = !standing.includes(id) || seen.has(id)
    seen.add(id)
    return strange
      ? [{ path: [path, String(n), 'id'], code: 'WRONG_ID', message: 'no row of this list' }]
      : []
  })
}

/** Rows that say the same name again; width, case and spaces make no difference. */
export function doubledNames<Row>(
  path: string,
  field: keyof Row & string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Issue[] {
  const seen = new Set<string>()
  return rows.flatMap((row, n): Issue[] => {
    const name = nameOf(row)
    const again = seen.has(name)
    seen.add(name)
    return again ? [{ path: [path, String(n), field], code: 'ALREADY_THERE', message: 'stands twice' }] : []
  })
}
