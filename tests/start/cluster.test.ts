import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCluster, stopCluster } from '../../scripts/postgres/cluster.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { isRunning } from '../../scripts/process.ts'
import { projectRoot } from '../../scripts/project.ts'

describe('the embedded PostgreSQL', () => {
  let parent: string
  let folder: string
  beforeEach(() => {
    parent = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-cluster-'))
    fs.chmodSync(parent, 0o755) // PostgreSQL may run as another user
    folder = path.join(parent, 'postgres')
  })
  afterEach(async () => {
    await stopCluster(folder).catch(() => false)
    fs.rmSync(parent, { recursive: true, force: true })
  })

  const open = () => openCluster({ folder, durable: false })

  it('understands Japanese, and listens to this machine only', async () => {
    const cluster = await open()
    await withClient(cluster.url(), async (client) => {
      const { rows } = await client.query(
        `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
                lower('ＡＢＣ') as lower, '介護' ~ '^\\w+$' as letters,
                current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets
         from pg_database where datname = current_database()`,
      )
      expect(rows).toEqual([
        {
          encoding: 'UTF8',
          provider: 'b',
          locale: 'C.UTF-8',
          lower: 'ａｂｃ',
          letters: true,
          listens: '127.0.0.1',
          sockets: '',
        },
      ])
    })
  })

  it('is one server however many open it at once', async () => {
    const program = `import { openCluster } from './scripts/postgres/cluster.ts'
      const { pid } = await openCluster({ folder: ${JSON.stringify(folder)}, durable: false })
      process.stdout.write(String(pid))`
    const pids = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
          cwd: projectRoot,
        })
        let printed = ''
        for await (const text of child.stdout) printed += String(text)
        return Number(printed)
      }),
    )
    expect(new Set(pids).size).toBe(1)
    expect(isRunning(pids[0] ?? 0)).toBe(true)
    expect(await stopCluster(folder)).toBe(true)
    expect(isRunning(pids[0] ?? 0)).toBe(false)
    expect(await stopCluster(folder)).toBe(false)
  })

  it('keeps its port and its data from one opening to the next', async () => {
    const first = await open()
    await withClient(first.url(), (client) => client.query('create database kept'))
    await first.stop()
    const second = await open()
    expect(second.url('kept')).toBe(first.url('kept'))
    await withClient(second.url('kept'), (client) => client.query('select 1'))
  })

  it('refuses a folder of another version, and one whose password is lost', async () => {
    await (await open()).stop()
    const version = path.join(folder, 'data', 'PG_VERSION')
    fs.writeFileSync(version, '17\n')
    await expect(open()).rejects.toThrow('データは PostgreSQL 17 のもので')
    fs.writeFileSync(version, '18\n')
    fs.rmSync(path.join(folder, 'access.json'))
    await expect(open()).rejects.toThrow('合言葉が分かりません')
  })

  it.runIf(process.getuid?.() === 0)('serves root in a folder nobody else may enter', async () => {
    fs.chmodSync(parent, 0o700)
    const cluster = await open()
    await withClient(cluster.url(), (client) => client.query('select 1'))
    const data = fs.realpathSync(path.join(folder, 'data'))
    expect(data).toMatch(/^\/var\/lib\/yui\//)
    await stopCluster(folder)
    fs.rmSync(data, { recursive: true })
  })
})
