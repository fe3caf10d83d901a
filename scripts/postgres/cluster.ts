import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { end, freePort, isRunning, until, whyNotListen, withLock, worksIn } from '../process.ts'
import { codeOf, fullDisk, Refusal, saysFullDisk } from '../refusal.ts'
import { postgresBinaries, reachableByAnyone, type Binaries } from './binaries.ts'

const ROLE = 'yui'
const MAJOR = '18'

export interface ClusterOptions {
  /** Holds the data, the password and the log of this one server. */
  folder: string
  /** False for databases that may be thrown away: several times faster, lost when the machine stops. */
  durable: boolean
}

export interface Cluster {
  /** Connection string of one database of this server. */
  url(database?: string): string
  pid: number
  /** True when the server was already running, left behind by a killed process or shared with a living one. */
  adopted: boolean
  stop(): Promise<void>
}

interface Access {
  port: number
  password: string
}

/** Opens the embedded PostgreSQL in a folder: creates it, starts it, or adopts the one that still runs. */
export async function openCluster({ folder, durable }: ClusterOptions): Promise<Cluster> {
  fs.mkdirSync(folder, { recursive: true })
  return withLock(path.join(folder, 'opening.lock'), 180, async () => {
    const binaries = postgresBinaries()
    const data = dataFolder(folder, binaries)
    const access = readAccess(folder) ?? createAccess(folder, data)
    const running = await findRunning(data, access)
    if (running) return handle(running, true)
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise(data, access, binaries, durable)
    refuseOtherMajor(data)
    return handle(await launch(folder, data, access, binaries, durable), false)
  })
}

/** Stops the server of a folder, whoever started it. True when there was one. */
export async function stopCluster(folder: string): Promise<boolean> {
  const access = readAccess(folder)
  const data = path.join(folder, 'data')
  if (!access || !fs.existsSync(data)) return false
  const running = await findRunning(fs.realpathSync(data), access)
  if (running) await stopPostmaster(running.pid)
  return running !== undefined
}

interface Running extends Access {
  pid: number
}

function handle({ pid, ...access }: Running, adopted: boolean): Cluster {
  return { pid, adopted, url: (database) => urlOf(access, database), stop: () => stopPostmaster(pid) }
}

function urlOf({ port, password }: Access, database = 'postgres'): string {
  return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`
}

/** "Fast" shutdown ends open sessions; the "immediate" one loses nothing either, it only makes the next start replay. */
function stopPostmaster(pid: number): Promise<void> {
  return end(pid, 'SIGINT', 30, 'SIGQUIT')
}

// ── Where things lie ────────────────────────────────────────────────────────────────────────────────

/** The data folder; moved out when the user PostgreSQL runs as cannot reach the checkout. */
function dataFolder(folder: string, { runAs }: Binaries): string {
  const data = path.join(folder, 'data')
  if (fs.existsSync(data)) return fs.realpathSync(data)
  if (runAs.uid === undefined || reachableByAnyone(folder)) return path.join(fs.realpathSync(folder), 'data')
  const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 16)
  const outside = path.join('/var/lib/yui', name)
  fs.mkdirSync(path.dirname(outside), { recursive: true, mode: 0o755 })
  fs.rmSync(data, { force: true })
  fs.symlinkSync(outside, data)
  return outside
}

const accessFile = (folder: string) => path.join(folder, 'access.json')

function readAccess(folder: string): Access | undefined {
  const file = accessFile(folder)
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Access) : undefined
}

function createAccess(folder: string, data: string): Access {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) {
    throw new Refusal(
      `${accessFile(folder)} がないため、内蔵データベースの合言葉が分かりません`,
      'the password of the embedded database is lost',
    )
  }
  const access = { port: 0, password: randomBytes(24).toString('hex') }
  writeAccess(folder, access)
  return access
}

function writeAccess(folder: string, access: Access): void {
  const aside = `${accessFile(folder)}.${process.pid}`
  fs.writeFileSync(aside, JSON.stringify(access), { mode: 0o600 })
  fs.renameSync(aside, accessFile(folder))
}

function refuseOtherMajor(data: string): void {
  const major = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (major === MAJOR) return
  throw new Refusal(
    `データは PostgreSQL ${major} のもので、この版は ${MAJOR} を使います。控えから移してください`,
    `the data folder is of PostgreSQL ${major}, not ${MAJOR}`,
  )
}

// ── Creating ────────────────────────────────────────────────────────────────────────────────────────

/** initdb into a folder aside, renamed when whole: a killed or failed initdb never looks like a database. */
function initialise(data: string, access: Access, { initdb, runAs }: Binaries, durable: boolean): void {
  removeUnfinished(data)
  const aside = `${data}.new-${process.pid}`
  const passwordFile = `${aside}.password`
  fs.mkdirSync(aside, { mode: 0o700 })
  fs.writeFileSync(passwordFile, access.password, { mode: 0o600 })
  try {
    for (const file of [aside, passwordFile]) giveTo(file, runAs)
    const result = spawnSync(initdb, initdbArguments(aside, passwordFile, durable), {
      ...runAs,
      env: serverEnvironment(),
      cwd: '/',
      encoding: 'utf8',
    })
    if (result.error) throw result.error
    if (result.status !== 0) throw startFailure(`${result.stdout}\n${result.stderr}`, data)
    fs.rmSync(data, { recursive: true, force: true })
    fs.renameSync(aside, data)
  } finally {
    fs.rmSync(passwordFile, { force: true })
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

/** Removes what killed starts have left; an initdb that still runs there may put something back, for the next time. */
function removeUnfinished(data: string): void {
  const folder = path.dirname(data)
  for (const name of fs
    .readdirSync(folder)
    .filter((entry) => entry.startsWith(`${path.basename(data)}.new-`))) {
    try {
      fs.rmSync(path.join(folder, name), { recursive: true, force: true })
    } catch (error) {
      if (codeOf(error) !== 'ENOTEMPTY') throw error
    }
  }
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Not libc's C: its character classes are ASCII only, and no trigram is found in Japanese text.
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
}

function giveTo(file: string, { uid, gid }: Binaries['runAs']): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid)
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8' }
}

// ── Starting and adopting ───────────────────────────────────────────────────────────────────────────

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_preload_libraries: 'pg_stat_statements',
    timezone: 'Asia/Tokyo',
    log_timezone: 'Asia/Tokyo',
    // The log must not quote rows or statements: they carry personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function launch(
  folder: string,
  data: string,
  access: Access,
  { postgres, runAs }: Binaries,
  durable: boolean,
): Promise<Running> {
  const logFile = path.join(folder, 'postgres.log')
  const deadline = Date.now() + 120_000
  for (;;) {
    const taken = access.port === 0 || (await whyNotListen(access.port, '127.0.0.1'))
    const port = taken ? await freePort() : access.port
    if (port !== access.port) writeAccess(folder, { ...access, port })
    // A file, not a pipe: the server must outlive a killed parent without choking on its own log.
    const log = fs.openSync(logFile, 'w', 0o600)
    const child = spawn(postgres, ['-D', data, ...settings(port, durable)], {
      ...runAs,
      env: serverEnvironment(),
      cwd: '/',
      stdio: ['ignore', log, log],
      detached: true,
    })
    fs.closeSync(log)
    child.unref()
    const running = { ...access, port, pid: await spawned(child) }
    if (await until(120, () => (child.exitCode ?? child.signalCode) !== null || answers(running, data))) {
      if (child.exitCode === null && child.signalCode === null) return running
    }
    const complaint = fs.readFileSync(logFile, 'utf8')
    // Right after a crash the dead server's lock or shared memory may linger; and a port may be taken from under us.
    const passing = /postmaster\.pid|shared memory|Address already in use/.test(complaint)
    if (!passing || Date.now() > deadline) throw startFailure(complaint, data)
  }
}

function spawned(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
}

/** Reads postmaster.pid and says which living server of this very folder it names. */
async function findRunning(data: string, { password }: Access): Promise<Running | undefined> {
  const pidFile = path.join(data, 'postmaster.pid')
  const found = await until<Running | 'none'>(120, async () => {
    const [pid, , , port] = readLines(pidFile).map(Number)
    if (!pid || !isRunning(pid)) return 'none'
    if (!worksIn(pid, data)) {
      // The number now belongs to a stranger; PostgreSQL itself would take it for a living server and refuse.
      fs.rmSync(pidFile, { force: true })
      return 'none'
    }
    const running = { pid, port: port ?? 0, password }
    return (await answers(running, data)) ? running : undefined
  })
  if (found === undefined) {
    throw new Refusal(
      `内蔵の PostgreSQL が応答しません（${pidFile} を見てください）`,
      'the embedded PostgreSQL does not answer',
    )
  }
  return found === 'none' ? undefined : found
}

function readLines(file: string): string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Whether the server accepts our password and serves exactly this folder. */
async function answers(running: Running, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(running), connectionTimeoutMillis: 5_000 })
  client.on('error', () => {}) // a server going down ends the probe; the query below reports it
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    )
    return rows[0]?.folder === data
  } catch (error) {
    if (codeOf(error) === '28P01') {
      throw new Refusal('内蔵データベースの合言葉が合いません', 'wrong password for the embedded database')
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function startFailure(output: string, data: string): Error {
  if (saysFullDisk(output)) return fullDisk(data)
  return new Error(`PostgreSQL did not start in ${data}:\n${output.trim()}`)
}
