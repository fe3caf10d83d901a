import type { ModelName } from '../ids.ts'
import { condition } from './filter.ts'
import { modelOf } from './models.ts'
import type { Where } from './types.ts'
import { createWriter } from './writer.ts'

/** What a root with a statement of its own is written with. */
export interface StatementParts {
  /** The parameters so far. */
  readonly values: readonly unknown[]
  /** Adds a parameter of a type; returns its place. */
  readonly param: (value: unknown, type: string) => string
  /**
   * A filter on the rows of an alias, by the compiler of the lists: so counts, maps and exports beside a list cannot
   * mean something else by it. Visibility is the root's own affair. No alias may be called `t0`, `t1`, ….
   */
  readonly where: <M extends ModelName>(model: M, alias: string, filter: Where<M>) => string
}

/** Starts a statement for `query.custom`. */
export function statementParts(): StatementParts {
  const writer = createWriter(() => ({}))
  return {
    values: writer.values,
    param: (value, type) => `${writer.param(value)}::${type}`,
    where: (model, alias, filter) => condition(writer, modelOf(model), alias, filter),
  }
}
