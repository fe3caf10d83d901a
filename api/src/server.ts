import path from 'node:path'
import { systemClock } from './kernel/clock.ts'
import { createDb, createReadPool } from './kernel/db.ts'
import { createApp } from './kernel/http/app.ts'
import { readDocuments } from './kernel/http/documents.ts'
import { startFeed } from './kernel/live/feed.ts'
import { createLog } from './kernel/log.ts'
import { settingsOrExit, stopOnSignals } from './kernel/process.ts'
import { sqlFor } from './kernel/read/sql.ts'
import { startTracing } from './kernel/tracing.ts'
import { createIdentity } from './modules/identity/public.ts'
import { openDevelopmentMailbox } from './modules/notifications/public.ts'
import { routes } from './routes.ts'
import { schema } from './schema.ts'

const root = path.resolve(import.meta.dirname, '../..')
const env = settingsOrExit()
const log = createLog(env.LOG_LEVEL)
const stopTracing = await startTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'yui-api')

const databaseUrl = env.DATABASE_URL
const connections = Math.floor(env.DATABASE_POOL / 2)
const db = createDb(databaseUrl, connections)
const readPool = createReadPool(databaseUrl, connections)
readPool.on('error', (error) => log.warn({ err: error }, 'an idle connection was lost'))
const feed = await startFeed(databaseUrl, sqlFor(readPool), log)
const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`
const identity = await createIdentity({
  db,
  readPool,
  databaseUrl,
  clock: systemClock,
  log,
  secret: env.YUI_SECRET,
  publicUrl,
  rateLimitFactor: env.RATE_LIMIT_FACTOR,
})
if (env.YUI_MAILBOX && !env.SMTP_URL) openDevelopmentMailbox()
const app = await createApp({
  env,
  schema,
  documents: readDocuments(env.OPERATIONS_FILE ?? path.join(root, 'schema/operations.json')),
  identity,
  db,
  readPool,
  feed,
  clock: systemClock,
  log,
  migrations: path.join(root, 'prisma/migrations'),
  portal: path.join(root, 'web/dist'),
  routes,
})

stopOnSignals(log, async () => {
  await app.close()
  await identity.close()
  await feed.stop()
  await readPool.end()
  await db.$disconnect()
  await stopTracing()
})
await app.listen({ host: env.HOST, port: env.PORT })
