import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../scripts/commands.ts'
import { openCluster } from '../../scripts/postgres/cluster.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { newPlace, refusalOf, survivors, type Place } from './launch.ts'

describe('npm run yui', () => {
  let place: Place
  beforeAll(async () => {
    place = await newPlace()
  })
  afterAll(() => place.remove())

  const yui = (...args: string[]) =>
    run([process.execPath, 'scripts/yui.ts', ...args], {
      env: { YUI_DATA_DIR: place.data, DATABASE_URL: undefined, INIT_CWD: place.data },
    })

  async function onDatabase(sql: string): Promise<unknown[]> {
    const cluster = await openCluster({ folder: path.join(place.data, 'postgres'), durable: true })
    try {
      return await withClient(cluster.url('yui'), async (client) => (await client.query(sql)).rows)
    } finally {
      if (!cluster.adopted) await cluster.stop()
    }
  }

  it('lists its tasks, and refuses an unknown one', async () => {
    const list = await yui()
    expect(list.code).toBe(0)
    for (const task of ['backup', 'restore', 'migrate', 'schema:print', 'data:check'])
      expect(list.output).toContain(task)
    const unknown = await yui('fly')
    expect(unknown.code).toBe(1)
    expect(refusalOf(unknown.output)).toContain('fly という作業はありません')
  })

  it('migrates an embedded database and leaves no server behind', async () => {
    const first = await yui('migrate')
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('適用しました') })
    expect((await yui('migrate')).output).toContain('表は最新です')
    expect(await survivors([place.processes().postgres])).toEqual([])
  })

  it('backs up a running portal and restores it, the secret too', async () => {
    const start = place.start()
    await start.says(/止めるには Ctrl-C/)
    const remember = `select graphile_worker.add_job('remembered', run_at => now() + interval '1 day')`
    await onDatabase(remember)
    expect(await yui('backup', 'kept')).toMatchObject({ code: 0 })
    const secret = fs.readFileSync(path.join(place.data, 'secrets.json'), 'utf8')
    const running = await yui('restore', 'kept')
    expect(refusalOf(running.output)).toContain('結が動いています')
    start.kill('SIGINT')
    await start.exit

    await onDatabase('delete from graphile_worker._private_jobs')
    fs.writeFileSync(path.join(place.data, 'secrets.json'), JSON.stringify({ secret: 'another' }))
    expect(refusalOf((await yui('restore', 'kept')).output)).toContain('--replace')
    const restored = await yui('restore', 'kept', '--replace')
    expect(restored).toMatchObject({ code: 0, output: expect.stringMatching(/yui_before_\d{14} に残して/) })
    const jobs = `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'remembered'`
    expect(await onDatabase(jobs)).toEqual([{ jobs: 1 }])
    expect(fs.readFileSync(path.join(place.data, 'secrets.json'), 'utf8')).toBe(secret)
    expect(await survivors([place.processes().postgres])).toEqual([])
  })
})
