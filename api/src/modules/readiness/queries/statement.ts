import type { Tx } from '../../../kernel/db.ts'
import { parseGlobalId } from '../../../kernel/ids.ts'
import { badInput } from '../../../kernel/read/bad-input.ts'
import type { Sql } from '../../../kernel/read/sql.ts'

/** Collects the values of a statement. */
export function parameters(...values: unknown[]) {
  return {
    values,
    param: (value: unknown): string => {
      values.push(value)
      return `$${values.length}`
    },
  }
}

/** Runs a statement inside a transaction, like the read path's `sql` outside of one. */
export const sqlIn =
  (tx: Tx): Sql =>
  <R>(text: string, values: readonly unknown[] = []) =>
    tx.$queryRawUnsafe<R[]>(text, ...values)

/** The key behind the id of a disaster, whose type another module declares. */
export function disasterKey(id: string | null | undefined): string | null {
  if (!id) return null
  const parsed = parseGlobalId(id)
  if (parsed?.model !== 'DisasterEvent' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(parsed.id))
    throw badInput(`${id} is not an id of a DisasterEvent.`)
  return parsed.id
}
