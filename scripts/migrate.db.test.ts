import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../tests/support/database.ts'
import { installed, run } from './commands.ts'
import { migrate, migrationsFolder, readMigrations, type Migration } from './migrate.ts'
import { withClient } from './postgres/databases.ts'
import { until } from './process.ts'

const all = readMigrations(migrationsFolder)
const names = all.map(({ name }) => name)
const extra = (sql: string): Migration => ({ name: '99991231_extra', sql, checksum: 'extra' })

const tables = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_stat_user_tables where schemaname = 'public' order by 1`,
    )
    return rows.map(({ name }) => name)
  })

describe('migrate', () => {
  it('applies everything once', async () => {
    const url = await emptyDatabase()
    expect(await migrate(url)).toEqual(names)
    expect(await migrate(url)).toEqual([])
  })

  it('applies everything once when two begin together', async () => {
    const url = await emptyDatabase()
    const [one, other] = await Promise.all([migrate(url), migrate(url)])
    expect([...one, ...other]).toEqual(names)
  })

  it('leaves the tables as they were when a migration fails half-way', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const before = await tables(url)
    const broken = extra('create table half (a int); select 1 / 0;')
    await expect(migrate(url, [...all, broken])).rejects.toThrow('migration 99991231_extra: division by zero')
    expect(await tables(url)).toEqual(before)
    expect(await migrate(url, [...all, extra('create table whole (a int)')])).toEqual(['99991231_extra'])
  })

  it('leaves the tables as they were when it is killed in the middle', async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const before = await tables(url)
    const slow = extra('create table half (a int); select pg_sleep(600);')
    // All migrations together are more than fits on a command line.
    const program = `import { migrate, migrationsFolder, readMigrations } from './scripts/migrate.ts'
      await migrate(${JSON.stringify(url)}, [...readMigrations(migrationsFolder), ${JSON.stringify(slow)}])`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
    const sleeping = () =>
      withClient(url, async (client) => {
        const { rowCount } = await client.query(
          `select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
        )
        return rowCount === 1 || undefined
      })
    expect(await until(20, sleeping)).toBe(true)
    child.kill('SIGKILL')
    await withClient(url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event = 'PgSleep'`,
      ),
    )
    expect(await tables(url)).toEqual(before)
    expect(await migrate(url, [...all, extra('create table whole (a int)')])).toEqual(['99991231_extra'])
  })

  it("is understood by Prisma's own command line", async () => {
    const url = await emptyDatabase()
    await migrate(url)
    const { output } = await run([installed('prisma'), 'migrate', 'status'], { env: { DATABASE_URL: url } })
    expect(output).toContain('Database schema is up to date!')
  })
})
