import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, Refusal } from './refusal.ts'

/** What Linux tells about a process: its state letter and the tick it started at. */
function statOf(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

/** Whether a process lives. A zombie does not: nobody may ever reap it in a container without an init. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return process.platform !== 'linux' || !['Z', 'X', undefined].includes(statOf(pid)?.state)
}

/** A process as it can be found again: the number alone may meanwhile belong to another one. */
export interface ProcessMark {
  pid: number
  startedAt: string
}

/** Marks a running process. */
export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: statOf(pid)?.startedAt ?? '' }
}

/** Whether exactly the marked process still runs. */
export function isStillRunning(mark: ProcessMark): boolean {
  return isRunning(mark.pid) && markOf(mark.pid).startedAt === mark.startedAt
}

/** Whether a process works in `folder`; where the system does not tell (not Linux), living is taken for yes. */
export function worksIn(pid: number, folder: string): boolean {
  if (!isRunning(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Asks `condition` again and again until it answers something, or gives up after `seconds`. */
export async function until<T>(
  seconds: number,
  condition: () => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await condition()
    if (answer) return answer
    if (Date.now() > deadline) return undefined
    await pause(40)
  }
}

/** Ends a process: the signal first, the hard one when it has not gone after `seconds`. */
export async function end(
  pid: number,
  signal: NodeJS.Signals,
  seconds: number,
  last: NodeJS.Signals,
): Promise<void> {
  for (const next of [signal, last]) {
    if (!isRunning(pid)) return
    try {
      process.kill(pid, next)
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error
    }
    if (await until(seconds, () => !isRunning(pid))) return
  }
  throw new Refusal(`プロセス ${pid} を終了できません`, `process ${pid} does not end`)
}

/** Lets one process at a time do `work`; a lock left behind by a killed process is taken over. */
export async function withLock<T>(file: string, seconds: number, work: () => Promise<T>): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const taken = await until(seconds, () => takeLock(file))
  if (!taken) {
    throw new Refusal(
      `別の処理が終わるのを待てませんでした: ${file}`,
      'another process holds this lock for too long',
    )
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function takeLock(file: string): boolean {
  // Written aside and linked into place: nobody ever reads a lock that does not yet name its holder.
  const mine = `${file}.${process.pid}`
  fs.writeFileSync(mine, JSON.stringify(markOf(process.pid)))
  try {
    fs.linkSync(mine, file)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const holder = readMark(file)
    if (holder && !isStillRunning(holder)) fs.rmSync(file, { force: true })
    return false
  } finally {
    fs.rmSync(mine, { force: true })
  }
}

/** Reads a mark another process has left in a file. */
function readMark(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as ProcessMark
  } catch {
    return undefined
  }
}

/** Tries to listen on a port; the system's error code when that is not possible. */
export function whyNotListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error) => resolve(codeOf(error) ?? error.message))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
