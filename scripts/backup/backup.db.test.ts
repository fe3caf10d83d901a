import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill, generateWorld, sizes } from '../../tests/bench/generate.ts'
import { emptyDatabase, freshDatabase } from '../../tests/support/database.ts'
import { migrate, migrationsFolder, readMigrations } from '../migrate.ts'
import { withClient } from '../postgres/databases.ts'
import { restoreBackup } from './read.ts'
import { readSequences, readTables } from './tables.ts'
import { writeBackup, type Header } from './write.ts'

/** One number per table for its rows, and every sequence: equal means that nothing is different. */
async function contentsOf(client: pg.Client): Promise<Record<string, string>> {
  const contents: Record<string, string> = {}
  for (const { name } of await readTables(client)) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ':' || coalesce(sum(hashtextextended(r::text, 0)), 0) as sum from ${name} as r`,
    )
    contents[name] = rows[0]?.sum ?? ''
  }
  for (const { name, lastValue } of await readSequences(client)) contents[name] = String(lastValue)
  return contents
}

describe('a backup', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-backup-'))
  const file = path.join(folder, 'yui.backup')
  let url: string
  let before: Record<string, string>
  beforeAll(async () => {
    url = await freshDatabase()
    before = await withClient(url, async (client) => {
      await fill(client, generateWorld(sizes.demo))
      await client.query(`select graphile_worker.add_job('anything', '{"日本語": "結"}')`)
      await client.query(`select graphile_worker.add_job('other', queue_name => 'q')`)
      return contentsOf(client)
    })
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  /** The backup with one of its lines changed. */
  function changed(name: string, change: (lines: string[]) => string[]): string {
    const other = path.join(folder, name)
    const lines = gunzipSync(fs.readFileSync(file)).toString().trimEnd().split('\n')
    fs.writeFileSync(other, gzipSync(`${change(lines).join('\n')}\n`))
    return other
  }

  it('restores every row, every job and every sequence', async () => {
    const { rows } = await writeBackup(url, file, undefined)
    expect(Object.values(rows).reduce((sum, count) => sum + count)).toBeGreaterThan(1_000)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)

    const restored = await emptyDatabase()
    await restoreBackup(file, restored)
    expect(await withClient(restored, contentsOf)).toEqual(before)
    expect(await migrate(restored)).toEqual([])
  })

  it('is of one moment, though people go on working', async () => {
    const database = await freshDatabase()
    const changing = path.join(folder, 'changing.backup')
    const written = new AbortController()
    const work = withClient(database, async (client) => {
      for (let act = 0; !written.signal.aborted; act++) {
        await client.query('begin')
        await client.query(`select graphile_worker.add_job('act')`)
        await client.query('insert into graphile_worker._private_known_crontabs values ($1, now())', [
          `act ${act}`,
        ])
        await client.query('commit')
      }
    })
    await writeBackup(database, changing, undefined)
    written.abort()
    await work

    const restored = await emptyDatabase()
    await restoreBackup(changing, restored)
    await withClient(restored, async (client) => {
      const { rows } = await client.query<{ jobs: number; crontabs: number }>(
        `select (select count(*)::int from graphile_worker._private_jobs) as jobs,
                (select count(*)::int from graphile_worker._private_known_crontabs) as crontabs`,
      )
      expect(rows[0]?.jobs).toBe(rows[0]?.crontabs)
    })
  })

  it('of an older version is migrated to this one', async () => {
    const migrations = readMigrations(migrationsFolder)
    const old = await emptyDatabase()
    await migrate(old, migrations.slice(0, 1))
    const oldFile = path.join(folder, 'old.backup')
    await writeBackup(old, oldFile, undefined)
    const restored = await emptyDatabase()
    await restoreBackup(oldFile, restored)
    expect(await migrate(restored)).toEqual([])
  })

  it('that is cut off, of a newer version or something else is refused, and nothing is loaded', async () => {
    const cut = changed('cut', (lines) => lines.slice(0, -1))
    const short = changed('short', (lines) =>
      lines.toSpliced(
        lines.findIndex((line) => line.startsWith('{"id')),
        1,
      ),
    )
    const torn = path.join(folder, 'torn')
    fs.writeFileSync(torn, fs.readFileSync(file).subarray(0, 20_000))
    for (const broken of [cut, short, torn]) {
      const target = await emptyDatabase()
      await expect(restoreBackup(broken, target)).rejects.toThrow('途中で切れています')
      const { corporations } = await withClient(target, async (client) => {
        const { rows } = await client.query<{ corporations: string }>(
          'select count(*) as corporations from corporation',
        )
        return rows[0] ?? { corporations: '?' }
      })
      expect(corporations).toBe('0')
    }

    const newer = changed('newer', ([first = '', ...rest]) => {
      const header = JSON.parse(first) as Header
      return [JSON.stringify({ ...header, migrations: [...header.migrations, '20991231_future'] }), ...rest]
    })
    await expect(restoreBackup(newer, await emptyDatabase())).rejects.toThrow(
      '新しい版のものです（20991231_future）',
    )

    const text = path.join(folder, 'text')
    fs.writeFileSync(text, 'hello')
    await expect(restoreBackup(text, await emptyDatabase())).rejects.toThrow('結の控えではありません')
    await expect(restoreBackup(path.join(folder, 'none'), await emptyDatabase())).rejects.toThrow(
      'がありません',
    )
  })

  it('is never poured into a database that has data', async () => {
    await expect(restoreBackup(file, url)).rejects.toThrow('すでに結のデータがあります')
    expect(await withClient(url, contentsOf)).toEqual(before)
  })
})
