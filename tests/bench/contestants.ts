import { createHash, createHmac } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { globalId } from '../../api/src/kernel/ids.ts'
import { freePort, until } from '../../scripts/process.ts'
import { dataFolder } from '../../scripts/project.ts'
import { apiProgram, deathOf, startService, type Service } from '../../scripts/start/services.ts'
import type { BenchDatabases } from './database.ts'
import { ask, type Request } from './load.ts'
import { documentOf, type Asker, type Input, type Operation } from './operations.ts'
import { OURS } from './report.ts'

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

/** Signs the sessions of the bench, and nothing else. */
const SECRET = 'the bench signs its own sessions with this'

/** All contestants in the order they take turns. */
export function contestants(
  { url, guardedUrl }: BenchDatabases,
  operations: readonly Operation[],
  asker: Asker,
): Contestant[] {
  const cookie = cookieOf(asker)
  const ours = {
    DATABASE_URL: url,
    YUI_SECRET: SECRET,
    RATE_LIMIT_FACTOR: '0',
    LOG_LEVEL: 'info',
    OPERATIONS_FILE: writeOperations(operations),
  }
  return [
    {
      name: OURS,
      entry: apiProgram.entry,
      env: ours,
      request: (operation, input) => ({
        path: '/graphql',
        headers: { cookie },
        body: JSON.stringify({
          extensions: {
            persistedQuery: { version: 1, sha256Hash: hashOf(documentOf('operations', operation)) },
          },
          variables:
            'key' in input
              ? { id: globalId(input.model, input.key) }
              : { text: input.word, municipalityCodes: input.municipality && [input.municipality] },
        }),
      }),
    },
    {
      name: 'hand-written',
      entry: path.join(import.meta.dirname, 'hand-written.ts'),
      env: ours,
      request: (operation, input) => ({
        path: `/hand-written/${operation.name}`,
        headers: { cookie },
        body: JSON.stringify(input),
      }),
    },
    {
      name: 'postgraphile-rls',
      entry: rival('postgraphile.ts'),
      env: { DATABASE_URL: guardedUrl, VIEWER_ID: asker.userId },
      request: graphql('rivals/postgraphile', (_model, key) => key),
    },
    {
      name: 'postgraphile',
      entry: rival('postgraphile.ts'),
      env: { DATABASE_URL: url },
      request: graphql('rivals/postgraphile', (_model, key) => key),
    },
    {
      name: 'pothos-prisma',
      entry: rival('pothos.ts'),
      env: { DATABASE_URL: url, PLATFORM_IDS: asker.platformIds.join() },
      request: graphql('rivals/pothos', (model, key) => Buffer.from(`${model}:${key}`).toString('base64')),
    },
  ]
}

const rival = (file: string) => path.join(import.meta.dirname, 'rivals', file)

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The cookie of a session as identity signs it. */
function cookieOf({ sessionToken }: Asker): string {
  const signature = createHmac('sha256', SECRET).update(sessionToken).digest('base64')
  return `yui.session_token=${encodeURIComponent(`${sessionToken}.${signature}`)}`
}

/** The portal runs known documents only, so it is told of the bench's. */
function writeOperations(operations: readonly Operation[]): string {
  const file = path.join(dataFolder(), 'bench', 'operations.json')
  const texts = operations.map((operation) => documentOf('operations', operation))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, JSON.stringify(Object.fromEntries(texts.map((text) => [hashOf(text), text]))))
  return file
}

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
