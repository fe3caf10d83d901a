import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrokenData, readDataChecks } from '../../scripts/data-checks.ts'
import { freshDatabase } from '../support/database.ts'
import { breaks, sound } from './broken-data.ts'

const claims = readDataChecks().map(({ claim }) => claim)

/** Takes the guards of the tables away, so that the checks stand alone. */
const withoutGuards = `
  set session_replication_role = replica;
  do $$ declare guard record; begin
    for guard in select conrelid::regclass as held_by, conname from pg_constraint
      where contype in ('c', 'x', 'u') and connamespace = 'public'::regnamespace and conislocal and conrelid <> 0
    loop execute format('alter table %s drop constraint %I', guard.held_by, guard.conname); end loop;
    for guard in select indexrelid::regclass as name from pg_index
      where indisunique and not indisprimary and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    loop execute format('drop index %s cascade', guard.name); end loop;
  end $$;`

describe('what prisma/checks says of the data', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: await freshDatabase() })
    await client.connect()
    await client.query(withoutGuards)
  })
  afterAll(() => client.end())

  const brokenAfter = async (change: string) => {
    await client.query('begin')
    try {
      await client.query(sound)
      await client.query(change)
      const broken = await findBrokenData(client)
      return broken.map(({ claim }) => claim)
    } finally {
      await client.query('rollback')
    }
  }

  it('holds of sound data', async () => {
    expect(await brokenAfter('select')).toEqual([])
  })

  it('is a claim of its own for each statement, with a break for each claim', () => {
    expect(claims.length).toBeGreaterThan(40)
    expect(new Set(claims).size).toBe(claims.length)
    expect(Object.keys(breaks).toSorted()).toEqual(claims.toSorted())
  })

  it.each(Object.entries(breaks))('is seen broken: %s', async (claim, change) => {
    expect(await brokenAfter(change)).toContain(claim)
  })
})
