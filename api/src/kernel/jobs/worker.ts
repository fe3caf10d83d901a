import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { describeError, type Log } from '../log.ts'
import { inSpan } from '../trace.ts'
import { dailyTasks } from './daily.ts'
import { tasks, type JobContext, type Task } from './task.ts'

/** Held by the one worker that is at work; the others wait for it. */
const WORKER_LOCK = 72_707_370
/** 00:05 in Japan. */
const DAILY = '5 15 * * *'

export interface WorkerOptions {
  readonly url: string
  readonly context: JobContext
  readonly concurrency?: number
}

export interface Worker {
  /** Finishes the jobs at hand, takes no new ones, and lets the next worker begin. */
  stop(): Promise<void>
}

/**
 * Works through the jobs. Of several worker processes one is at work and the others stand by: PostgreSQL frees the
 * lock of a dead one at once, and whoever gets it takes up the jobs that the dead one had begun.
 */
export function startWorker(options: WorkerOptions): Worker {
  const stopping = new AbortController()
  const finished = workUntil(stopping.signal, options)
  return {
    async stop() {
      stopping.abort()
      await finished
    },
  }
}

async function workUntil(stop: AbortSignal, options: WorkerOptions): Promise<void> {
  const { log } = options.context
  while (!stop.aborted) {
    try {
      await workWhileLocked(stop, options)
    } catch (error) {
      log.error({ err: error }, 'the worker was interrupted; it begins again')
      await sleep(1_000, undefined, { signal: stop }).catch(() => {})
    }
  }
}

/** Takes the lock, works, and returns when told to stop or when the lock's connection is gone. */
async function workWhileLocked(
  stop: AbortSignal,
  { url, context, concurrency = 5 }: WorkerOptions,
): Promise<void> {
  const holder = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'yui worker' })
  const lost = new Promise<void>((resolve) => {
    holder.on('error', () => resolve())
    holder.on('end', () => resolve())
  })
  const stopped = new Promise<void>((resolve) => {
    if (stop.aborted) resolve()
    else stop.addEventListener('abort', () => resolve(), { once: true })
  })
  let runner: Runner | null = null
  try {
    await holder.connect()
    const locked = holder.query('select pg_advisory_lock($1)', [WORKER_LOCK]).then(() => true)
    locked.catch(() => {}) // ending the connection while it waits is how a stand-by stops
    if (!(await Promise.race([locked, stopped, lost]))) return
    await takeUpAbandonedJobs(holder)
    runner = await run({
      connectionString: url,
      maxPoolSize: concurrency + 2,
      taskList: taskList(context),
      parsedCronItems: parseCronItems([...dailyTasks].map((name) => ({ task: name, match: DAILY }))),
      concurrency,
      noHandleSignals: true,
      logger: workerLogger(context.log),
    })
    for (const name of dailyTasks) await runner.addJob(name, {}, { jobKey: name })
    context.log.info({ concurrency }, 'worker at work')
    await Promise.race([stopped, lost, runner.promise])
  } finally {
    await runner
      ?.stop()
      .catch((error: unknown) => context.log.error({ err: error }, 'worker did not stop cleanly'))
    await holder.end().catch(() => {})
  }
}

/** No other worker is alive while we hold the lock, so whoever still holds a job is dead. */
async function takeUpAbandonedJobs(client: pg.Client): Promise<void> {
  await client.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_by is not null having count(*) > 0`)
}

const taskList = (context: JobContext): TaskList =>
  Object.fromEntries(
    [...tasks.values()].map((task) => [task.name, (payload: unknown) => perform(task, payload, context)]),
  )

async function perform(task: Task, payload: unknown, context: JobContext): Promise<void> {
  const started = performance.now()
  const log = context.log.child({ task: task.name })
  try {
    await inSpan(`job ${task.name}`, () => task.run(payload as Record<string, unknown>, context))
    log.debug({ ms: Math.round(performance.now() - started) }, 'job done')
  } catch (error) {
    const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
    for (const err of errors) log.error({ err }, 'job failed and will be tried again')
    // The queue keeps the message in its table, so it gets the scrubbed one.
    const { type, message } = describeError(errors[0])
    throw new Error(`${type}: ${message}`, { cause: error })
  }
}

/** The queue's own words, without its report of failed jobs: `perform` gives a safer one. */
const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    if (meta.failure || level === 'debug') return
    log[level === 'warning' ? 'warn' : 'debug']({ source: 'graphile-worker' }, message.split('\n')[0])
  })
