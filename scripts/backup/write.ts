import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../postgres/databases.ts'
import { readSequences, readTables, type Sequence, type Table } from './tables.ts'

export const FORMAT = 'yui-backup-1'

/** First line of a backup. After it come, table by table, a line with the table's name and a line per row. */
export interface Header {
  format: typeof FORMAT
  createdAt: string
  /** The migrations whose tables the rows fit. */
  migrations: string[]
  sequences: Sequence[]
  /** The secret made by this checkout: without it nobody could use a second factor after a restore. */
  secret?: string
}

/** In brackets the last line of a backup: a file without it, or with other numbers, was cut off. */
export interface Footer {
  rows: Record<string, number>
}

const ROWS_AT_ONCE = 1_000

/**
 * Writes everything in a database to one file, as it was at one moment, while people go on working.
 * The file appears under its name only when it is whole, and only its owner may read it.
 */
export async function writeBackup(url: string, file: string, secret: string | undefined): Promise<Footer> {
  const aside = `${file}.${process.pid}`
  const footer: Footer = { rows: {} }
  try {
    await withClient(url, async (client) => {
      await client.query('begin isolation level repeatable read, read only')
      await pipeline(
        Readable.from(linesOf(client, secret, footer)),
        createGzip(),
        fs.createWriteStream(aside, { mode: 0o600, flags: 'wx', flush: true }),
      )
    })
    fs.renameSync(aside, file)
    return footer
  } finally {
    fs.rmSync(aside, { force: true })
  }
}

async function* linesOf(
  client: pg.Client,
  secret: string | undefined,
  footer: Footer,
): AsyncGenerator<string> {
  const { rows: applied } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations where finished_at is not null order by migration_name`,
  )
  const header: Header = {
    format: FORMAT,
    createdAt: new Date().toISOString(),
    migrations: applied.map(({ name }) => name),
    sequences: await readSequences(client),
    ...(secret ? { secret } : {}),
  }
  yield line(header)
  for (const table of await readTables(client)) {
    yield line(table.name)
    footer.rows[table.name] = 0
    for await (const row of rowsOf(client, table)) {
      footer.rows[table.name] = (footer.rows[table.name] ?? 0) + 1
      yield `${row}\n`
    }
  }
  yield line([footer])
}

/** Each row as PostgreSQL itself writes it as JSON; nothing passes through JavaScript's numbers and dates. */
async function* rowsOf(client: pg.Client, { name, columns }: Table): AsyncGenerator<string> {
  await client.query(`declare rows no scroll cursor for
    select to_jsonb(stored)::text as row from (select ${columns.join(', ')} from ${name}) as stored`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from rows`)
    if (rows.length === 0) break
    for (const { row } of rows) yield row
  }
  await client.query('close rows')
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
