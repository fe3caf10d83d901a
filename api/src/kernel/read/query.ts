import type { InputFieldMap, InputShapeFromFields, ShapeFromTypeParam, TypeParam } from '@pothos/core'
import { builder } from '../graphql/builder.ts'
import type { ModelName } from '../ids.ts'
import { logRead } from '../read-log.ts'
import type { Viewer } from '../viewer.ts'
import { authorize, noteOf, type Access } from './access.ts'
import { connectionComplexity, connectionRef, rowRef } from './connection.ts'
import { orderingOf, pageArguments, type ArgumentsOf, type ListOptions } from './fields.ts'
import { keyOf, byKey } from './key.ts'
import type { BuilderTypes } from './pothos.ts'
import { fieldOf, readPage, readUnique, walkOf } from './read-pages.ts'
import { scopeOf } from './registry.ts'
import { walkPage } from './selection.ts'
import { sqlFor, type Sql } from './sql.ts'
import type { Filter } from './tree.ts'
import type { WhereUnique } from './types.ts'

builder.queryType({
  description:
    'Everything that can be read. A list, a relation or a count holds what the asker may see and no more.',
})

interface Root {
  /** Says what is read and who may see it. */
  readonly description: string
  readonly access: Access
}

interface ListQuery<M extends ModelName, A extends InputFieldMap> extends Root, ListOptions<M, A> {
  readonly model: M
}

interface OneQuery<M extends ModelName, A extends InputFieldMap> extends Root {
  readonly model: M
  /** With neither `args` nor `where`, the field takes the record's global id. */
  readonly args?: ArgumentsOf<A>
  /** Finds the record by a unique key; null finds nothing. */
  readonly where?: (args: InputShapeFromFields<A>, viewer: Viewer) => WhereUnique<M> | null
}

interface CustomQuery<
  T extends TypeParam<BuilderTypes>,
  N extends boolean,
  A extends InputFieldMap,
> extends Root {
  /** What a token's scopes must name. */
  readonly scope: string
  readonly type: T
  readonly nullable?: N
  readonly args?: ArgumentsOf<A>
  /** Cost of the field beside its selection; 1 unless said. */
  readonly complexity?: number
  /** Runs a constant number of statements, whatever is selected; visibility is its own affair and needs a test. */
  readonly resolve: (
    args: InputShapeFromFields<A>,
    circumstances: {
      readonly viewer: Viewer
      readonly now: Date
      readonly sql: Sql
      /** Logs that the viewer is shown personal data of these records; awaited before they are answered. */
      readonly logRead: (type: string, ids: readonly string[]) => Promise<void>
    },
  ) => ShapeFromTypeParam<BuilderTypes, T, N> | Promise<ShapeFromTypeParam<BuilderTypes, T, N>>
}

/** A list as a root field: a connection over the rows the viewer may see. */
function list<const M extends ModelName, A extends InputFieldMap = {}>(
  name: string,
  options: ListQuery<M, A>,
): void {
  const { model, access } = options
  const ordering = orderingOf(model, options.orderBy as never)
  builder.queryField(name, (t) =>
    t.field({
      type: connectionRef(model),
      args: { ...pageArguments(t), ...options.args?.(t.arg) },
      description: options.description,
      complexity: connectionComplexity,
      extensions: { access: noteOf(access, scopeOf(model)) },
      async resolve(_root, args, context, info) {
        authorize(context.viewer, access, scopeOf(model))
        const walk = walkOf(context, info)
        const filter = (options.where?.(args as never, walk.viewer, walk.now) ?? {}) as Filter
        const page = walkPage(walk, model, fieldOf(info), info.fieldNodes, args, filter, ordering(args))
        return readPage(context, { model, page })
      },
    }),
  )
}

/** One record as a root field; null when there is none or the viewer may not see it. */
function one<const M extends ModelName, A extends InputFieldMap = {}>(
  name: string,
  options: OneQuery<M, A>,
): void {
  const { model, access, args, where } = options
  builder.queryField(name, (t) =>
    t.field({
      type: rowRef(model),
      nullable: true,
      args: args
        ? args(t.arg)
        : where
          ? {}
          : { id: t.arg.id({ required: true, description: `Relay id of the ${model}.` }) },
      description: options.description,
      extensions: { access: noteOf(access, scopeOf(model)) },
      async resolve(_root, given, context, info) {
        authorize(context.viewer, access, scopeOf(model))
        const filter = where
          ? where(given as never, context.viewer)
          : byKey(model, keyOf(model, (given as { id: string }).id))
        return filter && readUnique(context, info, model, filter as Filter)
      },
    }),
  )
}

/** A root field with SQL of its own, for what is no list of a model. */
function custom<T extends TypeParam<BuilderTypes>, N extends boolean = false, A extends InputFieldMap = {}>(
  name: string,
  options: CustomQuery<T, N, A>,
): void {
  const { access, scope, resolve } = options
  builder.queryField(name, (t) =>
    t.field({
      type: options.type,
      nullable: options.nullable ?? false,
      args: options.args?.(t.arg) ?? {},
      description: options.description,
      complexity: options.complexity ?? 1,
      extensions: { access: noteOf(access, scope) },
      resolve(_root, args, context) {
        const { viewer, clock, readPool } = context
        authorize(viewer, access, scope)
        return resolve(args as never, {
          viewer,
          now: clock.now(),
          sql: sqlFor(readPool),
          logRead: (type, ids) => logRead(context, type, ids),
        }) as never
      },
    }),
  )
}

/** The ways to add a root field that reads. */
export const query = { list, one, custom }
