import { selectedColumn } from './column.ts'
import { columnOf, type Model } from './models.ts'
import type { Row } from './result.ts'

type Revive = (value: never) => unknown

const revivers: Readonly<Record<string, Revive>> = {
  DateTime: (value: string) => new Date(value),
  Date: (value: string) => new Date(value),
  BigInt: (value: string) => BigInt(value),
  Bytes: (value: string) => Uint8Array.from(Buffer.from(value, 'hex')),
}

/**
 * A row's columns in the types Prisma gives them, for policies and computed fields. Fields that only hand a column on
 * skip this: the statement's text already is what GraphQL answers with.
 */
export function inPrismasTypes(model: Model, columns: readonly string[]): (row: Row) => Row {
  const special = columns.flatMap((name): [string, Revive][] => {
    const column = columnOf(model, name)
    // Refuses a column that cannot be read, now and not when somebody asks.
    selectedColumn(column, name)
    const revive = revivers[column.type]
    return revive ? [[name, revive]] : []
  })
  if (special.length === 0) return (row) => row
  return (row) => {
    const copy: Record<string, unknown> = {}
    for (const name of columns) copy[name] = row[name]
    for (const [name, revive] of special) if (copy[name] !== null) copy[name] = revive(copy[name] as never)
    return copy
  }
}
