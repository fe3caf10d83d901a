import { createHash } from 'node:crypto'
import { badInput } from './bad-input.ts'
import { Computed } from './computed.ts'
import { columnOf, enumOf, modelOf, relationOf, type ColumnFacts, type Model } from './models.ts'
import type { KeyValue, Ordering } from './tree.ts'

const VERSION = 1

/** Names an ordering inside a cursor, so that a cursor of another list is not taken for a place in this one. */
export function orderingTag(model: Model, ordering: Ordering): string {
  const text = `${model.name} ${JSON.stringify(ordering)}`
  let tag = tags.get(text)
  if (tag === undefined)
    tags.set(text, (tag = createHash('sha256').update(text).digest('base64url').slice(0, 6)))
  return tag
}
const tags = new Map<string, string>()

/** A place in an ordering, opaque to programs: its sort keys, so that it outlives the row that stood there. */
export const encodeCursor = (tag: string, place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([VERSION, tag, ...place])).toString('base64url')

/** The place a cursor names; refuses one of another list, another version, or another maker. */
export function decodeCursor(model: Model, ordering: Ordering, cursor: string): KeyValue[] {
  const content = parsed(cursor)
  if (!Array.isArray(content)) throw badInput('This is not a cursor; use one that a connection returned.')
  const [version, tag, ...place] = content as unknown[]
  if (version !== VERSION) throw badInput('This cursor is of another version; start again without one.')
  if (tag !== orderingTag(model, ordering))
    throw badInput('This cursor belongs to a list with another order; start again without one.')
  const columns = ordering.flatMap((keys) =>
    Object.entries(keys).map(([name, wish]) => keyOf(model, name, wish)),
  )
  if (place.length !== columns.length || !columns.every((column, index) => fits(column, place[index])))
    throw badInput('This cursor was altered; use one that a connection returned.')
  return place as KeyValue[]
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

interface Key {
  readonly column: ColumnFacts | Computed | 'count'
  readonly nullable: boolean
}

function keyOf(model: Model, name: string, wish: unknown, nullable = false): Key {
  if (wish instanceof Computed) return { column: wish, nullable: false }
  const field = model.fields[name]
  if (field?.kind !== 'relation') {
    const column = columnOf(model, name)
    return { column, nullable: nullable || !column.required }
  }
  if (field.list) return { column: 'count', nullable: false }
  const [[next, nextWish]] = Object.entries(wish as Record<string, unknown>) as [[string, unknown]]
  return keyOf(modelOf(relationOf(model, name).model), next, nextWish, nullable || !field.required)
}

const patterns: Readonly<Record<string, RegExp>> = {
  Uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  Date: /^\d{4}-\d\d-\d\d$/,
  Timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?\+00:00$/,
}

/** Whether a value can be a key of that column: the database must never see one it cannot read. */
function fits({ column, nullable }: Key, value: unknown): boolean {
  if (value === null) return nullable
  if (column === 'count') return Number.isSafeInteger(value)
  switch (column.type) {
    case 'Int':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
    case 'Float':
      return typeof value === 'number'
    case 'Boolean':
      return typeof value === 'boolean'
  }
  if (column instanceof Computed || typeof value !== 'string' || value.includes('\0')) return false
  if (column.kind === 'enum') return Object.values(enumOf(column.type).labels).includes(value)
  if (column.type === 'BigInt') return /^-?\d{1,18}$/.test(value)
  const pattern = patterns[column.native ?? '']
  return pattern === undefined || (pattern.test(value) && (column.native === 'Uuid' || isRealDate(value)))
}

const isRealDate = (text: string): boolean => {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text.slice(0, 10)
}
