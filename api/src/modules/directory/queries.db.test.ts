import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { createReadPool } from '../../kernel/db.ts'
import { facts, listOf, readFacts } from '../../kernel/read/facts.ts'
import { onStatement } from '../../kernel/read/execute.ts'
import '../../schema.ts'

const { url } = await testDatabase()
const pool = createReadPool(url, 2)
afterAll(() => pool.end())

describe('what is not for everybody is refused before anything is asked', () => {
  const contact = facts('FacilityContact', { columns: ['roleTitle'] })
  it.each([
    ['itself', listOf(contact, { first: 1 })],
    [
      'below something public',
      listOf(
        facts('Facility', {
          columns: ['name'],
          many: { contacts: { of: contact, orderBy: [{ id: 'asc' }], first: 1 } },
        }),
        { first: 1 },
      ),
    ],
    [
      'a person behind a confirmation',
      listOf(
        facts('FacilityConfirmation', {
          columns: ['block'],
          one: { confirmedBy: facts('User', { columns: ['name'] }) },
        }),
        { first: 1 },
      ),
    ],
  ])('%s', async (_what, ask) => {
    let statements = 0
    const stop = onStatement(() => statements++)
    await expect(readFacts(pool, { ask: ask as never })).rejects.toThrow('it is not for everybody')
    stop()
    expect(statements).toBe(0)
  })
})

it('several lists are one statement', async () => {
  let statements = 0
  const stop = onStatement(() => statements++)
  const { facilities, sources } = await readFacts(pool, {
    facilities: listOf(facts('Facility', { columns: ['id', 'name'] }), { first: 3, total: true }),
    sources: listOf(facts('DataSource', { columns: ['title'] }), { first: 3 }),
  })
  stop()
  expect(statements).toBe(1)
  expect(facilities.nodes.length).toBeLessThanOrEqual(3)
  expect(facilities.totalCount).toBeGreaterThanOrEqual(facilities.nodes.length)
  expect(Array.isArray(sources.nodes)).toBe(true)
})
