import { expect, it } from 'vitest'
import { freshDatabase, testDatabase } from './database.ts'

it('gives the worker a migrated database of its own', async () => {
  const { url, pool } = await testDatabase()
  const { rows } = await pool.query(
    `select current_database() as name, to_regclass('app_user') is not null as migrated`,
  )
  expect(rows).toEqual([{ name: new URL(url).pathname.slice(1), migrated: true }])
  expect(process.env.DATABASE_URL).toBe(url)
})

it('gives another one on request', async () => {
  expect(await freshDatabase()).not.toBe((await testDatabase()).url)
})
