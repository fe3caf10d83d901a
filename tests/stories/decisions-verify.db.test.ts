import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReadPool } from '../../api/src/kernel/db.ts'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import { verifyDecisions } from '../../api/src/modules/meetings/register/verify.ts'
import { run } from '../../scripts/commands.ts'
import { freshDatabase } from '../support/database.ts'
import { decisionWorld, type DecisionWorld } from '../support/decision-world.ts'
import { openTestGraph } from '../support/graph.ts'

// `npm run yui -- decisions:verify` on a database of its own: what was touched behind the portal's back is named.

let url: string
let there: DecisionWorld
let network: string
beforeAll(async () => {
  url = await freshDatabase()
  const graph = await openTestGraph(url)
  there = await decisionWorld(graph)
  await decisionWorld(graph)
  network = (await graph.db.platform.findUniqueOrThrow({ where: { id: there.platformId } })).name
})

const verify = () =>
  run([process.execPath, 'scripts/yui.ts', 'decisions:verify'], { env: { DATABASE_URL: url } })

/** Does something to the database that its triggers would refuse, looks, and puts it back. */
async function touched<T>(change: string, restore: string, look: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('create table as_it_was as select id, vote, verdict, outcome from decision')
    await client.query(change, [there.decisionIds[0]])
    return await look()
  } finally {
    await client.query(restore)
    await client.query('drop table as_it_was')
    await client.end()
  }
}
const RESTORE = `update decision as d set vote = w.vote, verdict = w.verdict, outcome = w.outcome
  from as_it_was as w where w.id = d.id`

describe('the check of the register', () => {
  it('finds everything in order where nothing was touched', async () => {
    expect(await verify()).toEqual({ code: 0, output: '議決 4 件を計算し直しました\nすべて一致しました\n' })
  })

  it.each([
    [
      'a figure',
      `update decision set verdict = jsonb_set(verdict, '{for,voters}', '99') where id = $1`,
      '賛成',
    ],
    ['the outcome', `update decision set outcome = 'REJECTED' where id = $1`, '結果'],
    ['the ballots themselves', `update decision set vote = '{}' where id = $1`, '票か規則が読めません'],
  ])(
    'names the decision when somebody has touched %s, and looks at all the others',
    async (_what, change, said) => {
      expect(await touched(change, RESTORE, verify)).toEqual({
        code: 1,
        output: `${network} 令和8年-総会-01: 一致しません（${said}）\n議決 4 件を計算し直しました\n一致しない議決があります\n`,
      })
    },
  )

  it('leaves none out between one portion and the next', async () => {
    const pool = createReadPool(url, 1)
    try {
      for (const atOnce of [1, 2, 3, 4, 5])
        expect(await verifyDecisions(sqlFor(pool), atOnce)).toEqual({ checked: 4, disagreements: [] })
    } finally {
      await pool.end()
    }
  })
})
