import { builder } from '../graphql/builder.ts'
import type { ModelName } from '../ids.ts'
import type { Viewer } from '../viewer.ts'
import { rowRef } from './connection.ts'
import { built, rowFields, type RowFields } from './fields.ts'
import { nodeRef } from './node-interface.ts'
import type { Make } from './pothos.ts'
import { declare } from './registry.ts'
import type { Where } from './types.ts'

export interface ModelOptions<M extends ModelName> {
  readonly description: string
  /**
   * Which rows a viewer may know of. The compiler adds it to every list, relation, count and look-up of this model.
   * An empty filter is every row.
   */
  readonly visibleTo: (viewer: Viewer) => Where<M>
  /** What a token's scopes must name for this model to be read, by whatever way. */
  readonly scope: string
  readonly fields: (t: RowFields<M>) => Readonly<Record<string, Make>>
}

/** Puts a model into the graph, under its name in Prisma. The module that owns the table does so, once. */
export function model<const M extends ModelName>(name: M, options: ModelOptions<M>) {
  declare(name, options)
  const fields = options.fields(rowFields(name))
  const ref = rowRef(name)
  ref.implement({
    description: options.description,
    interfaces: 'id' in fields ? [nodeRef] : [],
    fields: (t) => built(t, fields),
  })
  return ref
}

/** Adds fields to a type that another module owns. */
export function extend<const M extends ModelName>(
  name: M,
  fields: (t: RowFields<M>) => Readonly<Record<string, Make>>,
): void {
  const more = fields(rowFields(name))
  builder.objectFields(rowRef(name), (t) => built(t, more))
}
