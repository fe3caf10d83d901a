import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { ensureClone } from './server.ts'

export interface TestDatabase {
  /** Connection string of this worker's own database. */
  url: string
  /** A pool on it, closed after the test file. */
  pool: pg.Pool
}

let opened: Promise<TestDatabase> | undefined

/**
 * The worker's own migrated database, empty of people and registry. Test files of one worker share it one after the
 * other, so a test builds its own corporations with unique names and never counts rows of a whole table.
 */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= open()
  return opened
}

async function open(): Promise<TestDatabase> {
  const { serverUrl, template, runName } = inject('database')
  const url = await ensureClone(serverUrl, template, `${runName}_${process.env.VITEST_POOL_ID}`)
  return { url, pool: new pg.Pool({ connectionString: url, max: 5 }) }
}

/** One more empty database with the same tables, for a test that needs one to itself. Dropped at the end of the run. */
export async function freshDatabase(): Promise<string> {
  const { serverUrl, template, runName } = inject('database')
  return ensureClone(serverUrl, template, `${runName}_${randomBytes(6).toString('hex')}`)
}

/** A database without any table. Dropped at the end of the run. */
export async function emptyDatabase(): Promise<string> {
  const { serverUrl, runName } = inject('database')
  return ensureClone(serverUrl, 'template1', `${runName}_${randomBytes(6).toString('hex')}`)
}

/** After every test file: the next one of the same worker, which may share this module, opens its own pool. */
export async function closeTestDatabase(): Promise<void> {
  const database = await opened
  opened = undefined
  await database?.pool.end()
}
