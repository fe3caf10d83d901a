import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { onStatement } from '../read/execute.ts'

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Figures of this process and of the queue. Labels are names of routes, operations and codes: nothing personal. */
export function createMetrics(pool: pg.Pool) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  poolGauge(registers, pool)
  queueGauges(registers, pool)

  const statementSeconds = new Histogram({
    name: 'yui_read_statement_seconds',
    help: 'Time of one statement of the read path, waiting for a connection included.',
    buckets,
    registers,
  })
  const stop = onStatement(({ milliseconds }) => statementSeconds.observe(milliseconds / 1000))

  return {
    registry,
    stop,
    requestSeconds: new Histogram({
      name: 'yui_http_request_seconds',
      help: 'Time to answer a request.',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'yui_graphql_operation_seconds',
      help: 'Time to run an operation; those of integrators are counted together as "adhoc".',
      labelNames: ['operation', 'outcome'],
      buckets,
      registers,
    }),
    operationStatements: new Histogram({
      name: 'yui_graphql_operation_statements',
      help: 'Statements of the read path per operation.',
      labelNames: ['operation'],
      buckets: [0, 1, 2, 3, 5, 8, 13],
      registers,
    }),
    faults: new Counter({ name: 'yui_faults_total', help: 'Faults of ours that were masked.', registers }),
    sockets: new Gauge({ name: 'yui_sockets', help: 'Open sockets.', registers }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

const poolGauge = (registers: Registry[], pool: pg.Pool) =>
  new Gauge({
    name: 'yui_read_pool',
    help: 'Connections of the read pool, and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })

interface QueueRow {
  task: string
  waiting: string
  failed: string
  lag: number
}

function queueGauges(registers: Registry[], pool: pg.Pool): void {
  const failed = new Gauge({
    name: 'yui_jobs_failed',
    help: 'Jobs that failed at least once and are still to be done.',
    labelNames: ['task'],
    registers,
  })
  const lag = new Gauge({
    name: 'yui_jobs_lag_seconds',
    help: 'Age of the oldest job that could run now; of the task "react" it is the lag of the outbox.',
    labelNames: ['task'],
    registers,
  })
  const waiting = new Gauge({
    name: 'yui_jobs_waiting',
    help: 'Jobs to be done.',
    labelNames: ['task'],
    registers,
    async collect() {
      const { rows } = await pool.query<QueueRow>(`
        select task_identifier as task, count(*) as waiting, count(*) filter (where attempts > 0) as failed,
          coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now())), 0)::float8 as lag
        from graphile_worker.jobs group by 1`)
      for (const gauge of [waiting, failed, lag]) gauge.reset()
      for (const row of rows) {
        waiting.set({ task: row.task }, Number(row.waiting))
        failed.set({ task: row.task }, Number(row.failed))
        lag.set({ task: row.task }, row.lag)
      }
    },
  })
}

/**
 * Serves `/metrics` to whoever has the token; without a token, to this machine only. A request that came through a
 * proxy is not from this machine, even if the proxy is on it.
 */
export function metricsRoute(app: FastifyInstance, { registry }: Metrics, token: string | undefined): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) return reply.code(404).send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return headers.authorization === `Bearer ${token}`
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}
