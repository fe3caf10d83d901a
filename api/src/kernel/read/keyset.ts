import type { SortKey } from './order.ts'
import type { KeyValue } from './tree.ts'
import type { Writer } from './writer.ts'

/**
 * Rows that come after a place in an order. The place is given by its sort keys alone, so it stays meaningful when
 * the row that stood there is changed or gone. `including` also takes a row at the place itself.
 */
export function afterPlace(
  writer: Writer,
  keys: readonly SortKey[],
  place: readonly KeyValue[],
  including = false,
): string {
  const params = place.map((value) => (value === null ? null : writer.param(value)))
  if (isUniform(keys) && !place.includes(null)) {
    const operator = `${keys[0]!.descending ? '<' : '>'}${including ? '=' : ''}`
    return `(${keys.map(({ expression }) => expression).join(', ')}) ${operator} (${params.join(', ')})`
  }
  const alternatives = keys.map((key, index) => [
    ...keys.slice(0, index).map((earlier, position) => equal(earlier, params[position]!)),
    beyond(key, params[index]!),
  ])
  if (including) alternatives.push(keys.map((key, index) => equal(key, params[index]!)))
  const possible = alternatives.filter((conditions) => !conditions.includes('false'))
  if (possible.length === 0) return 'false'
  const cases = possible.map((conditions) => `(${conditions.join(' AND ')})`).join(' OR ')
  return [...range(keys[0]!, params[0]!), `(${cases})`].join(' AND ')
}

/** All keys run the same way and never lack a value: PostgreSQL can compare whole rows, along the index. */
const isUniform = (keys: readonly SortKey[]): boolean =>
  keys.every((key) => !key.nullable && key.descending === keys[0]!.descending)

const equal = ({ expression }: SortKey, param: string | null): string =>
  param === null ? `${expression} IS NULL` : `${expression} = ${param}`

/** Strictly further along one key. */
function beyond({ expression, descending, nulls, nullable }: SortKey, param: string | null): string {
  if (param === null) return nulls === 'first' ? `${expression} IS NOT NULL` : 'false'
  const further = `${expression} ${descending ? '<' : '>'} ${param}`
  return nullable && nulls === 'last' ? `(${further} OR ${expression} IS NULL)` : further
}

/** What all cases have in common on the first key, said once so that an index can start there. */
function range({ expression, descending, nulls, nullable }: SortKey, param: string | null): string[] {
  if (param === null || (nullable && nulls === 'last')) return []
  return [`${expression} ${descending ? '<=' : '>='} ${param}`]
}
