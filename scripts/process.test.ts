import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { end, isRunning, isStillRunning, markOf, until, whyNotListen, withLock } from './process.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-process-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** A process number that nobody has any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

describe('a process', () => {
  it('runs until it has ended', async () => {
    const child = spawn('sleep', ['600'])
    const pid = child.pid ?? 0
    const mark = markOf(pid)
    expect([isRunning(pid), isStillRunning(mark)]).toEqual([true, true])
    await end(pid, 'SIGTERM', 5, 'SIGKILL')
    expect([isRunning(pid), isStillRunning(mark)]).toEqual([false, false])
  })

  it('is ended hard when it does not listen', async () => {
    const child = spawn(process.execPath, [
      '-e',
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1e6); console.log(1)`,
    ])
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await end(child.pid ?? 0, 'SIGTERM', 0.2, 'SIGKILL')
    expect(isRunning(child.pid ?? 0)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('is not another one that got its number', () => {
    expect(isStillRunning({ ...markOf(process.pid), startedAt: '1' })).toBe(false)
  })
})

describe('a lock', () => {
  it('lets one in at a time', async () => {
    const file = path.join(folder, 'one.lock')
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setImmediate(resolve))
      inside--
    }
    await Promise.all([1, 2, 3].map(() => withLock(file, 10, work)))
    expect({ most, left: fs.existsSync(file) }).toEqual({ most: 1, left: false })
  })

  it('of a dead process is taken over', async () => {
    const file = path.join(folder, 'dead.lock')
    fs.writeFileSync(file, JSON.stringify({ pid: deadPid(), startedAt: '1' }))
    expect(await withLock(file, 5, async () => 'mine')).toBe('mine')
  })

  it('of a living process is waited for, and named when that takes too long', async () => {
    const file = path.join(folder, 'living.lock')
    fs.writeFileSync(file, JSON.stringify(markOf(process.ppid)))
    await expect(withLock(file, 0.1, async () => 'mine')).rejects.toThrow(file)
    expect(fs.existsSync(file)).toBe(true)
  })
})

describe('waiting', () => {
  it('ends with the first answer, or without one after its time', async () => {
    let asked = 0
    expect(await until(5, () => (++asked === 3 ? 'third' : undefined))).toBe('third')
    expect(await until(0.05, () => undefined)).toBeUndefined()
  })
})

describe('a port', () => {
  it('can be listened on until somebody does', async () => {
    const server = net.createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as net.AddressInfo
    expect(await whyNotListen(port, '127.0.0.1')).toBe('EADDRINUSE')
    await new Promise((resolve) => server.close(resolve))
    expect(await whyNotListen(port, '127.0.0.1')).toBeUndefined()
  })
})
