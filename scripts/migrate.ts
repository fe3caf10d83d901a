import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { projectRoot } from './project.ts'
import { explainDatabaseError } from './postgres/explain.ts'
import { messageOf, Refusal } from './refusal.ts'

// The same number as Prisma's own command line takes, so that the two exclude each other.
const ADVISORY_LOCK = 72_707_369

// The table of Prisma's command line: `prisma migrate` and this file can be used on the same database.
const CREATE_HISTORY = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

export interface Migration {
  name: string
  sql: string
  checksum: string
}

interface AppliedMigration {
  name: string
  checksum: string
  finished: boolean
}

export const migrationsFolder = path.join(projectRoot, 'prisma', 'migrations')

/** The migrations of a folder in the order they are applied. */
export function readMigrations(folder: string): Migration[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings a database to the tables of this checkout and returns the names of what was applied.
 * Each migration is one transaction: killed in the middle, the database is as before or as after.
 * Refuses, without touching anything, a database that is newer than the code or was changed behind its back.
 */
export async function migrate(
  url: string,
  migrations: Migration[] = readMigrations(migrationsFolder),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a lost connection is reported by the statement it interrupts
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await refuseForeignTables(client)
    await client.query(CREATE_HISTORY)
    const pending = pendingOf(migrations, await readApplied(client))
    for (const migration of pending) await apply(client, migration)
    await migrateQueue(url)
    return pending.map(({ name }) => name)
  } catch (error) {
    throw explainDatabaseError(error, url)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Compares the folder with the database's own history; the difference is what to apply, or a reason to stop. */
export function pendingOf(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum, finished } of applied) {
    const migration = known.get(name)
    if (!migration) throw newerDatabase(name)
    if (!finished) {
      throw new Refusal(
        `データベースの移行 ${name} が途中で止まっています。控えから戻すか、移行を解決してください`,
        'a migration has failed half-way; restore a backup or resolve it',
      )
    }
    if (checksum !== migration.checksum) {
      throw new Refusal(
        `適用済みの移行 ${name} の内容が書き換えられています。元に戻してください`,
        'an applied migration was edited',
      )
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(`
    select migration_name as name, checksum, finished_at is not null as finished
    from _prisma_migrations where rolled_back_at is null order by started_at`)
  return rows
}

/** The job queue brings and migrates its own tables; it, too, may be newer than we are. */
async function migrateQueue(url: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: url, max: 1 })
  // A lost connection is reported by the statement it interrupts, whether the queue holds the client or the pool does.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool })
  } catch (error) {
    if (!/breaking migration/.test(messageOf(error))) throw error
    throw newerDatabase('graphile_worker', error)
  } finally {
    await pgPool.end()
  }
}

function newerDatabase(what: string, cause?: unknown): Refusal {
  return new Refusal(
    `データベースがこのプログラムより新しい版です（${what}）。プログラムを新しくしてください`,
    'the database is newer than the code',
    { cause },
  )
}

async function refuseForeignTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; tables: string }>(`
    select count(*) filter (where tablename = '_prisma_migrations') > 0 as ours, count(*) as tables
    from pg_tables where schemaname = current_schema()`)
  if (rows[0]?.ours || rows[0]?.tables === '0') return
  throw new Refusal(
    'このデータベースには結のものでない表があります。空のデータベースを指定してください',
    'the database holds tables that are not of Yui; use an empty one',
  )
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if (error instanceof Error) error.message = `migration ${name}: ${error.message}`
    throw error
  }
}
