import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { fingerprint } from '../../scripts/generate.ts'
import { migrate } from '../../scripts/migrate.ts'
import { openCluster, type Cluster } from '../../scripts/postgres/cluster.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { dataFolder } from '../../scripts/project.ts'
import { fill, type World } from './generate.ts'

export interface BenchDatabases {
  /** The generated registry, as the portal has it. */
  url: string
  /** A copy of it in which row-level security says what the portal's policies say. */
  guardedUrl: string
}

/** Whatever changes what the databases hold. */
const SOURCES = [
  'prisma/migrations',
  'api/src/modules/registry/rules/service-kinds.ts',
  'tests/bench/generate.ts',
  'tests/bench/generate',
  'tests/bench/rivals/sql',
]

/** Opens the PostgreSQL that belongs to the bench alone. */
export function openBenchCluster(): Promise<Cluster> {
  return openCluster({ folder: path.join(dataFolder(), 'bench-postgres'), durable: false })
}

/** Makes sure that both databases are there, built from exactly this code. */
export async function ensureDatabases(cluster: Cluster, size: string, world: World): Promise<BenchDatabases> {
  const name = `bench_${size}_${fingerprint(SOURCES).slice(0, 12)}`
  const guarded = `${name}_guarded`
  await withClient(cluster.url(), async (client) => {
    if (await exists(client, name)) return
    await dropAll(client, `bench_${size}_`)
    const unfinished = `${name}_unfinished`
    await client.query(`create database ${unfinished}`)
    await build(cluster.url(unfinished), world)
    await client.query(`create database ${guarded} template ${unfinished}`)
    await runFile(cluster.url(guarded), 'row-level-security.sql')
    await client.query(`alter database ${unfinished} rename to ${name}`)
  })
  return { url: cluster.url(name), guardedUrl: cluster.url(guarded) }
}

async function build(url: string, world: World): Promise<void> {
  await migrate(url)
  await withClient(url, (client) => fill(client, world))
  await runFile(url, 'search.sql')
}

async function runFile(url: string, name: string): Promise<void> {
  const sql = fs.readFileSync(path.join(import.meta.dirname, 'rivals', 'sql', name), 'utf8')
  await withClient(url, (client) => client.query(sql))
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function dropAll(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
}
