import { createHash } from 'node:crypto'
import path from 'node:path'
import type pg from 'pg'
import { fingerprint } from '../../scripts/generate.ts'
import { migrate, migrationsFolder, readMigrations } from '../../scripts/migrate.ts'
import { openCluster } from '../../scripts/postgres/cluster.ts'
import { withClient, withDatabase } from '../../scripts/postgres/databases.ts'
import { isRunning } from '../../scripts/process.ts'
import { dataFolder } from '../../scripts/project.ts'
import { seedDemo } from '../../scripts/start/demo.ts'
import { TEST_SECRET } from './secret.ts'

const LOCK = 20_261_101

/** The server tests run on: the one given, else a throw-away one which stays up so that the next run starts at once. */
export async function testServer(): Promise<string> {
  if (process.env.YUI_TEST_SERVER_URL) return process.env.YUI_TEST_SERVER_URL
  const cluster = await openCluster({ folder: path.join(dataFolder(), 'test-pg'), durable: false })
  return cluster.url()
}

/** Makes sure that the migrated template of this checkout exists, and returns its name. */
export function ensureTemplate(serverUrl: string): Promise<string> {
  const checksums = readMigrations(migrationsFolder).map(({ name, checksum }) => `${name}:${checksum}`)
  return ensureFilled(serverUrl, 'yui_template', checksums.join(), async (url) => {
    await migrate(url)
  })
}

/** Makes sure that the template with the sample network and the real registry exists, and returns its name. */
export async function ensureDemoTemplate(serverUrl: string): Promise<string> {
  const migrated = await ensureTemplate(serverUrl)
  const state = `${migrated}:${fingerprint(['prisma', 'data', 'api/src'])}`
  return ensureFilled(serverUrl, 'yui_demo', state, async (url) => {
    await migrate(url)
    await seedDemo(url, TEST_SECRET)
  })
}

/** A database that is filled once for each state of the code; it gets its name only when it is whole. */
async function ensureFilled(
  serverUrl: string,
  kind: string,
  state: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const name = `${kind}_${createHash('sha256').update(state).digest('hex').slice(0, 12)}`
  await exclusively(serverUrl, async (client) => {
    if (await databaseExists(client, name)) return
    const unfinished = `${kind}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    await fill(withDatabase(serverUrl, unfinished))
    await client.query(`alter database ${unfinished} rename to ${name}`)
    await dropOldest(client, kind)
  })
  return name
}

/** Keeps the three newest templates of a kind: colleagues on other states of the code may be using theirs. */
async function dropOldest(client: pg.Client, kind: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like $1
     order by (pg_stat_file(format('base/%s/PG_VERSION', oid))).modification desc offset 3`,
    [`${kind}\\_%`],
  )
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
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
