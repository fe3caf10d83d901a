import { AtMost, computedExpression } from './computed.ts'
import { columnOf, modelOf, relationOf, type ColumnFacts, type Model, type RelationFacts } from './models.ts'
import { allOf, at, sent, tableOf, type Writer } from './writer.ts'
import { likeCondition } from './like.ts'
import type { Filter } from './tree.ts'
import { Unsupported } from './unsupported.ts'

/** How a level's columns are written: usually `alias."column"`. */
type Columns = (field: string) => string

export const columnsAt =
  (model: Model, alias: string): Columns =>
  (field) =>
    at(alias, columnOf(model, field))

/**
 * A Prisma `where` as a condition on `alias`. `negated` says that a NOT stands somewhere above: to-one conditions
 * must then stay unknown (NULL) where a compared column is NULL, as they do in Prisma.
 */
export function condition(
  writer: Writer,
  model: Model,
  alias: string,
  filter: Filter,
  negated = false,
): string {
  if (filter instanceof AtMost)
    return `${computedExpression(writer, model, alias, filter.key)} <= ${writer.param(filter.limit)}::float8`
  return allOf(
    given(filter).map(([name, value]) => {
      if (name === 'AND')
        return allOf(listOf(value).map((part) => grouped(condition(writer, model, alias, part, negated))))
      if (name === 'OR') {
        const parts = listOf(value)
        if (parts.length === 0) throw new Unsupported('an empty OR, which Prisma reads in two ways')
        return `(${parts.map((part) => grouped(condition(writer, model, alias, part, negated))).join(' OR ')})`
      }
      if (name === 'NOT')
        return allOf(
          listOf(value)
            .filter((part) => given(part).length > 0)
            .map((part) => `NOT (${condition(writer, model, alias, part, true)})`),
        )
      const field = model.fields[name]
      if (!field) {
        if (!model.uniques[name]) throw new Unsupported(`${model.name} has no field ${name}`)
        return condition(writer, model, alias, asFilter(value), negated)
      }
      return field.kind === 'relation'
        ? relationCondition(writer, model, field, alias, value, negated)
        : columnCondition(writer, field, at(alias, field), value)
    }),
  )
}

const grouped = (text: string): string => (text === 'true' ? text : `(${text})`)

/** The other side's rows that belong to a row: `child.fk = parent.id`, whichever side holds the key. */
export function joined(relation: RelationFacts, parent: Columns, child: string): string {
  const target = modelOf(relation.model)
  return allOf(relation.join.map(([own, other]) => `${at(child, columnOf(target, other))} = ${parent(own)}`))
}

function relationCondition(
  writer: Writer,
  model: Model,
  relation: RelationFacts,
  alias: string,
  value: unknown,
  negated: boolean,
): string {
  const parent = columnsAt(model, alias)
  const none = () => `NOT ${exists(writer, relation, parent, {})}`
  if (relation.list)
    return allOf(
      given(asFilter(value)).map(([quantifier, inner]) => {
        const filter = asFilter(inner)
        if (quantifier === 'some') return exists(writer, relation, parent, filter)
        if (quantifier === 'none') return `NOT ${exists(writer, relation, parent, filter)}`
        if (quantifier === 'every') return `NOT ${exists(writer, relation, parent, filter, 'unless')}`
        throw new Unsupported(`${quantifier} of a list`)
      }),
    )
  if (value === null) return none()
  const filter = asFilter(value)
  if (!('is' in filter) && !('isNot' in filter))
    return (
      throughKey(writer, relation, parent, filter) ?? oneMatches(writer, relation, parent, filter, negated)
    )
  return allOf(
    given(filter).map(([relator, inner]) => {
      if (relator === 'is')
        return inner === null ? none() : oneMatches(writer, relation, parent, asFilter(inner), negated)
      if (relator === 'isNot')
        return inner === null
          ? exists(writer, relation, parent, {})
          : `NOT ${oneMatches(writer, relation, parent, asFilter(inner), true)}`
      throw new Unsupported(`${relator} of a to-one relation`)
    }),
  )
}

/** Some related row matches; with `unless`, some related row does not. */
function exists(
  writer: Writer,
  relation: RelationFacts,
  parent: Columns,
  filter: Filter,
  unless?: 'unless',
): string {
  const child = writer.alias()
  const target = modelOf(relation.model)
  const inner = condition(writer, target, child, filter, unless !== undefined)
  const wanted = unless ? `NOT (${inner})` : inner
  return `EXISTS (SELECT FROM ${tableOf(target)} ${child} WHERE ${allOf([joined(relation, parent, child), wanted])})`
}

function oneMatches(
  writer: Writer,
  relation: RelationFacts,
  parent: Columns,
  filter: Filter,
  negated: boolean,
): string {
  if (!negated) return exists(writer, relation, parent, filter)
  const present = relation.required && relation.holdsKey ? 'true' : exists(writer, relation, parent, {})
  const child = writer.alias()
  const target = modelOf(relation.model)
  const matches = `(SELECT ${condition(writer, target, child, filter, true)} FROM ${tableOf(target)} ${child} WHERE ${joined(relation, parent, child)})`
  return `(${allOf([present, matches])})`
}

/**
 * `facility: { roles: { some } }`: the foreign key already is what `some` joins on, so the table between is skipped.
 * Null when a condition needs that table.
 */
function throughKey(writer: Writer, relation: RelationFacts, parent: Columns, filter: Filter): string | null {
  const target = modelOf(relation.model)
  const steps = given(filter)
  if (!relation.holdsKey || steps.length === 0) return null
  const keys = new Map(relation.join.map(([own, other]) => [other, own]))
  const skips = steps.every(([name, value]) => {
    const next = target.fields[name]
    return (
      next?.kind === 'relation' &&
      next.list &&
      Object.keys(asFilter(value)).join() === 'some' &&
      next.join.length === keys.size &&
      next.join.every(([own]) => keys.has(own))
    )
  })
  if (!skips) return null
  const throughOwnKey: Columns = (field) => {
    const own = keys.get(field)
    if (own === undefined) throw new Unsupported(`${target.name}.${field} is no part of the key`)
    return parent(own)
  }
  return allOf(
    steps.map(([name, value]) =>
      exists(writer, relationOf(target, name), throughOwnKey, asFilter(asFilter(value).some)),
    ),
  )
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }
const likes: ReadonlySet<string> = new Set(['contains', 'startsWith', 'endsWith'])

function columnCondition(writer: Writer, column: ColumnFacts, expression: string, filter: unknown): string {
  if (column.type === 'Json' || column.type === 'Bytes' || column.type === 'Decimal')
    throw new Unsupported(`a filter on ${column.type}`)
  if (column.list) return listCondition(writer, column, expression, asFilter(filter))
  const param = (value: unknown) => writer.param(sent(column, value))
  if (filter === null) return `${expression} IS NULL`
  if (!isPlain(filter)) return `${expression} = ${param(filter)}`
  const insensitive = filter.mode === 'insensitive'
  return allOf(
    given(filter).map(([operator, value]) => {
      if (operator === 'mode') return 'true'
      if (isPlain(value) && operator !== 'not') throw new Unsupported('a reference to another field')
      if (likes.has(operator)) return likeCondition(writer, column, expression, operator, value, insensitive)
      if (insensitive) throw new Unsupported(`${operator} without regard to case`)
      const comparison = comparisons[operator]
      if (comparison) return `${expression} ${comparison} ${param(value)}`
      switch (operator) {
        case 'equals':
          return value === null ? `${expression} IS NULL` : `${expression} = ${param(value)}`
        case 'not':
          if (value === null) return `${expression} IS NOT NULL`
          return isPlain(value)
            ? `NOT (${columnCondition(writer, column, expression, value)})`
            : `${expression} <> ${param(value)}`
        case 'in':
          return `${expression} = ANY (${param(withoutNull(value))})`
        case 'notIn':
          return `${expression} <> ALL (${param(withoutNull(value))})`
        default:
          throw new Unsupported(`the filter ${operator}`)
      }
    }),
  )
}

function listCondition(writer: Writer, column: ColumnFacts, expression: string, filter: Filter): string {
  if (column.type !== 'String') throw new Unsupported(`a filter on a list of ${column.type}`)
  return allOf(
    given(filter).map(([operator, value]) => {
      switch (operator) {
        case 'has':
          return `${expression} @> ARRAY[${writer.param(sent(column, value))}]::text[]`
        case 'hasSome':
          return `${expression} && ${writer.param(sent(column, withoutNull(value)))}::text[]`
        case 'hasEvery':
          return `${expression} @> ${writer.param(sent(column, withoutNull(value)))}::text[]`
        default:
          throw new Unsupported(`the filter ${operator} on a list`)
      }
    }),
  )
}

function withoutNull(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Unsupported('in and notIn of something that is no list')
  if (value.includes(null)) throw new Unsupported('null among the values of in or notIn')
  return value
}

const isPlain = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function asFilter(value: unknown): Filter {
  if (value instanceof AtMost) return value as unknown as Filter
  if (!isPlain(value)) throw new Unsupported('a filter that is no plain object')
  return value
}

const listOf = (value: unknown): Filter[] => (Array.isArray(value) ? value : [value]).map(asFilter)

/**
 * The conditions of a filter. Prisma drops one whose value is undefined and so widens what is found; where
 * visibility is written as filters that is a leak, so it is refused.
 */
function given(filter: Filter): [string, unknown][] {
  const entries = Object.entries(filter)
  for (const [name, value] of entries)
    if (value === undefined) throw new Unsupported(`undefined for ${name}: leave it out or write null`)
  return entries
}
