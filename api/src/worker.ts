import { smtpMailer } from './kernel/adapters/mail.ts'
import { systemClock } from './kernel/clock.ts'
import { createDb } from './kernel/db.ts'
import { startWorker } from './kernel/jobs/worker.ts'
import { createLog } from './kernel/log.ts'
import { settingsOrExit, stopOnSignals } from './kernel/process.ts'
import { startTracing } from './kernel/tracing.ts'
import './reactions.ts'

const env = settingsOrExit()
const log = createLog(env.LOG_LEVEL)
const stopTracing = await startTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT, 'yui-worker')
const db = createDb(env.DATABASE_URL, Math.ceil(env.DATABASE_POOL / 2))
const mailer = env.SMTP_URL ? smtpMailer(env.SMTP_URL, env.MAIL_FROM) : null
const worker = startWorker({ url: env.DATABASE_URL, context: { db, clock: systemClock, log, mailer } })

stopOnSignals(log, async () => {
  await worker.stop()
  mailer?.close()
  await db.$disconnect()
  await stopTracing()
})
