import { createHash } from 'node:crypto'
import type pg from 'pg'

/** One statement of the read path, as it was answered. */
export interface StatementRun {
  readonly text: string
  readonly values: readonly unknown[]
  readonly milliseconds: number
}

const listeners = new Set<(run: StatementRun) => void>()

/** Hears of every statement the read path runs, for metrics and tests; returns what ends the listening. */
export function onStatement(listener: (run: StatementRun) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * A connection keeps every statement it ever prepared. Few are many: documents of integrators differ by page sizes and
 * aliases. So a text is prepared from its second use on, and a connection that holds too many is replaced.
 */
const MAX_PREPARED = 500
const MAX_REMEMBERED = 2_000

const names = new Map<string, string | null>()
const preparedOn = new WeakMap<pg.PoolClient, Set<string>>()

/** The name to prepare a text under; null the first time it is seen. */
function statementName(text: string): string | null {
  const known = names.get(text)
  const name = known === undefined ? null : (known ?? createHash('sha256').update(text).digest('base64url'))
  names.delete(text)
  names.set(text, name)
  const [oldest] = names.keys()
  if (names.size > MAX_REMEMBERED && oldest !== undefined) names.delete(oldest)
  return name
}

/** Runs a statement of the read path; rows come as arrays. */
export async function runStatement(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryArrayResult<unknown[]>> {
  const started = performance.now()
  const client = await pool.connect()
  let broken: Error | boolean = true
  try {
    const name = statementName(text)
    const prepared = preparedOn.get(client) ?? new Set()
    if (name) preparedOn.set(client, prepared.add(name))
    const result = await client.query<unknown[]>({
      ...(name ? { name } : {}),
      text,
      values: [...values],
      rowMode: 'array',
    })
    broken = prepared.size > MAX_PREPARED
    return result
  } catch (error) {
    broken = isConnectionError(error)
    throw error
  } finally {
    client.release(broken)
    const run = { text, values, milliseconds: performance.now() - started }
    for (const listener of listeners) listener(run)
  }
}

/** An error that PostgreSQL itself reports leaves the connection usable, unless it says that it goes away. */
const isConnectionError = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P)/.test(code)
}
