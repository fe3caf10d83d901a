import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../scripts/migrate.ts'
import { withClient, withDatabase } from '../../scripts/postgres/databases.ts'
import { dropRun, newRunName, testServer } from '../support/server.ts'
import { newPlace, refusalOf, survivors, type Place } from './launch.ts'

describe('npm start refuses with one sentence', () => {
  let place: Place
  let serverUrl: string
  const runName = newRunName()
  beforeAll(async () => {
    place = await newPlace()
    serverUrl = await testServer()
    await dropRun(serverUrl, runName)
  })
  afterAll(async () => {
    await place.remove()
    await dropRun(serverUrl, runName)
  })

  /** Starts, expects a refusal, and that nothing is left running. */
  async function refused(env: NodeJS.ProcessEnv): Promise<string> {
    const start = place.start(env)
    expect({ code: await start.exit, output: start.output() }).toMatchObject({ code: 1 })
    const { services, postgres } = place.processes()
    expect(await survivors([...services, postgres])).toEqual([])
    return refusalOf(start.output())
  }

  /** A database prepared by `work`; afterwards `contents` tells whether the refused start has touched it. */
  async function database(name: string, work: (url: string) => Promise<void>): Promise<string> {
    await withClient(serverUrl, (client) => client.query(`create database ${runName}_${name}`))
    const url = withDatabase(serverUrl, `${runName}_${name}`)
    await work(url)
    return url
  }

  const execute = (url: string, sql: string) => withClient(url, (client) => client.query(sql))

  async function tables(url: string): Promise<unknown> {
    const { rows } = await execute(
      url,
      `select schemaname, relname, (xpath('/row/n/text()',
         query_to_xml(format('select count(*) as n from %I.%I', schemaname, relname), false, true, '')))[1]::text as rows
       from pg_stat_user_tables order by 1, 2`,
    )
    return rows
  }

  it('a port in use', async () => {
    const server = net.createServer().listen(place.port, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    try {
      expect(await refused({})).toContain(`ポート ${place.port} はほかのプログラムが使っています`)
    } finally {
      server.close()
    }
  })

  it('a PORT that is none', async () => {
    expect(await refused({ PORT: 'http' })).toContain('PORT は 1 から 65535 までの数')
  })

  it('a HOST that is not of this machine', async () => {
    expect(await refused({ HOST: '192.0.2.1' })).toContain('HOST=192.0.2.1 では待ち受けられません')
  })

  it('a DATABASE_URL that is none', async () => {
    expect(await refused({ DATABASE_URL: 'localhost/yui' })).toContain('DATABASE_URL の形が正しくありません')
    expect(await refused({ DATABASE_URL: 'mysql://a:b@localhost/yui' })).toContain('DATABASE_URL の形')
  })

  it('a database server that does not answer', async () => {
    const { port } = new URL(`http://localhost:${place.port}`)
    const sentence = await refused({ DATABASE_URL: `postgresql://yui:geheim@127.0.0.1:${port}/yui` })
    expect(sentence).toContain('つながりません')
    expect(sentence).not.toContain('geheim')
  })

  it('an unknown host', async () => {
    expect(await refused({ DATABASE_URL: 'postgresql://yui:x@no-such-host.invalid:5432/yui' })).toContain(
      '見つかりません',
    )
  })

  it('a wrong password, without repeating it', async () => {
    const url = new URL(serverUrl)
    url.password = 'geheim'
    const sentence = await refused({ DATABASE_URL: url.href })
    expect(sentence).toContain('利用者名か合言葉が違います')
    expect(sentence).not.toContain('geheim')
  })

  it('a database that does not exist', async () => {
    expect(await refused({ DATABASE_URL: withDatabase(serverUrl, `${runName}_none`) })).toContain(
      'その名前のデータベースがありません',
    )
  })

  it("somebody else's database, which stays as it is", async () => {
    const url = await database('foreign', async (target) => {
      await execute(target, 'create table guests (name text)')
    })
    const before = await tables(url)
    expect(await refused({ DATABASE_URL: url })).toContain('結のものでない表があります')
    expect(await tables(url)).toEqual(before)
  })

  it('a database newer than the code, which stays as it is', async () => {
    const url = await database('newer', async (target) => {
      await migrate(target)
      await execute(
        target,
        `insert into _prisma_migrations (id, checksum, finished_at, migration_name)
         values (gen_random_uuid(), 'x', now(), '20991231000000_from_the_future')`,
      )
    })
    const before = await tables(url)
    const sentence = await refused({ DATABASE_URL: url })
    expect(sentence).toContain(
      'データベースがこのプログラムより新しい版です（20991231000000_from_the_future）',
    )
    expect(await tables(url)).toEqual(before)
  })

  it('a job queue newer than the code', async () => {
    const url = await database('newer_queue', async (target) => {
      await migrate(target)
      await execute(target, `insert into graphile_worker.migrations (id, breaking) values (1000000, true)`)
    })
    expect(await refused({ DATABASE_URL: url })).toContain('データベースがこのプログラムより新しい版です')
  })

  it('an applied migration that was edited', async () => {
    const url = await database('edited', async (target) => {
      await migrate(target)
      await execute(target, `update _prisma_migrations set checksum = 'another'`)
    })
    expect(await refused({ DATABASE_URL: url })).toContain('の内容が書き換えられています')
  })

  it('a migration that has failed half-way', async () => {
    const url = await database('half', async (target) => {
      await migrate(target)
      await execute(
        target,
        `update _prisma_migrations set finished_at = null
         where migration_name = (select max(migration_name) from _prisma_migrations)`,
      )
    })
    expect(await refused({ DATABASE_URL: url })).toContain('が途中で止まっています')
  })

  it('production on an own database without a secret', async () => {
    const url = await database('secretless', async () => {})
    expect(await refused({ DATABASE_URL: url, NODE_ENV: 'production' })).toContain('YUI_SECRET')
    expect(await refused({ DATABASE_URL: url, YUI_SECRET: 'short' })).toContain('32 文字以上')
  })

  it('never puts sample data into an own database unasked', async () => {
    const url = await database('own', async () => {})
    const start = place.start({ DATABASE_URL: url, YUI_DEMO: '' })
    await start.says(/止めるには Ctrl-C/)
    start.kill('SIGINT')
    expect(await start.exit).toBe(0)
    const { rows } = await execute(url, 'select count(*)::int as people from app_user')
    expect(rows).toEqual([{ people: 0 }])
  })
})

const mayMount = process.getuid?.() === 0 && process.platform === 'linux'

describe.runIf(mayMount)('a full disk (needs root to make a small one)', () => {
  const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-disk-'))
  const mount = (...options: string[]) =>
    spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', disk]).status
  afterAll(() => {
    spawnSync('umount', [disk])
    fs.rmSync(disk, { recursive: true, force: true })
  })

  it('is said in one sentence, and once there is room the next start works', async () => {
    expect(mount('-o', 'size=12m,mode=755')).toBe(0)
    const place = await newPlace(disk)
    const filler = path.join(disk, 'filler')
    const refused = async () => {
      const start = place.start()
      expect({ code: await start.exit, output: start.output() }).toMatchObject({ code: 1 })
      expect(refusalOf(start.output())).toContain('ディスクの空きがありません')
      expect(await survivors([place.processes().postgres])).toEqual([])
    }
    const works = async () => {
      const start = place.start()
      await start.says(/止めるには Ctrl-C/)
      start.kill('SIGINT')
      expect(await start.exit).toBe(0)
    }
    try {
      await refused() // no room to create the database
      expect(mount('-o', 'remount,size=400m')).toBe(0)
      await works()
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']) // no room to open it
      await refused()
      fs.rmSync(filler)
      await works()
    } finally {
      await place.remove()
    }
  })
})
