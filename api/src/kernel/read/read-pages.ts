import {
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql'
import type { GraphContext } from '../graphql/context.ts'
import type { ModelName } from '../ids.ts'
import { compile, type RootRead } from './compile.ts'
import { runStatement } from './execute.ts'
import { byKey, keyOrdering } from './key.ts'
import { visibilityFor } from './registry.ts'
import type { Page, Row } from './result.ts'
import { walkRow, type Walk } from './selection.ts'
import { noPageNeeds, type Filter, type PageNeeds, type RowNeeds } from './tree.ts'
import { Unsupported } from './unsupported.ts'

type Context = Pick<GraphContext, 'viewer' | 'readPool' | 'clock'>
type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'fieldNodes' | 'returnType'>

/** A walk through what was selected below a field. */
export const walkOf = ({ viewer, clock }: Pick<Context, 'viewer' | 'clock'>, info: Walk['info']): Walk => ({
  info,
  viewer,
  now: clock.now(),
})

/** Reads lists, with everything selected below them, in one statement. */
export async function readPages(context: Context, reads: readonly RootRead[]): Promise<Page[]> {
  const statement = compile(reads, visibilityFor(context.viewer))
  const { rows } = await runStatement(context.readPool, statement.text, statement.values)
  return statement.read(rows[0] ?? [])
}

/** Reads one list. */
export async function readPage(context: Context, read: RootRead): Promise<Page> {
  const [page] = await readPages(context, [read])
  if (!page) throw new Unsupported('a statement without an answer')
  return page
}

/** Reads the one row a unique filter finds, if the viewer may see it. */
export async function readUnique(
  context: Context,
  info: Info,
  model: ModelName,
  filter: Filter,
): Promise<Row | null> {
  const type = getNamedType(info.returnType)
  if (!isObjectType(type) || type.name !== model)
    throw new Unsupported(`a ${model} for a field of type ${type.name}`)
  const rows = walkRow(walkOf(context, info), model, type, info.fieldNodes)
  const page = await readPage(context, { model, page: rowsWhere(model, filter, rows, 1) })
  return page.nodes[0] ?? null
}

/**
 * Reads one record for a field that returns it, as the viewer may see it: how a mutation shows what it did. `id` is
 * the record's key, not its global id.
 */
export const readOne = (info: Info, model: ModelName, id: string, context: Context): Promise<Row | null> =>
  readUnique(context, info, model, byKey(model, id))

/** The rows of a filter, up to a number, without the trimmings of a connection. */
export const rowsWhere = (model: ModelName, filter: Filter, rows: RowNeeds, size: number): PageNeeds => ({
  ...noPageNeeds(filter, keyOrdering(model), { size, backward: false, after: null, before: null }),
  rows,
  nodes: true,
})

/** The field that is being resolved. */
export function fieldOf({ parentType, fieldName }: GraphQLResolveInfo): GraphQLField<unknown, unknown> {
  const field = parentType.getFields()[fieldName]
  if (!field) throw new Unsupported(`${parentType.name} has no field ${fieldName}`)
  return field
}

/** The object type of a model in the schema that is being executed. */
export function objectType(info: Info, model: string): GraphQLObjectType {
  const type = info.schema.getType(model)
  if (!isObjectType(type)) throw new Unsupported(`${model} is no type of the schema`)
  return type
}
