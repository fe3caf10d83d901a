import type { Viewer } from '../viewer.ts'
import type { Filter, Ordering } from './tree.ts'

type Arguments = Readonly<Record<string, unknown>>

/** What a field asks of its row; stands in the field's `extensions.read`. */
export type ReadNeed =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  /** What a policy looks at: columns, and whether rows exist that are related to this one or to its to-one relation. */
  | {
      readonly kind: 'policy'
      readonly columns: readonly string[]
      readonly related: RelatedRows | undefined
    }
  /** The type below shares the row. */
  | { readonly kind: 'group' }
  | { readonly kind: 'one'; readonly relation: string; readonly model: string }
  | {
      readonly kind: 'count'
      readonly relation: string
      readonly model: string
      readonly filter: (args: Arguments, viewer: Viewer, now: Date) => Filter
    }
  | {
      readonly kind: 'many'
      readonly relation: string
      readonly model: string
      readonly filter: (args: Arguments, viewer: Viewer, now: Date) => Filter
      readonly ordering: (args: Arguments) => Ordering
    }

/** Rows whose existence a policy asks about; they are counted in the statement that reads the row. */
export interface RelatedRows {
  /** Where the count stands in the row; one name, one filter. */
  readonly name: string
  /** To-one relation at which they hang; the row itself unless said. */
  readonly through?: string
  readonly relation: string
  readonly where: (viewer: Viewer) => Filter
}

/**
 * Where a field with arguments finds its part of the row. Selections with equal arguments share it, whatever they are
 * called in the response; others never meet. `names` are the field's arguments in `argumentNames`' order.
 */
export function argumentsKey(field: string, names: readonly string[], args: Arguments): string {
  return `${field}(${names.map((name) => written(args[name])).join()})`
}

/** Made for every list of every row, so the usual values take no detour through JSON. */
function written(value: unknown): string {
  if (value == null) return 'null'
  return typeof value === 'number' ? String(value) : JSON.stringify(value, inOneForm)
}

/** Executors build input objects in orders of their own. */
function inOneForm(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The names of a field's arguments in one order, wherever they are listed. */
export const argumentNames = (names: readonly string[]): string[] => names.toSorted()
