import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import { GraphQLError, getOperationAST, OperationTypeNode, parse, validate, type DocumentNode } from 'graphql'
import { makeHandler } from 'graphql-ws/use/@fastify/websocket'
import { formatErrors } from '../graphql/errors.ts'
import { costCalculator, refuseTooComplex } from '../graphql/limits.ts'
import type { GraphContext } from '../graphql/context.ts'
import { createLru } from '../lru.ts'
import type { Viewer } from '../viewer.ts'
import type { AppOptions } from './options.ts'
import { chooseDocument } from './documents.ts'
import { headersOf } from './identity-routes.ts'
import type { Metrics } from './metrics.ts'
import { isFromOurPages } from './origin.ts'
import { rateLimiter } from './rate-limit.ts'

const GOING_AWAY = 1001
const UNAUTHORIZED = 4401
const MAX_MESSAGE = 64 * 1024
/** A sign of life per subscription, and a look whether the session still stands, in milliseconds. */
const HEARTBEAT = 20_000

/** Who is behind one socket. */
interface Session {
  viewer: Viewer
  readonly end: () => void
}

type Extra = { session: Session }

type Params = { readonly acting?: unknown } | undefined

/** Serves subscriptions at `/graphql/ws`, to our own pages and to programs with a token. */
export async function graphqlSocket(
  app: FastifyInstance,
  options: AppOptions,
  metrics: Metrics,
): Promise<void> {
  const {
    schema,
    identity,
    documents,
    db,
    readPool,
    clock,
    env,
    log,
    feed,
    heartbeatMs = HEARTBEAT,
  } = options
  const reporting = { log, onFault: () => metrics.faults.inc() }
  const costOf = costCalculator(schema)
  const parsed = createLru<string, DocumentNode>(200)
  const opens = rateLimiter({ burst: 60, perSecond: 1 })

  const prepare = (text: string, persisted: boolean): DocumentNode => {
    const before = parsed.get(text)
    if (before) return before
    const document = parse(text)
    const faults = validate(schema, document)
    if (faults.length > 0) throw withCode(faults[0], 'GRAPHQL_VALIDATION_FAILED')
    if (persisted) parsed.set(text, document)
    return document
  }

  await app.register(websocket, {
    options: { maxPayload: MAX_MESSAGE },
    preClose(done) {
      for (const client of this.websocketServer.clients) client.close(GOING_AWAY, 'Going away')
      this.websocketServer.close(() => done())
    },
  })

  const handler = makeHandler<Params & {}, Extra>({
    schema,
    async onConnect({ extra, connectionParams }) {
      const { request, socket } = extra
      if (!opens(request.ip) && env.RATE_LIMIT_FACTOR > 0) return false
      const headers = headersOf(request)
      const { acting } = connectionParams ?? {}
      if (typeof acting === 'string') headers.set('x-yui-acting', acting)
      const viewer = await identity.viewerOf(headers)
      const close = () => socket.close(UNAUTHORIZED, 'Unauthorized')

      const look = async () => {
        const now = await identity.viewerOf(headers)
        if (isSamePerson(now, viewer)) session.viewer = now
        else close()
      }
      const timer = setInterval(
        () => void look().catch((error: unknown) => log.warn({ err: error }, 'a session was not looked up')),
        heartbeatMs,
      )
      const stopListening = feed.onSessionEnd((sessionId) => {
        if (sessionId === viewer.sessionId) close()
      })
      const session: Session = {
        viewer,
        end() {
          clearInterval(timer)
          stopListening()
        },
      }
      extra.session = session
      metrics.sockets.inc()
      return true
    },
    onDisconnect({ extra }) {
      if (!extra.session) return
      extra.session.end()
      metrics.sockets.dec()
    },
    onSubscribe({ extra: { session, request } }, _id, payload) {
      if (!session) throw new Error('The socket was not let in.')
      const { viewer } = session
      try {
        const { text, persisted } = chooseDocument(documents, payload, viewer.tokenId !== null)
        const document = prepare(text, persisted)
        const operation = getOperationAST(document, payload.operationName)
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
          throw withCode(
            undefined,
            'BAD_REQUEST',
            'Only subscriptions are served here; POST the rest to /graphql.',
          )
        }
        const variables = payload.variables ?? {}
        const contextValue: GraphContext = {
          viewer,
          clock,
          db,
          readPool,
          requestId: request.id,
          live: { feed, viewer: () => session.viewer, heartbeatMs },
        }
        refuseTooComplex(costOf({ document, operation }, variables, contextValue))
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: variables,
          contextValue,
        }
      } catch (error) {
        return masked([error])
      }
    },
    onNext: (_context, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: formatErrors(result.errors, reporting).errors } : undefined,
    onError: (_context, _id, _payload, errors) => formatErrors(errors, reporting).errors,
  })
  const masked = (errors: readonly unknown[]) =>
    formatErrors(errors, reporting).errors.map(
      ({ message, extensions }) => new GraphQLError(message, { extensions }),
    )

  app.route({
    method: 'GET',
    url: '/graphql/ws',
    async preValidation(request, reply) {
      if (!isFromOurPages(request, env.PUBLIC_URL)) return reply.code(403).send({ error: 'FORBIDDEN' })
      return undefined
    },
    handler: (_request, reply) =>
      reply.code(426).header('upgrade', 'websocket').send({ error: 'UPGRADE_REQUIRED' }),
    wsHandler: handler,
  })
}

const isSamePerson = (one: Viewer, other: Viewer): boolean =>
  one.userId === other.userId && one.sessionId === other.sessionId && one.tokenId === other.tokenId

const withCode = (
  error: GraphQLError | undefined,
  code: string,
  message = error?.message ?? '',
): GraphQLError => new GraphQLError(message, { nodes: error?.nodes, extensions: { code } })
