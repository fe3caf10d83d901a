import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { end, until } from '../process.ts'
import { projectRoot } from '../project.ts'
import { Refusal } from '../refusal.ts'
import { stopRequest, stopRequested } from '../stop-request.ts'

export interface Service {
  title: string
  pid: number
  log: string
  /** Resolves when the process has gone, whatever the reason. */
  gone: Promise<void>
  stop(): Promise<void>
}

interface Program {
  /** What a person calls it. */
  title: string
  /** The file Node runs, relative to the checkout. */
  entry: string
  env: NodeJS.ProcessEnv
  /** Where its output goes: a file, so that it outlives this terminal's closing. */
  log: string
}

export const apiProgram = { title: 'サーバー（API）', entry: 'api/src/server.ts' }
export const workerProgram = { title: '裏方の処理（worker）', entry: 'api/src/worker.ts' }

/** Starts one of our programs. */
export async function startService({ title, entry, env, log }: Program): Promise<Service> {
  fs.mkdirSync(path.dirname(log), { recursive: true })
  const output = fs.openSync(log, 'w', 0o600)
  const preload = pathToFileURL(path.join(import.meta.dirname, 'end-with-parent.ts')).href
  const child = spawn(process.execPath, ['--import', preload, entry], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', output, output, 'ipc'],
    // Its own group: Ctrl-C in the terminal reaches only us, and we stop things in the right order.
    detached: true,
  })
  fs.closeSync(output)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const pid = await pidOf(child)
  return { title, pid, log, gone, stop: () => end(pid, 'SIGTERM', 15, 'SIGKILL') }
}

function pidOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
}

/** Waits until the API says that it is ready to serve; refuses when a service ends instead. */
export async function untilReady(address: string, services: Service[]): Promise<void> {
  const dead = firstToGo(services)
  const ready = until(
    90,
    async () => stopRequest.aborted || (await answersOk(`${address}/readyz`)) || undefined,
  )
  const first = await Promise.race([dead, ready, stopRequested()])
  stopRequest.throwIfAborted()
  if (first === true) return
  throw typeof first === 'object'
    ? deathOf(first)
    : new Refusal('90 秒待っても準備が整いません', 'not ready in 90 s')
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

/** The first of the services to end. */
export function firstToGo(services: Service[]): Promise<Service> {
  return Promise.race(services.map((service) => service.gone.then(() => service)))
}

/** Says that a service has ended by itself, with the last it had to say. */
export function deathOf({ title, log }: Service): Refusal {
  const lastWords = fs.readFileSync(log, 'utf8').trim().split('\n').slice(-15).join('\n')
  console.error(lastWords)
  return new Refusal(
    `${title}が終了したため、すべて止めました。記録: ${log}`,
    'a service has died; everything was stopped',
  )
}
