// The ceiling: the portal's own HTTP server and viewer, but each operation is one statement written by hand for it,
// whose JSON goes out as PostgreSQL made it. No GraphQL, no arguments, no fields to choose.
import fs from 'node:fs'
import path from 'node:path'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb, createReadPool } from '../../api/src/kernel/db.ts'
import { createApp } from '../../api/src/kernel/http/app.ts'
import { documentsOf } from '../../api/src/kernel/http/documents.ts'
import { headersOf } from '../../api/src/kernel/http/identity-routes.ts'
import { startFeed } from '../../api/src/kernel/live/feed.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { settingsOrExit } from '../../api/src/kernel/process.ts'
import { sqlFor } from '../../api/src/kernel/read/sql.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { createIdentity } from '../../api/src/modules/identity/public.ts'
import { searchKey } from '../../api/src/modules/registry/rules/text.ts'
import { schema } from '../../api/src/schema.ts'
import { projectRoot } from '../../scripts/project.ts'

interface Body {
  key?: string
  word?: string
  municipality?: string
}

const statements: Record<string, (body: Body, viewer: Viewer) => unknown[]> = {
  'registry-search': ({ word = '', municipality }) => [searchKey(word), municipality],
  'corporation-page': ({ key }) => [key],
  network: ({ key }, { platformIds, today }) => [key, platformIds, today],
}

const env = settingsOrExit()
const log = createLog(env.LOG_LEVEL)
const databaseUrl = env.DATABASE_URL
const db = createDb(databaseUrl, 2)
const readPool = createReadPool(databaseUrl, 10)
const identity = await createIdentity({
  db,
  readPool,
  databaseUrl,
  clock: systemClock,
  log,
  secret: env.YUI_SECRET,
  publicUrl: `http://localhost:${env.PORT}`,
  rateLimitFactor: env.RATE_LIMIT_FACTOR,
})
const app = await createApp({
  env,
  schema,
  documents: documentsOf({}),
  identity,
  db,
  readPool,
  feed: await startFeed(databaseUrl, sqlFor(readPool), log),
  clock: systemClock,
  log,
  migrations: path.join(projectRoot, 'prisma/migrations'),
  portal: path.join(projectRoot, 'web/dist'),
})

for (const [name, valuesOf] of Object.entries(statements)) {
  const text = fs.readFileSync(path.join(import.meta.dirname, 'hand-written', `${name}.sql`), 'utf8')
  app.post<{ Body: Body }>(`/hand-written/${name}`, async (request, reply) => {
    const viewer = await identity.viewerOf(headersOf(request))
    const { rows } = await readPool.query<[string]>({
      name,
      text,
      values: valuesOf(request.body, viewer),
      rowMode: 'array',
    })
    return reply.type('application/json; charset=utf-8').send(`{"data":${rows[0]?.[0]}}`)
  })
}
await app.listen({ host: '127.0.0.1', port: env.PORT })
