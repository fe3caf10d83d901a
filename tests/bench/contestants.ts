import path from 'node:path'
import { dataFolder } from '../../scripts/project.ts'
import { deathOf, startService, type Service } from '../../scripts/start/services.ts'
import { freePort, until } from '../../scripts/process.ts'
import type { BenchDatabases } from './database.ts'
import { ask, type Request } from './load.ts'
import { documentOf, type Input, type Operation } from './operations.ts'

/** One server that answers the operations. */
export interface Contestant {
  name: string
  /** Program of its one process. */
  entry: string
  env: Record<string, string>
  request: (operation: Operation, input: Input) => Request
}

/** A contestant whose process runs. */
export interface Running extends Contestant {
  port: number
  service: Service
}

/** All contestants in the order they take turns. */
export function contestants({ url, guardedUrl }: BenchDatabases, viewerId: string): Contestant[] {
  const postgraphile = {
    entry: rival('postgraphile.ts'),
    request: graphql('rivals/postgraphile', (input) => ('key' in input ? { id: input.key } : { ...input })),
  }
  return [
    { ...postgraphile, name: 'postgraphile-rls', env: { DATABASE_URL: guardedUrl, VIEWER_ID: viewerId } },
    { ...postgraphile, name: 'postgraphile', env: { DATABASE_URL: url } },
  ]
}

const rival = (file: string) => path.join(import.meta.dirname, 'rivals', file)

const graphql =
  (folder: string, variablesOf: (input: Input) => object): Contestant['request'] =>
  (operation, input) => ({
    path: '/graphql',
    headers: {},
    body: JSON.stringify({ query: documentOf(folder, operation), variables: variablesOf(input) }),
  })

/** Starts a contestant and waits until it answers. */
export async function start(contestant: Contestant, probe: Request): Promise<Running> {
  const port = await freePort()
  const service = await startService({
    title: contestant.name,
    entry: contestant.entry,
    env: { ...process.env, NODE_ENV: 'production', ...contestant.env, PORT: String(port) },
    log: path.join(dataFolder(), 'bench', `${contestant.name}.log`),
  })
  const ready = until(60, () => ask(port, probe).catch(() => undefined))
  if (await Promise.race([ready, service.gone.then(() => undefined)])) return { ...contestant, port, service }
  await service.stop()
  throw deathOf(service)
}
