import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../api/src/generated/prisma/client.ts'
import type { Db } from '../../api/src/kernel/db.ts'

interface PlanNode {
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

interface Explained {
  readonly 'Query Text': string
  readonly Plan: PlanNode
}

/**
 * Counts, by the text of each statement, the rows that `work` makes the database read and compare, also within triggers
 * and functions. `before` runs on the same connections and is not counted.
 */
export async function rowsRead(
  url: string,
  before: (db: Db) => Promise<unknown>,
  work: (db: Db) => Promise<unknown>,
): Promise<Map<string, number>> {
  const read = new Map<string, number>()
  const connected = new Set<pg.PoolClient>()
  const pool = new pg.Pool({
    connectionString: url,
    max: 3,
    idleTimeoutMillis: 0,
    // The plans come to the client and spare the log.
    options: [
      'timezone=UTC',
      'session_preload_libraries=auto_explain',
      'auto_explain.log_analyze=on',
      'auto_explain.log_timing=off',
      'auto_explain.log_nested_statements=on',
      'auto_explain.log_format=json',
      'client_min_messages=log',
      'log_min_messages=panic',
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  })
  pool.on('connect', (client) => {
    connected.add(client)
    client.on('notice', ({ message = '' }) => {
      const [, json] = /^duration: .* plan:\n(.*)$/s.exec(message) ?? []
      if (!json) return
      const { 'Query Text': text, Plan: plan } = JSON.parse(json) as Explained
      read.set(text, (read.get(text) ?? 0) + visited(plan))
    })
  })
  const db = new PrismaClient({ adapter: new PrismaPg(pool) })
  await before(db)
  // A row costs what a page costs, so that plans made from now on are those of a large table already over a small one.
  const settings = { 'auto_explain.log_min_duration': 0, cpu_tuple_cost: 1, random_page_cost: 0.1 }
  for (const client of connected)
    for (const [name, value] of Object.entries(settings)) await client.query(`SET ${name} = ${value}`)
  await work(db)
  await db.$disconnect()
  await pool.end()
  return read
}

const visited = (node: PlanNode): number =>
  (node['Plans'] ?? []).reduce((sum, child) => sum + visited(child), 0) +
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
    node['Actual Loops']
