import { createHash } from 'node:crypto'
import path from 'node:path'
import type pg from 'pg'
import { migrate, migrationsFolder, readMigrations } from '../../scripts/migrate.ts'
import { openCluster } from '../../scripts/postgres/cluster.ts'
import { withClient, withDatabase } from '../../scripts/postgres/databases.ts'
import { isRunning } from '../../scripts/process.ts'
import { dataFolder } from '../../scripts/project.ts'

const LOCK = 20_261_101

/** The server tests run on: the one given, else a throw-away one which stays up so that the next run starts at once. */
export async function testServer(): Promise<string> {
  if (process.env.YUI_TEST_SERVER_URL) return process.env.YUI_TEST_SERVER_URL
  const cluster = await openCluster({ folder: path.join(dataFolder(), 'test-pg'), durable: false })
  return cluster.url()
}

/** Makes sure that the migrated template of this checkout exists, and returns its name. */
export async function ensureTemplate(serverUrl: string): Promise<string> {
  const checksums = readMigrations(migrationsFolder).map(({ name, checksum }) => `${name}:${checksum}`)
  const name = `yui_template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12)}`
  await exclusively(serverUrl, async (client) => {
    if (await databaseExists(client, name)) return
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    await migrate(withDatabase(serverUrl, unfinished))
    await client.query(`alter database ${unfinished} rename to ${name}`)
  })
  return name
}

/** Clones a template unless the clone is there. One at a time: PostgreSQL refuses to copy a template in use. */
export async function ensureClone(serverUrl: string, template: string, name: string): Promise<string> {
  await exclusively(serverUrl, async (client) => {
    if (!(await databaseExists(client, name)))
      await client.query(`create database ${name} template ${template}`)
  })
  return withDatabase(serverUrl, name)
}

/** A name for the clones of one test run; it carries the process, so that leftovers of killed runs are known. */
export function newRunName(): string {
  return `yui_run_${process.pid}`
}

/** Drops the databases of one run, and those of runs whose process is gone. */
export async function dropRun(serverUrl: string, runName: string): Promise<void> {
  await exclusively(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'yui\\_run\\_%'`,
    )
    for (const { name } of rows) {
      const pid = Number(name.split('_')[2])
      if (name.startsWith(`${runName}_`) || !isRunning(pid))
        await client.query(`drop database if exists ${name} with (force)`)
    }
  })
}

function exclusively(serverUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  return withClient(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await work(client)
  })
}

async function databaseExists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}
