import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, newPlace, refusalOf, survivors, type Place } from './launch.ts'

describe('npm start', () => {
  let place: Place
  beforeAll(async () => {
    place = await newPlace()
  })
  afterAll(() => place.remove())

  const cluster = () => fs.statSync(path.join(place.data, 'postgres', 'data', 'PG_VERSION')).mtimeMs

  it('brings up a portal that is ready, and Ctrl-C leaves no process behind', async () => {
    const start = place.start()
    await start.says(/止めるには Ctrl-C/)
    expect(start.output()).toContain(start.address)
    expect((await fetch(`${start.address}/readyz`)).status).toBe(200)
    const { services, postgres } = place.processes()
    expect(services).toHaveLength(2)

    start.kill('SIGINT')
    expect(await start.exit).toBe(0)
    expect(await survivors([...services, postgres])).toEqual([])
    expect(fs.existsSync(path.join(place.data, 'running.json'))).toBe(false)
  })

  it('keeps the password and the secret from other users of the machine', () => {
    const files = ['postgres/access.json', 'secrets.json', 'server.log']
    const readable = files.filter((file) => fs.statSync(path.join(place.data, file)).mode & 0o077)
    expect(readable).toEqual([])
  })

  it('reuses everything the second time, within seconds', async () => {
    const made = cluster()
    const secret = fs.readFileSync(path.join(place.data, 'secrets.json'), 'utf8')
    const start = place.start({ YUI_BEGAN: String(Date.now()) })
    await start.says(/止めるには Ctrl-C/)
    const seconds = Number(/（([\d.]+) 秒）/.exec(start.output())?.[1])
    expect(seconds).toBeLessThan(30)
    expect(start.output()).not.toContain('適用しました')
    expect(cluster()).toBe(made)
    expect(fs.readFileSync(path.join(place.data, 'secrets.json'), 'utf8')).toBe(secret)

    const second = place.start()
    expect(await second.exit).toBe(1)
    expect(refusalOf(second.output())).toContain(`結はすでに ${start.address} で動いています`)
    expect((await fetch(`${start.address}/readyz`)).status).toBe(200)

    start.kill('SIGTERM')
    expect(await start.exit).toBe(0)
  })

  it('is one start when two begin at the same moment', async () => {
    const both = [place.start(), place.start()]
    const refused = await Promise.race(both.map(async (start) => ({ start, code: await start.exit })))
    expect(refused.code).toBe(1)
    expect(refusalOf(refused.start.output())).toContain('結はすでに')
    const other = both.find((start) => start !== refused.start)
    await other?.says(/止めるには Ctrl-C/)
    other?.kill('SIGINT')
    expect(await other?.exit).toBe(0)
  })

  it.each([/データベースを用意/, /表を最新に/, /画面を用意/, /サーバーを起動/])(
    'stops when asked in the middle of %s',
    async (moment) => {
      const start = place.start()
      await start.says(moment)
      start.kill('SIGINT')
      expect({ code: await start.exit, output: start.output() }).toMatchObject({ code: 0 })
      const { services, postgres } = place.processes()
      expect(await survivors([...services, postgres])).toEqual([])
    },
  )

  it('stops by Ctrl-C through npm as well', async () => {
    const env = { YUI_DATA_DIR: place.data, YUI_DEMO: '0' }
    const start = launch(['npm', 'start'], place.port, env)
    await start.says(/止めるには Ctrl-C/)
    const { services, postgres } = place.processes()
    process.kill(-start.pid, 'SIGINT') // the terminal sends it to the whole group
    await start.exit // npm itself ends by the signal once its script has ended
    expect(start.output()).toContain('止まりました')
    expect(await survivors([...services, postgres])).toEqual([])
  })
})
