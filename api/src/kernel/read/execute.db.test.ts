import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { createReadPool } from '../db.ts'
import { onStatement, runStatement } from './execute.ts'

let pool: ReturnType<typeof createReadPool>

beforeAll(async () => {
  pool = createReadPool((await testDatabase()).url, 1)
})

afterAll(() => pool.end())

const processId = async () => (await runStatement(pool, 'SELECT pg_backend_pid()', [])).rows[0]?.[0]
const prepared = async (pattern: string) =>
  (
    await pool.query<{ generic_plans: string; custom_plans: string }>(
      'SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE $1',
      [pattern],
    )
  ).rows

it('prepares a statement from its second use on, and keeps one plan for it', async () => {
  const text = 'SELECT $1::int + 4711'
  await runStatement(pool, text, [1])
  expect(await prepared('%4711')).toEqual([])
  for (const value of [2, 3, 4]) await runStatement(pool, text, [value])
  expect(await prepared('%4711')).toEqual([{ generic_plans: '3', custom_plans: '0' }])
})

it('replaces a connection that holds too many statements', async () => {
  const before = await processId()
  const replaced = async () => (await processId()) !== before
  let run = 0
  for (; run < 600 && !(await replaced()); run++) {
    for (const _use of [1, 2]) await runStatement(pool, `SELECT ${run}`, [])
  }
  expect(run).toBeGreaterThan(400)
  expect(run).toBeLessThan(520)
})

it('goes on with a connection whose statement failed, and not with one that was lost', async () => {
  const before = await processId()
  await expect(runStatement(pool, 'SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
  expect(await processId()).toBe(before)
  await expect(runStatement(pool, 'SELECT pg_terminate_backend(pg_backend_pid())', [])).rejects.toMatchObject(
    { code: '57P01' },
  )
  expect(await processId()).not.toBe(before)
})

it('tells listeners of every statement, of those that failed too, until they stop listening', async () => {
  const heard: string[] = []
  const stop = onStatement(({ text }) => heard.push(text))
  await runStatement(pool, 'SELECT 1', [])
  await expect(runStatement(pool, 'SELECT nothing', [])).rejects.toMatchObject({ code: '42703' })
  stop()
  await runStatement(pool, 'SELECT 2', [])
  expect(heard).toEqual(['SELECT 1', 'SELECT nothing'])
})

it('answers in UTC and parallel to nobody’s settings', async () => {
  const { rows } = await runStatement(
    pool,
    `SELECT current_setting('timezone'), current_setting('plan_cache_mode')`,
    [],
  )
  expect(rows).toEqual([['UTC', 'force_generic_plan']])
})
