import { Computed, computedExpression } from './computed.ts'
import { columnOf, modelOf, relationOf, type ColumnFacts, type Model } from './models.ts'
import { at, tableOf, type Writer } from './writer.ts'
import { columnsAt, joined } from './filter.ts'
import type { Ordering } from './tree.ts'
import { Unsupported } from './unsupported.ts'

type Nulls = 'first' | 'last'

/** One sort key, ready to be written. */
export interface SortKey {
  readonly expression: string
  readonly descending: boolean
  /** Where rows without a value go; PostgreSQL puts them last, and first when descending. */
  readonly nulls: Nulls
  readonly nullable: boolean
  /** The column behind the key; null for a count or what is computed. */
  readonly column: ColumnFacts | null
}

/** The sort keys of a Prisma `orderBy`. */
export function sortKeys(writer: Writer, model: Model, alias: string, ordering: Ordering): SortKey[] {
  return ordering.flatMap((keys) =>
    Object.entries(keys).flatMap(([name, wish]) => {
      if (wish instanceof Computed)
        return [sortKey(computedExpression(writer, model, alias, wish), false, false, undefined, null)]
      const field = model.fields[name]
      if (!field) throw new Unsupported(`${model.name} cannot be ordered by ${name}`)
      if (field.kind !== 'relation') return [columnKey(field, at(alias, field), wish)]
      return relationKeys(writer, model, name, alias, wish)
    }),
  )
}

function columnKey(column: ColumnFacts, expression: string, wish: unknown): SortKey {
  const { sort, nulls } = readWish(wish)
  if (column.list || column.type === 'Json' || column.type === 'Bytes')
    throw new Unsupported(`an ordering by ${column.column}`)
  return sortKey(expression, sort === 'desc', !column.required, nulls, column)
}

const sortKey = (
  expression: string,
  descending: boolean,
  nullable: boolean,
  nulls: Nulls | undefined,
  column: ColumnFacts | null,
): SortKey => ({
  expression,
  descending,
  nullable,
  nulls: nulls ?? (descending ? 'first' : 'last'),
  column,
})

/** By a column of a to-one relation, or by the number of related rows. */
function relationKeys(writer: Writer, model: Model, name: string, alias: string, wish: unknown): SortKey[] {
  const relation = relationOf(model, name)
  const target = modelOf(relation.model)
  const child = writer.alias()
  const from = `FROM ${tableOf(target)} ${child} WHERE ${joined(relation, columnsAt(model, alias), child)}`
  if (relation.list) {
    const { _count: direction, ...others } = wish as Record<string, unknown>
    if ((direction !== 'asc' && direction !== 'desc') || Object.keys(others).length > 0)
      throw new Unsupported(`an ordering by the list ${name}`)
    return [sortKey(`(SELECT count(*) ${from})`, direction === 'desc', false, undefined, null)]
  }
  const keys = sortKeys(writer, target, child, [wish as Record<string, unknown>])
  return keys.map((key) => ({
    ...key,
    expression: `(SELECT ${key.expression} ${from})`,
    nullable: key.nullable || !relation.required,
  }))
}

function readWish(wish: unknown): { sort: 'asc' | 'desc'; nulls?: Nulls } {
  if (wish === 'asc' || wish === 'desc') return { sort: wish }
  const { sort, nulls } = (wish ?? {}) as { sort?: unknown; nulls?: unknown }
  if (sort !== 'asc' && sort !== 'desc') throw new Unsupported('an ordering that is neither asc nor desc')
  if (nulls !== undefined && nulls !== 'first' && nulls !== 'last')
    throw new Unsupported('nulls that are neither first nor last')
  return nulls === undefined ? { sort } : { sort, nulls }
}

/** The same order, read from its end. */
export const reversed = (keys: readonly SortKey[]): SortKey[] =>
  keys.map((key) => ({
    ...key,
    descending: !key.descending,
    nulls: key.nulls === 'first' ? 'last' : 'first',
  }))

export function orderBy(keys: readonly SortKey[]): string {
  if (keys.length === 0) return ''
  return ` ORDER BY ${keys.map(written).join(', ')}`
}

function written({ expression, descending, nulls, nullable }: SortKey): string {
  const usual = nulls === (descending ? 'first' : 'last')
  return `${expression}${descending ? ' DESC' : ''}${usual || !nullable ? '' : ` NULLS ${nulls.toUpperCase()}`}`
}

/**
 * Refuses an ordering that leaves the place of two rows open, for a cursor could then skip one of them. Columns that
 * are the same in all rows of the list are `fixed`.
 */
export function assertTotal(model: Model, ordering: Ordering, fixed: readonly string[] = []): void {
  const known = new Set([...fixed, ...ordering.flatMap((keys) => Object.keys(keys))])
  const uniques = [
    model.primaryKey,
    ...Object.values(model.uniques),
    ...Object.entries(model.fields).flatMap(([name, field]) =>
      field.kind !== 'relation' && field.unique ? [[name]] : [],
    ),
  ]
  const isCovered = (name: string) => known.has(name) && columnOf(model, name).required
  if (!uniques.some((unique) => unique.every(isCovered)))
    throw new Unsupported(`an ordering of ${model.name} without a unique key in it`)
}
