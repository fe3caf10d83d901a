import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { newFacts, requestFacts, type RequestFacts } from '../request-scope.ts'
import { openSpan } from '../trace.ts'
import { graphqlRoute } from './graphql.ts'
import { securityHeaders } from './headers.ts'
import { healthRoutes } from './health.ts'
import { identityRoutes } from './identity-routes.ts'
import { createMetrics, metricsRoute } from './metrics.ts'
import type { AppOptions } from './options.ts'
import { servePortal } from './portal.ts'
import { serveModuleRoutes } from './routes.ts'
import { graphqlSocket } from './socket.ts'

declare module 'fastify' {
  interface FastifyRequest {
    facts: RequestFacts
    endSpan?: () => void
  }
}

const MAX_BODY = 1024 * 1024
const REQUEST_ID = /^[\w-]{8,64}$/

/** The HTTP side of the portal, ready to listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { env, identity, readPool, feed, log, migrations, portal } = options
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }), // one line per answer, below
    trustProxy: env.TRUST_PROXY ?? false,
    bodyLimit: MAX_BODY,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  }) as unknown as FastifyInstance
  const metrics = createMetrics(readPool)
  app.addHook('onClose', () => metrics.stop())

  app.decorateRequest('graph', null)
  app.addHook('onRequest', async (request) => {
    request.facts = newFacts()
    // More than one address means that the nearest one is a proxy we trust.
    const given = request.headers['x-request-id']
    const isThroughProxy = (request.ips?.length ?? 0) > 1
    if (isThroughProxy && typeof given === 'string' && REQUEST_ID.test(given)) request.id = given
  })
  // From here on, not from onRequest: reading the body loses the scope.
  app.addHook('preHandler', (request, _reply, done) => {
    requestFacts.run(request.facts, () => {
      request.endSpan = openSpan(`${request.method} ${request.routeOptions.url ?? ''}`, done)
    })
  })
  app.addHook('onResponse', async (request, reply) => {
    request.endSpan?.()
    const route = request.routeOptions.url ?? 'none'
    const { method, facts } = request
    const seconds = reply.elapsedTime / 1000
    metrics.requestSeconds.observe({ method, route, status: String(reply.statusCode) }, seconds)
    const { operation, persisted, userId, codes, statements } = facts
    log[route === '/healthz' || route === '/readyz' || route === '/metrics' ? 'debug' : 'info'](
      {
        requestId: request.id,
        method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(operation && { operation: persisted ? operation : 'adhoc' }),
        ...(userId && { userId }),
        ...(codes.length > 0 && { codes }),
        ...(statements > 0 && { statements }),
      },
      'answered',
    )
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    const incidentId = randomUUID()
    if (status >= 500) {
      log.error({ incidentId, requestId: request.id, err: error }, 'fault')
      metrics.faults.inc()
    }
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send(status >= 500 ? { error: 'INTERNAL_SERVER_ERROR', incidentId } : { error: 'BAD_REQUEST' })
  })

  closeConnectionsWhenStopping(app)
  securityHeaders(app, env.PUBLIC_URL)
  await app.register(compress, {
    threshold: 1024,
    encodings: ['gzip'],
    customTypes: /^application\/(.+\+)?json/,
  })
  healthRoutes(app, { pool: readPool, feed, migrations })
  metricsRoute(app, metrics, env.METRICS_TOKEN)
  await identityRoutes(app, identity)
  await graphqlSocket(app, options, metrics)
  await graphqlRoute(app, options, metrics)
  serveModuleRoutes(app, options, metrics)
  await servePortal(app, portal)
  return app
}

/** A connection that is kept alive after its last answer would hold up the stop until it times out. */
function closeConnectionsWhenStopping(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}
