import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { CommandContext } from '../command.ts'
import { formatErrors } from '../graphql/errors.ts'
import type { Log } from '../log.ts'
import { ConflictProblem, RuleProblem, ValidationProblem } from '../problems.ts'
import { headersOf } from './identity-routes.ts'
import type { Metrics } from './metrics.ts'
import type { AppOptions } from './options.ts'
import { isFromOurPages } from './origin.ts'
import { rateLimits } from './rate-limit.ts'

/** What a route of a module is given besides the request; enough to run a command. */
export interface RouteContext extends CommandContext {
  readonly requestId: string
  readonly readPool: pg.Pool
  readonly log: Log
  /** Where people open the portal, without a slash at the end. */
  readonly publicUrl: string
  /** Who runs this portal and how they are reached; null if that was not set. */
  readonly operator: string | null
}

/**
 * A door beside the graph: pages for everybody, files that go up or down. It reads by the read path and writes by
 * commands. A body comes as a stream; a refusal that is thrown is answered as `{ error: { code, … } }`.
 */
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
export function serveModuleRoutes(app: FastifyInstance, options: AppOptions, metrics: Metrics): void {
  const { identity, db, readPool, clock, log, env } = options
  const limits = rateLimits(env.RATE_LIMIT_FACTOR)
  const reporting = { log, onFault: () => metrics.faults.inc() }

  void app.register(async (scope) => {
    // A route reads its body as it comes.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    for (const { method, url, handler } of moduleRoutes) {
      const isRead = method === 'GET'
      scope.route({
        method,
        url,
        async handler(request, reply) {
          if (!isRead && !isFromOurPages(request, env.PUBLIC_URL)) {
            return reply
              .code(403)
              .header('cache-control', 'no-store')
              .send({ error: { code: 'FORBIDDEN' } })
          }
          const viewer = await identity.viewerOf(headersOf(request))
          request.facts.userId = viewer.userId
          const { read, write } = viewer.userId ? limits.known : limits.guest
          const allows = isRead ? read : write
          if (!allows(viewer.tokenId ?? viewer.userId ?? request.ip)) return tooMany(request, reply)
          const publicUrl = (env.PUBLIC_URL ?? `${request.protocol}://${request.host}`).replace(/\/$/, '')
          const operator = env.YUI_OPERATOR ?? null
          const context = { viewer, db, readPool, clock, log, publicUrl, operator, requestId: request.id }
          try {
            return await handler(request, reply, context)
          } catch (error) {
            return refuse(error, request, reply)
          }
        },
      })
    }
  })

  /** A refusal with its code; a fault under an incident id. */
  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const known = problemOf(error)
    const { errors, codes } = known ? { errors: [known], codes: [known.code] } : shown(error)
    request.facts.codes = [...codes]
    // What is left of a body nobody reads would be taken for the next request.
    if (!request.raw.readableEnded) void reply.header('connection', 'close')
    return reply
      .code(statuses[codes[0] ?? ''] ?? 400)
      .header('cache-control', 'no-store')
      .send({ error: errors[0] })
  }

  function shown(error: unknown) {
    const { errors, codes } = formatErrors([error], reporting)
    return { errors: errors.map(({ extensions, message }) => ({ message, ...extensions })), codes }
  }
}

function problemOf(error: unknown): { code: string; message: string } | null {
  const isKnown =
    error instanceof RuleProblem || error instanceof ConflictProblem || error instanceof ValidationProblem
  return isKnown ? { code: error.code, message: error.message } : null
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INTERNAL_SERVER_ERROR: 500,
}

/** A program reads the code, a person a sentence. */
function tooMany(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.facts.codes = ['RATE_LIMITED']
  void reply.code(429).headers({ 'cache-control': 'no-store', 'retry-after': '5' })
  if (!(request.headers.accept ?? '').includes('text/html'))
    return reply.send({ error: { code: 'RATE_LIMITED' } })
  return reply
    .type('text/plain; charset=utf-8')
    .send(
      '短い時間に、たくさんのページが開かれました。少し待ってから、もう一度開いてください。\n' +
        'Too many pages in a short time. Please wait a few seconds and try again.\n',
    )
}
