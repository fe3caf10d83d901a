import path from 'node:path'
import { dataFolder } from '../../scripts/project.ts'
import { deathOf, startService, type Service } from '../../scripts/start/services.ts'
import { freePort, until } from '../../scripts/process.ts'
import type { BenchDatabases } from './database.ts'
import { ask, type Request } from './load.ts'
import { documentOf, type Asker, type Input, type Operation } from './operations.ts'

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
export function contestants({ url, guardedUrl }: BenchDatabases, asker: Asker): Contestant[] {
  const postgraphile = {
    entry: rival('postgraphile.ts'),
    request: graphql('rivals/postgraphile', (_model, key) => key),
  }
  return [
    {
      ...postgraphile,
      name: 'postgraphile-rls',
      env: { DATABASE_URL: guardedUrl, VIEWER_ID: asker.userId },
    },
    { ...postgraphile, name: 'postgraphile', env: { DATABASE_URL: url } },
    {
      name: 'pothos-prisma',
      entry: rival('pothos.ts'),
      env: { DATABASE_URL: url, PLATFORM_IDS: asker.platformIds.join() },
      request: graphql('rivals/pothos', (model, key) => Buffer.from(`${model}:${key}`).toString('base64')),
    },
  ]
}

const rival = (file: string) => path.join(import.meta.dirname, 'rivals', file)

const graphql =
  (folder: string, idOf: (model: string, key: string) => string): Contestant['request'] =>
  (operation, input) => ({
    path: '/graphql',
    headers: {},
    body: JSON.stringify({
      query: documentOf(folder, operation),
      variables: 'key' in input ? { id: idOf(input.model, input.key) } : input,
    }),
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
