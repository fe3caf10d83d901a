import path from 'node:path'
import { openCluster, type Cluster } from './postgres/cluster.ts'
import { ensureDatabase, withClient } from './postgres/databases.ts'
import { parseDatabaseUrl } from './postgres/explain.ts'
import { dataFolder } from './project.ts'
import { livingStart } from './start/claim.ts'

/** Name of Yui's database in the embedded server. */
export const EMBEDDED_NAME = 'yui'

export interface Database {
  url: string
  /** The server's process when it is the embedded one. */
  embedded?: { pid: number; adopted: boolean; stop(): Promise<void> }
}

/** Where the embedded server of this checkout keeps its data, its password and its log. */
function embeddedFolder(): string {
  return path.join(dataFolder(), 'postgres')
}

/** The person's own database when DATABASE_URL names one, otherwise the embedded one, started when it is not up. */
export async function openDatabase(): Promise<Database> {
  const own = process.env.DATABASE_URL
  if (own) {
    const url = parseDatabaseUrl(own)
    await withClient(url, (client) => client.query('select 1'))
    return { url }
  }
  const cluster = await openCluster({ folder: embeddedFolder(), durable: true })
  await ensureDatabase(cluster.url(), EMBEDDED_NAME)
  return { url: cluster.url(EMBEDDED_NAME), embedded: cluster }
}

/** Opens the database for `work`; an embedded server that was started only for it is stopped afterwards. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase()
  try {
    return await work(database)
  } finally {
    await stopUnlessUsed(database.embedded)
  }
}

/** Opens the embedded server for `work`, whatever databases it has; stops it as `withDatabase` does. */
export async function withEmbeddedServer<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = await openCluster({ folder: embeddedFolder(), durable: true })
  try {
    return await work(cluster)
  } finally {
    await stopUnlessUsed(cluster)
  }
}

async function stopUnlessUsed(server: Database['embedded']): Promise<void> {
  if (server && !server.adopted && !livingStart()) await server.stop()
}
