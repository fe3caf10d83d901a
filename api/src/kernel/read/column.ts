import { enumOf, type ColumnFacts } from './models.ts'
import { Unsupported } from './unsupported.ts'

/**
 * A column inside the JSON of a row: numbers beyond 53 bits as text, bytes as hexadecimal text, a list that is missing
 * as an empty one.
 */
export function selectedColumn(column: ColumnFacts, expression: string): string {
  if (column.type === 'Decimal' || (column.list && column.type !== 'String' && column.kind !== 'enum'))
    throw new Unsupported(`reading ${column.column}, of type ${column.type}${column.list ? '[]' : ''}`)
  if (column.type === 'DateTime' && column.native !== 'Timestamptz')
    throw new Unsupported(`reading ${column.column}, a time without a zone`)
  if (column.type === 'BigInt') return `${expression}::text`
  if (column.type === 'Bytes') return `encode(${expression}, 'hex')`
  return column.list ? `coalesce(${expression}, '{}')` : expression
}

/** Turns a value of the JSON into what GraphQL's types take; null when they take it as it is. */
export function decoded(column: ColumnFacts): ((value: unknown) => unknown) | null {
  if (column.kind !== 'enum') return null
  const names = Object.entries(enumOf(column.type).labels)
  if (names.every(([name, label]) => name === label)) return null
  const nameOf = new Map(names.map(([name, label]) => [label, name]))
  const named = (label: unknown) => nameOf.get(label as string)
  if (column.list) return (value) => (value as unknown[]).map(named)
  return (value) => (value === null ? null : named(value))
}
