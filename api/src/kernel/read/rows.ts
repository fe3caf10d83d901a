import { decoded, selectedColumn } from './column.ts'
import { encodeCursor, orderingTag } from './cursor.ts'
import { columnsAt, condition, joined } from './filter.ts'
import { afterPlace } from './keyset.ts'
import { columnOf, modelOf, relationOf, type Model, type RelationFacts } from './models.ts'
import { orderBy, reversed, sortKeys, type SortKey } from './order.ts'
import type { Page, Row } from './result.ts'
import type { Filter, KeyValue, PageNeeds, RowNeeds } from './tree.ts'
import { Unsupported } from './unsupported.ts'
import { allOf, at, tableOf, type Writer } from './writer.ts'

/**
 * One level of the statement: an inner query joins, filters, orders and limits raw columns; around it an outer one
 * makes a JSON array per row, so that JSON is made for the rows that are shown and no others.
 */
interface Level {
  readonly alias: string
  /** Expressions of the inner query and the names they go by outside. */
  readonly columns: Map<string, string>
  readonly joins: string[]
  /** Entries of each row's array. */
  readonly parts: string[]
}

type Read<T> = (parts: readonly unknown[]) => T

/** The columns of a connection in the statement, and what makes the connection out of their values. */
export interface PagePlan {
  readonly expressions: readonly string[]
  readonly read: Read<Page>
}

const outside = (level: Level, expression: string): string => {
  let name = level.columns.get(expression)
  if (name === undefined) level.columns.set(expression, (name = `c${level.columns.size}`))
  return `${level.alias}.${name}`
}

const part = (level: Level, expression: string): number => level.parts.push(expression) - 1

/** Where one level's rows come from: a table under an alias, the tie to its parent, and what may be seen of it. */
interface Source {
  readonly model: Model
  readonly alias: string
  readonly conditions: readonly string[]
}

function source(writer: Writer, model: Model, filter: Filter, tie: (alias: string) => string): Source {
  const alias = writer.alias()
  const visible = condition(writer, model, alias, writer.visible(model.name))
  return { model, alias, conditions: [tie(alias), visible, condition(writer, model, alias, filter)] }
}

const from = ({ model, alias }: Source): string => `FROM ${tableOf(model)} ${alias}`

const where = ({ conditions }: Source, ...more: string[]): string => {
  const all = allOf([...conditions, ...more])
  return all === 'true' ? '' : ` WHERE ${all}`
}

/** Ties related rows to the row of a level. */
const tieTo = (level: Level, model: Model, alias: string, relation: RelationFacts) => {
  const column = columnsAt(model, alias)
  return (child: string): string => joined(relation, (field) => outside(level, column(field)), child)
}

/** Writes a connection: its rows, its total, and what lies beyond its ends, as far as they were selected. */
export function pagePlan(
  writer: Writer,
  model: Model,
  page: PageNeeds,
  tie: (alias: string) => string = () => 'true',
): PagePlan {
  const expressions: string[] = []
  const add = (expression: string): number => expressions.push(expression) - 1
  const { after, before } = page.window
  const rows = rowsPlan(writer, model, page, tie)
  const rowsAt = rows === null ? null : add(`(${rows.text})`)
  const totalAt = page.total ? add(count(source(writer, model, page.filter, tie))) : null
  const nextAt = page.hasNext && before ? add(beyond(writer, model, page, tie, before, false)) : null
  const previousAt = page.hasPrevious && after ? add(beyond(writer, model, page, tie, after, true)) : null
  return {
    expressions,
    read(values) {
      const { edges, nodes, overflow, startCursor, endCursor } =
        rows === null || rowsAt === null ? nothing : rows.read(values[rowsAt] as unknown[][])
      return {
        edges,
        nodes,
        totalCount: totalAt === null ? 0 : (values[totalAt] as number),
        pageInfo: {
          hasNextPage: (!page.window.backward && overflow) || (nextAt !== null && values[nextAt] === true),
          hasPreviousPage:
            (page.window.backward && overflow) || (previousAt !== null && values[previousAt] === true),
          startCursor,
          endCursor,
        },
      }
    },
  }
}

interface Shown {
  readonly edges: Page['edges']
  readonly nodes: Page['nodes']
  /** There are more rows in the direction of reading. */
  readonly overflow: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

const nothing: Shown = { edges: [], nodes: [], overflow: false, startCursor: null, endCursor: null }

const count = (rows: Source): string => `(SELECT count(*)::int ${from(rows)}${where(rows)})`

/** Whether there are rows at a cursor or on the far side of it. */
function beyond(
  writer: Writer,
  model: Model,
  page: PageNeeds,
  tie: (alias: string) => string,
  place: readonly KeyValue[],
  backward: boolean,
): string {
  const rows = source(writer, model, page.filter, tie)
  const forward = sortKeys(writer, model, rows.alias, page.ordering)
  const keys = backward ? reversed(forward) : forward
  const past = afterPlace(writer, keys, place, true)
  // In the list's own order, so that the first row is found along its index; EXISTS would take any way.
  return `(SELECT true ${from(rows)}${where(rows, past)}${orderBy(keys)} LIMIT 1)`
}

function rowsPlan(writer: Writer, model: Model, page: PageNeeds, tie: (alias: string) => string) {
  const { backward, size, after, before } = page.window
  const looksAhead = backward ? page.hasPrevious : page.hasNext
  if (!page.rows && !page.edges && !page.nodes && !page.cursors && !looksAhead) return null

  const level: Level = { alias: writer.alias(), columns: new Map(), joins: [], parts: [] }
  const rows = source(writer, model, page.filter, tie)
  const forward = sortKeys(writer, model, rows.alias, page.ordering)
  const keys = backward ? reversed(forward) : forward
  const cursorOf = page.cursors ? cursorReader(level, model, page, forward) : null
  const readRow = rowReader(writer, level, model, rows.alias, page.rows)
  const bounds = [
    ...(after ? [afterPlace(writer, forward, after)] : []),
    ...(before ? [afterPlace(writer, reversed(forward), before)] : []),
  ]
  if (level.columns.size === 0) level.columns.set('1', 'c0')
  const columns = [...level.columns].map(([expression, name]) => `${expression} ${name}`).join(', ')
  const limit = size + (looksAhead ? 1 : 0)
  const found = `${from(rows)}${where(rows, ...bounds)}${orderBy(keys)} LIMIT ${limit}`
  const inner = `SELECT ${columns} ${joinedAfterwards(level, rows.alias, found, orderBy(keys))}`
  return {
    text: `SELECT coalesce(json_agg(${rowOf(level.parts)}), '[]') FROM (${inner}) ${level.alias}`,
    read(given: unknown[][]): Shown {
      const found = level.parts.length > MOST_ARGUMENTS ? given.map((chunks) => chunks.flat(1)) : given
      const overflow = found.length > size
      const shown = overflow ? found.slice(0, size) : found
      if (backward) shown.reverse()
      const nodes = shown.map(readRow)
      const cursors = cursorOf && shown.map(cursorOf)
      return {
        nodes,
        edges: page.edges ? nodes.map((node, index) => ({ node, cursor: cursors?.[index] ?? '' })) : [],
        overflow,
        startCursor: cursors?.at(0) ?? null,
        endCursor: cursors?.at(-1) ?? null,
      }
    },
  }
}

/** As many arguments a function of PostgreSQL takes. */
const MOST_ARGUMENTS = 100

/** The parts of a row as one array; in chunks where they are more than a function takes. */
function rowOf(parts: readonly string[]): string {
  const array = (some: readonly string[]) => `json_build_array(${some.join(', ')})`
  if (parts.length <= MOST_ARGUMENTS) return array(parts)
  const chunks = Array.from({ length: Math.ceil(parts.length / MOST_ARGUMENTS) }, (_, n) =>
    array(parts.slice(n * MOST_ARGUMENTS, (n + 1) * MOST_ARGUMENTS)),
  )
  return array(chunks)
}

/** Joins only the rows of the page: a search may have thousands of hits to sort before twenty are shown. */
function joinedAfterwards(level: Level, alias: string, found: string, order: string): string {
  return level.joins.length === 0
    ? found
    : `FROM (SELECT ${alias}.* ${found}) ${alias}${level.joins.join('')}${order}`
}

/** Adds the sort keys to a level; reads a row's cursor from them. */
function cursorReader(level: Level, model: Model, page: PageNeeds, keys: readonly SortKey[]): Read<string> {
  const tag = orderingTag(model, page.ordering)
  const places = keys.map(({ expression, column }) => {
    const value = outside(level, expression)
    return part(level, column?.type === 'BigInt' ? `${value}::text` : value)
  })
  return (parts) =>
    encodeCursor(
      tag,
      places.map((place) => parts[place]),
    )
}

/** Adds what a row must bring to a level; reads the row from its parts. */
function rowReader(
  writer: Writer,
  level: Level,
  model: Model,
  alias: string,
  needs: RowNeeds | null,
): Read<Row> {
  const fill: ((row: Record<string, unknown>, parts: readonly unknown[]) => void)[] = []
  for (const name of needs?.columns ?? []) {
    const column = columnOf(model, name)
    const place = part(level, selectedColumn(column, outside(level, at(alias, column))))
    const decode = decoded(column)
    fill.push(
      decode
        ? (row, parts) => void (row[name] = decode(parts[place]))
        : (row, parts) => void (row[name] = parts[place]),
    )
  }
  for (const [name, inner] of needs?.ones ?? []) {
    const read = oneReader(writer, level, model, alias, relationOf(model, name), inner)
    fill.push((row, parts) => void (row[name] = read(parts)))
  }
  for (const [key, { relation, filter }] of needs?.counts ?? []) {
    const facts = relationOf(model, relation)
    const place = part(
      level,
      count(source(writer, modelOf(facts.model), filter, tieTo(level, model, alias, facts))),
    )
    fill.push((row, parts) => void (row[key] = parts[place]))
  }
  for (const [key, page] of needs?.pages ?? []) {
    const facts = relationOf(model, page.relation)
    const plan = pagePlan(writer, modelOf(facts.model), page, tieTo(level, model, alias, facts))
    const places = plan.expressions.map((expression) => part(level, expression))
    fill.push((row, parts) => void (row[key] = plan.read(places.map((place) => parts[place]))))
  }
  return (parts) => {
    const row: Record<string, unknown> = {}
    for (const put of fill) put(row, parts)
    return row
  }
}

/**
 * A to-one relation rides along with the page; a row that may not be seen is as good as none. Lateral, because a page is
 * short: one look into an index per row, and never a whole table hashed for a handful of rows.
 */
function oneReader(
  writer: Writer,
  level: Level,
  model: Model,
  alias: string,
  relation: RelationFacts,
  needs: RowNeeds,
): Read<Row | null> {
  const target = modelOf(relation.model)
  const child = writer.alias()
  const visible = condition(writer, target, child, writer.visible(target.name))
  const tie = joined(relation, columnsAt(model, alias), child)
  const found = `SELECT ${child}.* FROM ${tableOf(target)} ${child} WHERE ${allOf([tie, visible])} LIMIT 1`
  level.joins.push(` LEFT JOIN LATERAL (${found}) ${child} ON true`)
  const read = rowReader(writer, level, target, child, needs)
  if (relation.required && relation.holdsKey && visible === 'true') return read
  const [tied] = relation.join
  if (!tied) throw new Unsupported(`a relation to ${target.name} without a key`)
  const key = outside(level, at(child, columnOf(target, tied[1])))
  const present = part(level, `${key} IS NOT NULL`)
  return (parts) => (parts[present] === true ? read(parts) : null)
}
