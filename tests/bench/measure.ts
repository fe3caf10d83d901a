import fs from 'node:fs'
import type pg from 'pg'
import { load, type LoadOptions } from './load.ts'
import type { Measurement } from './report.ts'

export interface Subject {
  operation: string
  contestant: string
  /** The server's process, and PostgreSQL's. */
  pid: number
  postmasterPid: number
}

/** Loads one server and tells what every answer cost it and the database. */
export async function measure(
  client: pg.Client,
  { operation, contestant, pid, postmasterPid }: Subject,
  options: LoadOptions,
): Promise<Measurement> {
  await client.query('select pg_stat_statements_reset()')
  const [serverBefore, databaseBefore] = [cpuOf([pid]), cpuOf(childrenOf(postmasterPid))]
  const result = await load(options)
  const [serverAfter, databaseAfter] = [cpuOf([pid]), cpuOf(childrenOf(postmasterPid))]
  const { rows } = await client.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements where query not like '%pg_stat_statements%'`,
  )
  const perAnswer = (before: CpuTimes, after: CpuTimes) =>
    process.platform === 'linux' ? spent(before, after) / result.requests : undefined
  return {
    operation,
    contestant,
    ...result,
    statements: Number(rows[0]?.calls) / result.requests,
    serverCpu: perAnswer(serverBefore, serverAfter),
    databaseCpu: perAnswer(databaseBefore, databaseAfter),
  }
}

/** Processor time in milliseconds that PostgreSQL spends on some work; Linux only. */
export async function databaseCpuOf(
  postmasterPid: number,
  work: () => Promise<unknown>,
): Promise<number | undefined> {
  const before = cpuOf(childrenOf(postmasterPid))
  await work()
  return process.platform === 'linux' ? spent(before, cpuOf(childrenOf(postmasterPid))) : undefined
}

const MS_PER_TICK = 10

/** Processor time of each process so far, in milliseconds. */
type CpuTimes = ReadonlyMap<number, number>

function cpuOf(pids: readonly number[]): CpuTimes {
  const times = pids.map((pid): [number, number] => {
    const [, , , , , , , , , , , user = '0', system = '0'] = statOf(pid)
    return [pid, (Number(user) + Number(system)) * MS_PER_TICK]
  })
  return new Map(times)
}

/** What was spent between two moments; processes that have gone in between (idle connections do) do not count. */
function spent(before: CpuTimes, after: CpuTimes): number {
  return [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0)
}

/** PostgreSQL's own processes, one for each connection among them; only Linux tells them. */
function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return []
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && Number(statOf(pid)[1]) === parent)
}

/** The fields of /proc/<pid>/stat from the state on; none if there is no such process. */
function statOf(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
