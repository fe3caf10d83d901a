import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Db } from '../db.ts'
import type { Log } from '../log.ts'
import type { Viewer } from '../viewer.ts'
import { headersOf } from './identity-routes.ts'
import type { AppOptions } from './options.ts'
import { isFromOurPages } from './origin.ts'
import { rateLimits } from './rate-limit.ts'

/** What a route of a module is given besides the request. */
export interface RouteContext {
  readonly viewer: Viewer
  readonly db: Db
  readonly readPool: pg.Pool
  readonly clock: Clock
  readonly log: Log
  /** Where people open the portal, without a slash at the end. */
  readonly publicUrl: string
}

/** A door beside the graph: pages for everybody, files that go up or down. It reads by the read path and writes by commands. */
export interface ModuleRoute {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly url: string
  readonly handler: (request: FastifyRequest, reply: FastifyReply, context: RouteContext) => Promise<unknown>
}

/** The routes of all modules, in the order in which they were declared. */
export const moduleRoutes: ModuleRoute[] = []

/** Declares a route; a module does so in its `routes.ts`, which api/src/routes.ts imports. */
export function route(declared: ModuleRoute): void {
  moduleRoutes.push(declared)
}

/** Serves the modules' routes: to whom and how often as with the graph. GET is answered to HEAD as well. */
export function serveModuleRoutes(app: FastifyInstance, options: AppOptions): void {
  const { identity, db, readPool, clock, log, env } = options
  const limits = rateLimits(env.RATE_LIMIT_FACTOR)
  for (const { method, url, handler } of moduleRoutes) {
    const isRead = method === 'GET'
    app.route({
      method,
      url,
      async handler(request, reply) {
        if (!isRead && !isFromOurPages(request, env.PUBLIC_URL)) {
          return reply.code(403).header('cache-control', 'no-store').send({ error: 'FORBIDDEN' })
        }
        const viewer = await identity.viewerOf(headersOf(request))
        request.facts.userId = viewer.userId
        const { read, write } = viewer.userId ? limits.known : limits.guest
        const allows = isRead ? read : write
        if (!allows(viewer.tokenId ?? viewer.userId ?? request.ip)) return tooMany(request, reply)
        const publicUrl = (env.PUBLIC_URL ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')
        return handler(request, reply, { viewer, db, readPool, clock, log, publicUrl })
      },
    })
  }
}

/** A program reads the code, a person a sentence. */
function tooMany(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.facts.codes = ['RATE_LIMITED']
  void reply.code(429).headers({ 'cache-control': 'no-store', 'retry-after': '5' })
  if (!(request.headers.accept ?? '').includes('text/html')) return reply.send({ error: 'RATE_LIMITED' })
  return reply
    .type('text/plain; charset=utf-8')
    .send(
      '短い時間に、たくさんのページが開かれました。少し待ってから、もう一度開いてください。\n' +
        'Too many pages in a short time. Please wait a few seconds and try again.\n',
    )
}
