import type { InputFieldMap, InputShapeFromFields, ShapeFromTypeParam, TypeParam } from '@pothos/core'
import { builder } from '../graphql/builder.ts'
import '../graphql/scalars.ts'
import { globalId, type ModelName } from '../ids.ts'
import type { Viewer } from '../viewer.ts'
import { viewerCanRef, type Actions } from './can.ts'
import { connectionComplexity, connectionRef, rowRef } from './connection.ts'
import { columnOf, keyColumn, modelOf, relationOf, type ColumnFacts } from './models.ts'
import { argumentNames, argumentsKey, type ReadNeed } from './need.ts'
import { assertTotal } from './order.ts'
import type { BuilderTypes, Make, RowFieldBuilder } from './pothos.ts'
import { isPublic } from './registry.ts'
import type { Page, Row } from './result.ts'
import { inPrismasTypes } from './revive.ts'
import type { Filter, Ordering } from './tree.ts'
import type { ColumnName, Columns, OrderBy, ReadableColumn, Target, ToMany, ToOne, Where } from './types.ts'
import { Unsupported } from './unsupported.ts'

/** Every field says what it means: unit, source, who may see it. */
interface Described {
  readonly description: string
}

/** Arguments of a field, each with a description. */
export type ArgumentsOf<A extends InputFieldMap> = (arg: ArgumentBuilder) => A
export type ArgumentBuilder = RowFieldBuilder['arg']

export interface ListOptions<M extends ModelName, A extends InputFieldMap> extends Described {
  readonly args?: ArgumentsOf<A>
  /** Narrows the list; what the viewer may not see is left out already. */
  readonly where?: (args: InputShapeFromFields<A>, viewer: Viewer, now: Date) => Where<M>
  /** Gives every row of the list one place: some unique key is among its columns. Each list needs an index in this order. */
  readonly orderBy: OrderBy<M> | ((args: InputShapeFromFields<A>) => OrderBy<M>)
}

export interface CountOptions<M extends ModelName, A extends InputFieldMap> extends Described {
  readonly args?: ArgumentsOf<A>
  readonly where?: (args: InputShapeFromFields<A>, viewer: Viewer, now: Date) => Where<M>
}

/** What a computed field may know besides its row. */
export interface Circumstances<A extends InputFieldMap> {
  readonly args: InputShapeFromFields<A>
  readonly viewer: Viewer
  readonly now: Date
}

export interface ComputedOptions<
  M extends ModelName,
  C extends ColumnName<M>,
  T extends TypeParam<BuilderTypes>,
  N extends boolean,
  A extends InputFieldMap,
> extends Described {
  /** Columns that `resolve` looks at; it gets no others. */
  readonly needs: readonly C[]
  readonly type: T
  readonly nullable?: N
  readonly args?: ArgumentsOf<A>
  readonly resolve: (
    row: Pick<Columns<M>, C>,
    circumstances: Circumstances<A>,
  ) => ShapeFromTypeParam<BuilderTypes, T, N>
}

type Fields = Readonly<Record<string, Make>>

/** The ways to give a model a field. There is no other, so none reads more than the root's one statement. */
export interface RowFields<M extends ModelName> {
  /** The Relay id. A type that has it is a `Node`. */
  id(options?: Partial<Described>): Make
  /** A column as it stands; type and nullability follow the table. */
  column(name: ReadableColumn<M>, options: Described): Make
  /** A related row; null when there is none or the viewer may not see it. */
  one(relation: ToOne<M>, options: Described): Make
  /** Related rows as a connection. */
  many<R extends ToMany<M>, A extends InputFieldMap = {}>(
    relation: R,
    options: ListOptions<Target<M, R>, A>,
  ): Make
  /** The number of related rows the viewer may see. */
  count<R extends ToMany<M>, A extends InputFieldMap = {}>(
    relation: R,
    options: CountOptions<Target<M, R>, A>,
  ): Make
  /** Something worked out from columns, without a query. */
  computed<
    const C extends ColumnName<M>,
    T extends TypeParam<BuilderTypes>,
    N extends boolean = false,
    A extends InputFieldMap = {},
  >(
    options: ComputedOptions<M, C, T, N, A>,
  ): Make
  /** What the viewer may do with this row, and why not: the commands' own policies. */
  can<const N extends Readonly<Record<string, readonly ColumnName<M>[]>>>(actions: Actions<M, N>): Make
  /** Fields of the same row under a name of their own (`address { postalCode }`). */
  group(options: Described & { readonly type: string; readonly fields: (t: RowFields<M>) => Fields }): Make
}

/** The field helpers of one model. */
export function rowFields<M extends ModelName>(name: M): RowFields<M> {
  const model = modelOf(name)

  const filterOf =
    (where: ((args: never, viewer: Viewer, now: Date) => object) | undefined) =>
    (args: object, viewer: Viewer, now: Date): Filter =>
      (where?.(args as never, viewer, now) ?? {}) as Filter

  const fields: RowFields<M> = {
    id: (options) => {
      const key = keyColumn(model)
      return (t) =>
        t.id({
          description: options?.description ?? 'Relay id: opaque, the same in every answer.',
          extensions: needs({ kind: 'columns', columns: [key] }),
          resolve: (row) => globalId(name, String(row[key])),
        })
    },

    column: (column, { description }) => {
      const facts = columnOf(model, column)
      const type = columnType(facts)
      return (t) =>
        t.field({
          // Named at run time, so that the compiler cannot know the type.
          type: (facts.list ? [type] : type) as 'String',
          nullable: !facts.required && !facts.list,
          description,
          extensions: { ...needs({ kind: 'columns', columns: [column] }), ...plain(column) },
          resolve: (row) => row[column] as string,
        })
    },

    one: (relation, { description }) => {
      const facts = relationOf(model, relation)
      const target = facts.model as ModelName
      return (t) =>
        t.field({
          type: rowRef(target),
          nullable: !facts.required || !isPublic(target),
          description,
          extensions: { ...needs({ kind: 'one', relation, model: target }), ...plain(relation) },
          resolve: (row) => row[relation] as Row,
        })
    },

    many: (relation, options) => {
      const facts = relationOf(model, relation)
      const target = facts.model as ModelName
      const shared = facts.join.map(([, other]) => other)
      const ordering = orderingOf(target, options.orderBy as never, shared)
      const filter = filterOf(options.where)
      return (t, field) => {
        const args = { ...pageArguments(t), ...options.args?.(t.arg) }
        const names = argumentNames(Object.keys(args))
        return t.field({
          type: connectionRef(target),
          args,
          description: options.description,
          complexity: connectionComplexity,
          extensions: needs({ kind: 'many', relation, model: target, filter, ordering }),
          resolve: (row, given) => row[argumentsKey(field, names, given)] as Page,
        })
      }
    },

    count: (relation, options) => {
      const target = relationOf(model, relation).model as ModelName
      const filter = filterOf(options.where)
      return (t, field) => {
        const args = { ...options.args?.(t.arg) }
        const names = argumentNames(Object.keys(args))
        return t.int({
          args,
          description: options.description,
          extensions: needs({ kind: 'count', relation, model: target, filter }),
          resolve: (row, given) => row[argumentsKey(field, names, given)] as number,
        })
      }
    },

    computed: (options) => {
      const columns = options.needs
      const revive = inPrismasTypes(model, columns)
      return (t) =>
        t.field({
          type: options.type,
          nullable: options.nullable ?? false,
          args: options.args?.(t.arg) ?? {},
          description: options.description,
          extensions: needs({ kind: 'columns', columns }),
          resolve: (row, args, { viewer, clock }) =>
            options.resolve(revive(row) as never, {
              args: args as never,
              viewer,
              now: clock.now(),
            }) as never,
        })
    },

    can: (actions) => (t, field) =>
      t.field({
        type: viewerCanRef(model, field, actions),
        description: `What the asker may do with this ${name}, by the same policies that the commands ask.`,
        extensions: needs({ kind: 'group' }),
        resolve: (row) => row,
      }),

    group: ({ description, type, fields: inner }) => {
      const ref = builder.objectRef<Row>(type)
      ref.implement({ description, fields: (t) => built(t, inner(fields)) })
      return (t) =>
        t.field({ type: ref, description, extensions: needs({ kind: 'group' }), resolve: (row) => row })
    },
  }
  return fields
}

/** Fields by their names, as Pothos takes them. */
export const built = (t: RowFieldBuilder, fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, make]) => [name, make(t, name)]))

const needs = (read: ReadNeed) => ({ read })

/** Tells Pothos that a field of this name needs no resolver: GraphQL's own property access is the fastest there is. */
const plain = (property: string) => ({ pothosExposedField: property })

const scalars: Readonly<Record<string, string>> = {
  String: 'String',
  Int: 'Int',
  Float: 'Float',
  Boolean: 'Boolean',
  DateTime: 'DateTime',
  Date: 'Date',
  BigInt: 'BigInt',
  Json: 'JSON',
}

function columnType(column: ColumnFacts): string {
  // Pothos finds the enum by its name when the schema is built, and refuses one that no module has declared.
  if (column.kind === 'enum') return column.type
  const scalar = scalars[column.type]
  if (!scalar) throw new Unsupported(`a field of type ${column.type}`)
  return scalar
}

/** The arguments of every connection. */
export const pageArguments = (t: { readonly arg: RowFieldBuilder['arg'] }) => ({
  first: t.arg.int({ description: 'Number of items from the start, 1 to 100. Give this or `last`.' }),
  after: t.arg.string({ description: 'Only items after this cursor.' }),
  last: t.arg.int({ description: 'Number of items from the end, 1 to 100. Give this or `first`.' }),
  before: t.arg.string({ description: 'Only items before this cursor.' }),
})

/** An ordering in which every row has one place; in a list of related rows, the columns they share are `fixed`. */
export function orderingOf(
  target: ModelName,
  orderBy: Ordering | ((args: object) => Ordering),
  fixed: readonly string[] = [],
): (args: object) => Ordering {
  const total = (ordering: Ordering): Ordering => {
    assertTotal(modelOf(target), ordering, fixed)
    return ordering
  }
  if (typeof orderBy === 'function') return (args) => total(orderBy(args))
  const ordering = total(orderBy)
  return () => ordering
}
