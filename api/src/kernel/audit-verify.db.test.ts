import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { freshDatabase } from '../../../tests/support/database.ts'
import { promise, proveRuns } from '../../../tests/support/prove.ts'
import { verifyAudit } from './audit-verify.ts'
import { runCommand } from './command.ts'
import { createDb, type Db } from './db.ts'
import { foundPlatform } from './fixtures/platforms.ts'
import { noonClock, personOf } from './fixtures/viewers.ts'

const acts = proveRuns(40, 5_000)

let pool: pg.Pool
let db: Db
let note: { seq: bigint; hash: string }

beforeAll(async () => {
  const url = await freshDatabase()
  pool = new pg.Pool({ connectionString: url, max: 3 })
  db = createDb(url)
  const { id } = await db.user.create({
    data: { name: '見本 花子', email: 'hanako@example.jp', sample: true },
  })
  const context = { viewer: personOf(id), clock: noonClock, db, requestId: 'a request' }
  for (let act = 1; act <= acts; act++) {
    const reason = act % 3 === 0 ? `理由；-;${act}:` : undefined
    await runCommand(foundPlatform, { name: `見本 ${act}`, reason }, context)
    if (act === acts / 2) note = (await verifyAudit(pool)).head
  }
})

afterAll(async () => {
  await pool.end()
  await db.$disconnect()
})

/** Changes the tables as somebody could who owns the database, looks, and takes it back. */
async function afterTampering(sql: string) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica') // triggers off
    await client.query(sql)
    const asTampered = { connect: async () => borrowed(client) } as unknown as pg.Pool
    return (await verifyAudit(asTampered, note)).breaks.map(({ seq, fault }) => `${seq} ${fault}`)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The same connection, but its transaction stays ours. */
const borrowed = (client: pg.PoolClient) => ({
  query: (text: string, values?: unknown[]) =>
    /^(begin|rollback)/.test(text) ? Promise.resolve({ rows: [] }) : client.query(text, values),
  release: () => {},
})

describe('the audit chain', () => {
  it('holds after many acts, and gives a note to keep elsewhere', async () => {
    const { checked, head, breaks } = await verifyAudit(pool, note)
    expect({ checked, breaks }).toEqual({ checked: acts, breaks: [] })
    expect(head.seq).toBe(BigInt(acts))
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('still holds when the input of an entry was erased', async () => {
    await pool.query('update audit_entry set input = null, input_salt = null where seq = 5')
    expect((await verifyAudit(pool)).breaks).toEqual([])
  })

  it.each([
    ['an entry that was altered', `update audit_entry set command = 'other' where seq = 7`, ['7 altered']],
    [
      'one altered together with its hash',
      `update audit_entry a set hash = audit_hash(jsonb_populate_record(a, '{"command": "other"}')), command = 'other' where seq = 7`,
      ['8 chain'],
    ],
    [
      'an actor put in place of another',
      `update audit_entry set actor_user_id = gen_random_uuid() where seq = 3`,
      ['3 altered'],
    ],
    [
      'an input that was altered',
      `update audit_entry set input = '{"name": "x"}' where seq = 11`,
      ['11 input altered'],
    ],
    ['an entry that was deleted', `delete from audit_entry where seq = 20`, ['21 missing']],
    [
      'a gap that was closed again',
      `delete from audit_entry where seq = 20; update audit_entry set seq = -seq where seq > 20; update audit_entry set seq = -seq - 1 where seq < 0`,
      ['20 chain', '20 altered'],
    ],
    [
      'two entries that changed places',
      `update audit_entry set seq = -seq where seq in (12, 13); update audit_entry set seq = 25 + seq where seq < 0`,
      ['12 chain', '12 altered', '13 chain', '13 altered', '14 chain'],
    ],
    ['a tail that was cut off', `delete from audit_entry where seq > ${acts - 2}`, [`${acts} cut off`]],
    [
      'a tail that was cut off together with the head, if somebody noted a later end',
      `delete from audit_entry where seq >= ${acts / 2};
       update ledger_head set audit_seq = ${acts / 2 - 1}, hash = (select hash from audit_entry where seq = ${acts / 2 - 1})`,
      [`${acts / 2} not as noted`],
    ],
    ['events that were deleted', `delete from event_log where seq = 4`, [`${acts} events missing`]],
  ])('shows %s', async (_what, sql, expected) => {
    const breaks = await afterTampering(sql)
    expect(breaks.slice(0, expected.length)).toEqual(expected)
    expect((await verifyAudit(pool)).breaks).toEqual([])
  })

  it('shows a chain that was computed anew from an altered entry on, if somebody noted its end before', async () => {
    const breaks = await afterTampering(`
      update audit_entry set command = 'other' where seq = 9;
      do $$ declare before bytea; entry audit_entry; begin
        select hash into before from audit_entry where seq = 8;
        for entry in select * from audit_entry where seq >= 9 order by seq loop
          entry.prev_hash := before;
          before := audit_hash(entry);
          update audit_entry set prev_hash = entry.prev_hash, hash = before where seq = entry.seq;
        end loop;
        update ledger_head set hash = before;
      end $$`)
    expect(breaks).toEqual([`${note.seq} not as noted`])
  })

  it('is found broken wherever a byte changes', async () => {
    const columns = ['command', 'acting_name', 'acting_key', 'subject_id', 'request_id']
    const tried: string[] = []
    const found: string[] = []
    for (let seq = 6; seq < acts; seq += Math.ceil(acts / 20)) {
      for (const column of columns) {
        const change = `update audit_entry set ${column} = ${column} || ' ' where seq = ${seq}`
        tried.push(change)
        if ((await afterTampering(change)).includes(`${seq} altered`)) found.push(change)
      }
    }
    promise('audit-chain', `${found.length} of ${tried.length} alterations found in a chain of ${acts}`)
    expect(found).toEqual(tried)
  })

  it('is not changed by ordinary means: the database refuses', async () => {
    for (const sql of [
      `update audit_entry set command = 'other' where seq = 7`,
      'delete from audit_entry where seq = 7',
      'truncate audit_entry',
      `update event_log set name = 'other' where seq = 7`,
      'delete from event_log where seq = 7',
      'truncate event_log',
      'update ledger_head set audit_seq = audit_seq - 1',
      'delete from ledger_head',
    ]) {
      await expect(pool.query(sql)).rejects.toMatchObject({ code: '23001' })
    }
  })
})
