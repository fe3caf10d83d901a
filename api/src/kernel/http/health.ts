import fs from 'node:fs'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Feed } from '../live/feed.ts'

export interface Readiness {
  readonly pool: pg.Pool
  readonly feed: Feed
  /** Folder of the migrations this code was written for. */
  readonly migrations: string
}

/** `/healthz`: the process runs. `/readyz`: it can also serve. */
export function healthRoutes(app: FastifyInstance, { pool, feed, migrations }: Readiness): void {
  const wanted = fs
    .readdirSync(migrations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

  app.get('/healthz', { logLevel: 'silent' }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ ok: true }),
  )

  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const checks = { database: false, migrations: false, live: feed.alive() }
    try {
      const { rows } = await pool.query<{ missing: string }>(
        `select count(*) as missing from unnest($1::text[]) as wanted(name)
         where not exists (select from _prisma_migrations where migration_name = name and finished_at is not null)`,
        [wanted],
      )
      checks.database = true
      checks.migrations = rows[0]?.missing === '0'
    } catch {
      // Not reachable: said by the check.
    }
    const isReady = Object.values(checks).every(Boolean)
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: isReady, ...checks })
  })
}
