import type { ModelName } from '../ids.ts'
import { enumOf, type ColumnFacts, type Model } from './models.ts'
import type { Filter } from './tree.ts'
import { badInput } from './bad-input.ts'
import { Unsupported } from './unsupported.ts'

/** Which rows of a model the viewer may know of. */
export type Visibility = (model: ModelName) => Filter

/** What grows while a statement is written: its parameters and the names of its tables. */
export interface Writer {
  readonly values: unknown[]
  readonly visible: Visibility
  /** A fresh alias. */
  alias(): string
  /** Adds a parameter; returns its place. */
  param(value: unknown): string
}

export function createWriter(visible: Visibility): Writer {
  const values: unknown[] = []
  let aliases = 0
  return {
    values,
    visible,
    alias: () => `t${aliases++}`,
    param: (value) => `$${values.push(value)}`,
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** `alias."column"` of a field. */
export const at = (alias: string, column: ColumnFacts): string => `${alias}.${quoted(column.column)}`

export const tableOf = (model: Model): string => quoted(model.table)

export const allOf = (conditions: readonly string[]): string => {
  const telling = conditions.filter((condition) => condition !== 'true')
  return telling.length > 0 ? telling.join(' AND ') : 'true'
}

/** A value as the driver sends it. */
export function sent(column: ColumnFacts, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sent(column, item))
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string') {
    if (value.includes('\0')) throw badInput('Text must not contain the character U+0000.')
    return column.kind === 'enum' ? labelOf(column, value) : value
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value
  throw new Unsupported(`a value of type ${value === null ? 'null' : typeof value} for ${column.column}`)
}

function labelOf(column: ColumnFacts, value: string): string {
  const label = enumOf(column.type).labels[value]
  if (label === undefined) throw new Unsupported(`${value} is no value of ${column.type}`)
  return label
}
