import fs from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { migrate, migrationsFolder, readMigrations, type Migration } from '../migrate.ts'
import { withClient } from '../postgres/databases.ts'
import { codeOf, Refusal } from '../refusal.ts'
import { readTables, type Table } from './tables.ts'
import { FORMAT, type Footer, type Header } from './write.ts'

const ROWS_AT_ONCE = 500

/** The lines of a backup, unpacked while they are read. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = fs.createReadStream(file)
  const unpacked = packed.pipe(createGunzip()).setEncoding('utf8')
  packed.once('error', (error) => unpacked.destroy(error))
  let rest = ''
  try {
    for await (const text of unpacked as AsyncIterable<string>) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } finally {
    packed.destroy()
  }
}

/** Reads what a backup says about itself. */
export async function readHeader(file: string): Promise<Header> {
  try {
    for await (const text of linesOf(file)) {
      const header = JSON.parse(text) as Partial<Header>
      if (header.format === FORMAT) return header as Header
      break
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      throw new Refusal(`${file} がありません`, 'no such file', { cause: error })
    throw notABackup(file, error)
  }
  throw notABackup(file)
}

function notABackup(file: string, cause?: unknown): Refusal {
  return new Refusal(`${file} は結の控えではありません`, 'not a backup of Yui', { cause })
}

/**
 * Fills an empty database from a backup and brings it to the tables of this checkout. An older backup is loaded into
 * the tables of its time first and migrated then, so that it goes through what every living database went through.
 */
export async function restoreBackup(file: string, url: string): Promise<Footer> {
  const header = await readHeader(file)
  await withClient(url, refuseFilled)
  await migrate(url, migrationsOf(header))
  const footer = await withClient(url, async (client) => {
    await client.query('begin')
    // Rows come table by table: foreign keys and triggers already held when these rows were written.
    await client.query('set local session_replication_role = replica')
    const loaded = await loadRows(client, file)
    for (const { name, lastValue } of header.sequences) {
      if (lastValue !== null) await client.query('select setval($1, $2)', [name, lastValue])
    }
    await releaseJobs(client)
    await client.query('commit')
    return loaded
  })
  await migrate(url)
  return footer
}

/** The migrations a backup was made after; refuses one that is newer than this checkout. */
function migrationsOf({ migrations }: Header): Migration[] {
  const known = readMigrations(migrationsFolder)
  const missing = migrations.filter((name) => known.every((migration) => migration.name !== name))
  if (missing.length > 0) {
    throw new Refusal(
      `控えがこのプログラムより新しい版のものです（${missing.join('、')}）。プログラムを新しくしてください`,
      'the backup is newer than the code',
    )
  }
  return known.filter(({ name }) => migrations.includes(name))
}

async function refuseFilled(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as filled`,
  )
  if (!rows[0]?.filled) return
  throw new Refusal('このデータベースにはすでに結のデータがあります', 'the database is not empty')
}

async function loadRows(client: pg.ClientBase, file: string): Promise<Footer> {
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]))
  const loaded: Footer = { rows: {} }
  let table: Table | undefined
  let waiting: string[] = []
  let footer: Footer | undefined
  const flush = async () => {
    if (table && waiting.length > 0) await insert(client, table, waiting)
    waiting = []
  }
  try {
    let first = true
    for await (const text of linesOf(file)) {
      if (first) {
        first = false // the header
      } else if (text.startsWith('"')) {
        await flush()
        table = tables.get(JSON.parse(text) as string)
        if (!table) throw notABackup(file)
        loaded.rows[table.name] = 0
        // What migrations have put there is in the backup too.
        await client.query(`delete from ${table.name}`)
      } else if (text.startsWith('[')) {
        ;[footer] = JSON.parse(text) as [Footer]
      } else if (table) {
        waiting.push(text)
        loaded.rows[table.name] = (loaded.rows[table.name] ?? 0) + 1
        if (waiting.length === ROWS_AT_ONCE) await flush()
      }
    }
  } catch (error) {
    if (!codeOf(error)?.startsWith('Z_')) throw error
  }
  await flush()
  if (JSON.stringify(footer) === JSON.stringify(loaded)) return loaded
  throw new Refusal(`${file} は途中で切れています`, 'the backup is cut off')
}

function insert(client: pg.ClientBase, { name, columns }: Table, rows: string[]): Promise<unknown> {
  const list = columns.join(', ')
  return client.query(
    `insert into ${name} (${list}) overriding system value
     select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
    [`[${rows.join(',')}]`],
  )
}

/** Jobs that were being worked on at the moment of the backup are nobody's now. */
async function releaseJobs(client: pg.ClientBase): Promise<void> {
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null')
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null')
}
