import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stopCluster } from '../../scripts/postgres/cluster.ts'
import { freePort, isRunning, until } from '../../scripts/process.ts'
import { projectRoot } from '../../scripts/project.ts'

export interface Launched {
  pid: number
  address: string
  /** What it has printed so far. */
  output(): string
  /** Waits until it has printed something. */
  says(pattern: RegExp, seconds?: number): Promise<void>
  /** Its exit code, once it has gone; null when a signal has killed it. */
  exit: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

/** A place for one or more starts, with a data folder and a port of its own. */
export interface Place {
  data: string
  port: number
  /** Runs the start script as bootstrap does; sample data only where the test is about it. */
  start(env?: NodeJS.ProcessEnv): Launched
  /** The processes now at work here: services and PostgreSQL. */
  processes(): { services: number[]; postgres: number | undefined }
  remove(): Promise<void>
}

export async function newPlace(data?: string): Promise<Place> {
  const folder = data ?? path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'yui-start-')), 'data')
  fs.mkdirSync(folder, { recursive: true })
  if (!data) fs.chmodSync(path.dirname(folder), 0o755) // PostgreSQL may run as another user
  const port = await freePort()
  const started: Launched[] = []
  const processes = () => ({ services: servicesOf(folder), postgres: postmasterOf(folder) })
  return {
    data: folder,
    port,
    processes,
    start(env = {}) {
      const command = [process.execPath, 'scripts/start.ts']
      const launched = launch(command, port, { YUI_DATA_DIR: folder, YUI_DEMO: '0', ...env })
      started.push(launched)
      return launched
    },
    async remove() {
      for (const launched of started) if (isRunning(launched.pid)) launched.kill('SIGKILL')
      for (const pid of servicesOf(folder)) if (isRunning(pid)) process.kill(pid, 'SIGKILL')
      await stopCluster(path.join(folder, 'postgres'))
      fs.rmSync(data ? path.join(folder, 'postgres') : path.dirname(folder), { recursive: true, force: true })
    },
  }
}

/** Starts a command in a process group of its own and listens to it. */
export function launch(command: string[], port: number, env: NodeJS.ProcessEnv): Launched {
  const [program = '', ...args] = command
  const { DATABASE_URL: _url, YUI_TEST_SERVER_URL: _server, NODE_ENV: _mode, ...inherited } = process.env
  const child = spawn(program, args, {
    cwd: projectRoot,
    env: { ...inherited, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    pid: child.pid ?? 0,
    address: `http://localhost:${port}`,
    output: () => output,
    says: (pattern, seconds = 90) => says(child, pattern, () => output, seconds),
    exit,
    kill: (signal) => process.kill(child.pid ?? 0, signal),
  }
}

async function says(
  child: ChildProcess,
  pattern: RegExp,
  output: () => string,
  seconds: number,
): Promise<void> {
  const ended = () => child.exitCode !== null || child.signalCode !== null
  await until(seconds, () => pattern.test(output()) || ended() || undefined)
  if (!pattern.test(output())) throw new Error(`never said ${pattern}:\n${output()}`)
}

function servicesOf(data: string): number[] {
  const file = path.join(data, 'running.json')
  if (!fs.existsSync(file)) return []
  const { services } = JSON.parse(fs.readFileSync(file, 'utf8')) as { services: { pid: number }[] }
  return services.map(({ pid }) => pid)
}

function postmasterOf(data: string): number | undefined {
  const file = path.join(data, 'postgres', 'data', 'postmaster.pid')
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

/** Waits until none of these processes runs, and says which still do. */
export async function survivors(pids: (number | undefined)[], seconds = 15): Promise<number[]> {
  const alive = () => pids.filter((pid) => pid !== undefined && isRunning(pid)) as number[]
  await until(seconds, () => alive().length === 0 || undefined)
  return alive()
}

/** The one sentence a refusal consists of; fails on anything that looks like a stack. */
export function refusalOf(output: string): string {
  const sentences = output.split('\n').filter((line) => line.startsWith('✗ '))
  if (sentences.length !== 1 || /^\s+at /m.test(output)) throw new Error(`not one clear sentence:\n${output}`)
  return sentences[0] ?? ''
}
