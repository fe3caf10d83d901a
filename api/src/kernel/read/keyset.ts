import type { SortKey } from './order.ts'
import type { KeyValue } from './tree.ts'
import { Unsupported } from './unsupported.ts'
import type { Writer } from './writer.ts'

/** A sort key and where the place stands on it: a parameter, or null where the row there had no value. */
interface Step {
  readonly key: SortKey
  readonly param: string | null
}

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
  const steps = keys.map((key, index): Step => {
    const value = place[index]
    if (value === undefined) throw new Unsupported('a place with fewer keys than the order')
    return { key, param: value === null ? null : writer.param(value) }
  })
  const [first] = steps
  if (!first) throw new Unsupported('a place in no order')
  if (steps.every(({ key, param }) => isPlain(key, first.key) && param !== null))
    return wholeRow(steps, first.key.descending, including)

  const cases = steps.map((step, index) => [...steps.slice(0, index).map(equal), beyond(step)])
  if (including) cases.push(steps.map(equal))
  const possible = cases.filter((conditions) => !conditions.includes('false'))
  if (possible.length === 0) return 'false'
  const any = possible.map((conditions) => `(${conditions.join(' AND ')})`).join(' OR ')
  return [...range(first), `(${any})`].join(' AND ')
}

const isPlain = (key: SortKey, first: SortKey): boolean =>
  !key.nullable && key.descending === first.descending

/** All keys run the same way and never lack a value: PostgreSQL can compare whole rows, along the index. */
function wholeRow(steps: readonly Step[], descending: boolean, including: boolean): string {
  const operator = `${descending ? '<' : '>'}${including ? '=' : ''}`
  const expressions = steps.map(({ key }) => key.expression).join(', ')
  return `(${expressions}) ${operator} (${steps.map(({ param }) => param).join(', ')})`
}

const equal = ({ key: { expression }, param }: Step): string =>
  param === null ? `${expression} IS NULL` : `${expression} = ${param}`

/** Strictly further along one key. */
function beyond({ key: { expression, descending, nulls, nullable }, param }: Step): string {
  if (param === null) return nulls === 'first' ? `${expression} IS NOT NULL` : 'false'
  const further = `${expression} ${descending ? '<' : '>'} ${param}`
  return nullable && nulls === 'last' ? `(${further} OR ${expression} IS NULL)` : further
}

/** What all cases have in common on the first key, said once so that an index can start there. */
function range({ key: { expression, descending, nulls, nullable }, param }: Step): string[] {
  if (param === null || (nullable && nulls === 'last')) return []
  return [`${expression} ${descending ? '<=' : '>='} ${param}`]
}
