import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRunning, markOf, until } from '../../scripts/process.ts'
import { launch, newPlace, refusalOf, survivors, type Launched, type Place } from './launch.ts'

describe('kill -9', () => {
  let place: Place
  beforeEach(async () => {
    place = await newPlace()
  })
  afterEach(() => place.remove())

  async function running(): Promise<Launched> {
    const start = place.start()
    await start.says(/止めるには Ctrl-C/)
    return start
  }

  async function expectNextStartWorks(): Promise<Launched> {
    const next = await running()
    expect((await fetch(`${next.address}/readyz`)).status).toBe(200)
    const { services, postgres } = place.processes()
    next.kill('SIGINT')
    expect(await next.exit).toBe(0)
    expect(await survivors([...services, postgres])).toEqual([])
    return next
  }

  it('of the start: API and worker end by themselves, the next start adopts the database', async () => {
    const start = await running()
    const { services, postgres } = place.processes()
    start.kill('SIGKILL')
    expect(await survivors(services)).toEqual([])
    expect(isRunning(postgres ?? 0)).toBe(true)
    const next = await expectNextStartWorks()
    expect(next.output()).toContain('引き継ぎます')
  })

  it('of the API: everything stops and the start says so', async () => {
    const start = await running()
    const { services, postgres } = place.processes()
    process.kill(services[1] ?? 0, 'SIGKILL')
    expect(await start.exit).toBe(1)
    expect(refusalOf(start.output())).toContain('サーバー（API）が終了したため')
    expect(await survivors([...services, postgres])).toEqual([])
    await expectNextStartWorks()
  })

  it('of PostgreSQL: everything stops and the start says so', async () => {
    const start = await running()
    const { services, postgres } = place.processes()
    process.kill(postgres ?? 0, 'SIGKILL')
    expect(await start.exit).toBe(1)
    expect(refusalOf(start.output())).toMatch(/終了したため/)
    expect(await survivors([...services, postgres])).toEqual([])
    await expectNextStartWorks()
  })

  it('of everything at once', async () => {
    const start = await running()
    const { services, postgres } = place.processes()
    for (const pid of [start.pid, ...services, postgres ?? 0]) process.kill(pid, 'SIGKILL')
    expect(await survivors([...services, postgres])).toEqual([])
    await expectNextStartWorks()
  })

  it('of the bootstrap: what it has started stops in order', async () => {
    const env = { YUI_DATA_DIR: place.data, YUI_DEMO: '0' }
    const bootstrap = launch([process.execPath, 'scripts/bootstrap.mjs', 'start'], place.port, env)
    await bootstrap.says(/止めるには Ctrl-C/)
    const { services, postgres } = place.processes()
    bootstrap.kill('SIGKILL')
    expect(await survivors([...services, postgres])).toEqual([])
    expect(await until(10, () => !fs.existsSync(path.join(place.data, 'running.json')) || undefined)).toBe(
      true,
    )
  })

  it('in the middle of creating the database', async () => {
    const start = place.start()
    const unfinished = path.join(place.data, 'postgres', `data.new-${start.pid}`, 'PG_VERSION')
    expect(await until(20, () => fs.existsSync(unfinished) || undefined)).toBe(true)
    start.kill('SIGKILL')
    await expectNextStartWorks()
  })

  it('with the number of the dead PostgreSQL taken over by a stranger', async () => {
    const start = await running()
    const { postgres } = place.processes()
    start.kill('SIGKILL')
    process.kill(postgres ?? 0, 'SIGKILL')
    expect(await survivors([postgres])).toEqual([])
    const stranger = spawn('sleep', ['600'])
    try {
      const pidFile = path.join(place.data, 'postgres', 'data', 'postmaster.pid')
      fs.writeFileSync(
        pidFile,
        fs.readFileSync(pidFile, 'utf8').replace(String(postgres), String(stranger.pid)),
      )
      await expectNextStartWorks()
      expect(isRunning(stranger.pid ?? 0)).toBe(true)
    } finally {
      stranger.kill()
    }
  })

  it('leaves a service that cannot end by itself: the next start ends it and says which', async () => {
    const holder = spawn(process.execPath, [
      '-e',
      `require('node:http').createServer().listen(${place.port}, '127.0.0.1'); process.on('SIGTERM', () => {})`,
    ])
    const holds = () =>
      fetch(`http://127.0.0.1:${place.port}`, { signal: AbortSignal.timeout(200) }).then(
        () => true,
        (error: unknown) => (error instanceof Error && error.name === 'TimeoutError') || undefined,
      )
    expect(await until(20, holds)).toBe(true)
    const mark = markOf(holder.pid ?? 0)
    const dead = { pid: 1, startedAt: 'never' }
    fs.writeFileSync(
      path.join(place.data, 'running.json'),
      JSON.stringify({ start: dead, address: '', services: [mark] }),
    )
    const next = await expectNextStartWorks()
    expect(next.output()).toContain(`前回の残りのプロセス（${mark.pid}）を止めました`)
  })
})
