import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { formatErrors } from '../graphql/errors.ts'
import { ConflictProblem, RuleProblem, ValidationProblem } from '../problems.ts'
import { headersOf } from './identity-routes.ts'
import type { Metrics } from './metrics.ts'
import type { AppOptions } from './options.ts'
import { isFromOurPages } from './origin.ts'
import { rateLimits } from './rate-limit.ts'

/**
 * Serves the modules' own routes. Who asks, for whom, from which page and how often is settled here, as for the graph;
 * what they may is settled by the commands and policies behind the route.
 */
export async function moduleRoutes(
  app: FastifyInstance,
  options: AppOptions,
  metrics: Metrics,
): Promise<void> {
  const { routes = [], identity, env, db, readPool, clock, log } = options
  const limits = rateLimits(env.RATE_LIMIT_FACTOR)
  const reporting = { log, onFault: () => metrics.faults.inc() }

  const admit = async (request: FastifyRequest) => {
    if (!isFromOurPages(request, env.PUBLIC_URL)) throw refusal('FORBIDDEN', 'Sent from a foreign page.')
    const viewer = await identity.viewerOf(headersOf(request))
    request.facts.userId = viewer.userId
    const { read, write } = viewer.userId ? limits.known : limits.guest
    const key = viewer.tokenId ?? viewer.userId ?? request.ip
    if (!(request.method === 'GET' ? read : write)(key)) {
      throw refusal('RATE_LIMITED', 'Too many requests; wait a few seconds.')
    }
    return viewer
  }

  await app.register(async (scope) => {
    // A route reads its body as it comes.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    for (const { method, url, answer } of routes) {
      scope.route({
        method,
        url,
        async handler(request, reply) {
          void reply.header('cache-control', 'no-store')
          try {
            const viewer = await admit(request)
            const { body, headers = {} } = await answer({
              viewer,
              db,
              readPool,
              clock,
              requestId: request.id,
              parameters: request.params as Record<string, string>,
              query: request.query as Record<string, string>,
              body: (request.body as Readable | undefined) ?? request.raw,
            })
            return await reply.headers(headers).send(body)
          } catch (error) {
            return refuse(error, request, reply)
          }
        },
      })
    }
  })

  /** A refusal as `{ error: { code, … } }`; a fault under an incident id. */
  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const known = problemOf(error)
    const { errors, codes } = known ? { errors: [known], codes: [known.code] } : shown(error)
    request.facts.codes = [...codes]
    // What is left of a body nobody reads would be taken for the next request.
    if (!request.raw.readableEnded) void reply.header('connection', 'close')
    return reply.code(statuses[codes[0] ?? ''] ?? 400).send({ error: errors[0] })
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

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  CONFLICT: 409,
  INTERNAL_SERVER_ERROR: 500,
}
