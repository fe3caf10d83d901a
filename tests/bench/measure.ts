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
  const before = { server: cpuOf([pid]), database: cpuOf(childrenOf(postmasterPid)) }
  const result = await load(options)
  const after = { server: cpuOf([pid]), database: cpuOf(childrenOf(postmasterPid)) }
  const { rows } = await client.query<{ calls: string }>(
    `select coalesce(sum(calls), 0) as calls from pg_stat_statements where query not like '%pg_stat_statements%'`,
  )
  const perAnswer = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? undefined : (to - from) / result.requests
  return {
    operation,
    contestant,
    ...result,
    statements: Number(rows[0]?.calls) / result.requests,
    serverCpu: perAnswer(before.server, after.server),
    databaseCpu: perAnswer(before.database, after.database),
  }
}

const MS_PER_TICK = 10

/** Processor time of some processes so far, in milliseconds; Linux alone tells it. */
function cpuOf(pids: readonly number[]): number | undefined {
  if (process.platform !== 'linux') return undefined
  return pids.reduce((sum, pid) => {
    const [, , , , , , , , , , , user = '0', system = '0'] = statOf(pid)
    return sum + (Number(user) + Number(system)) * MS_PER_TICK
  }, 0)
}

/** PostgreSQL's own processes, one for each connection among them. */
function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return []
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && Number(statOf(pid)[1]) === parent)
}

/** The fields of /proc/<pid>/stat from the state on; none if the process has gone. */
function statOf(pid: number): string[] {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
