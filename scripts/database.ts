import path from 'node:path'
import { openCluster } from './postgres/cluster.ts'
import { ensureDatabase, withClient } from './postgres/databases.ts'
import { parseDatabaseUrl } from './postgres/explain.ts'
import { dataFolder } from './project.ts'

/** Name of Yui's database in the embedded server. */
const NAME = 'yui'

export interface Database {
  url: string
  /** The server's process when it is the embedded one. */
  embedded?: { pid: number; adopted: boolean; stop(): Promise<void> }
}

/** Where the embedded server of this checkout keeps its data, its password and its log. */
export function embeddedFolder(): string {
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
  await ensureDatabase(cluster.url(), NAME)
  return { url: cluster.url(NAME), embedded: cluster }
}
