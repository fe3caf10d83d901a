import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, OperationTypeNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { GraphContext } from '../graphql/context.ts'
import { formatErrors } from '../graphql/errors.ts'
import { executor } from '../graphql/execute.ts'
import { costCalculator, refuseTooComplex, reportOf, type CostReport } from '../graphql/limits.ts'
import type { RequestFacts } from '../request-scope.ts'
import { globalId } from '../ids.ts'
import { inSpan } from '../trace.ts'
import type { Viewer } from '../viewer.ts'
import type { AppOptions } from './options.ts'
import { chooseDocument, type DocumentRequest } from './documents.ts'
import { headersOf } from './identity-routes.ts'
import type { Metrics } from './metrics.ts'
import { isFromOurPages } from './origin.ts'
import { rateLimits } from './rate-limit.ts'

/** A GraphContext with what only this transport needs. */
interface HttpContext extends GraphContext {
  readonly facts: RequestFacts
  readonly persisted: boolean
  /** False = this viewer has changed too much in too short a time. */
  readonly mayWriteNow: () => boolean
  cost?: CostReport
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a request for the graph, once it was let in. */
    graph: Pick<HttpContext, 'viewer' | 'persisted' | 'mayWriteNow'> | null
  }
}

/** Serves the graph at `/graphql`, by POST. */
export async function graphqlRoute(
  app: FastifyInstance,
  options: AppOptions,
  metrics: Metrics,
): Promise<void> {
  const { schema, identity, documents, db, readPool, clock, env, log } = options
  const reporting = { log, onFault: () => metrics.faults.inc() }
  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true, // only whoever may bring own documents can ask for it
    persistedQueries: false, // see documents.ts: nothing is ever registered
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (_formatted, error) => formatErrors([error], reporting).errors[0] ?? { message: 'unknown' },
    plugins: [ApolloServerPluginLandingPageDisabled(), operations(schema, reporting, metrics)],
  })
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())

  const limits = rateLimits(env.RATE_LIMIT_FACTOR)
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    try {
      if (!isFromOurPages(request, env.PUBLIC_URL)) throw refusal('FORBIDDEN', 'Sent from a foreign page.')
      const viewer = await identity.viewerOf(headersOf(request))
      if (!isFor(viewer, request.headers['x-yui-person'])) {
        throw refusal('UNAUTHENTICATED', 'Written by somebody else than who is signed in.')
      }
      request.facts.userId = viewer.userId
      const { read, write } = viewer.userId ? limits.known : limits.guest
      const key = rateKey(viewer, request.ip)
      if (!read(key)) throw refusal('RATE_LIMITED', 'Too many requests; wait a few seconds.')
      const body = (request.body ?? {}) as DocumentRequest & { variables?: unknown; operationName?: unknown }
      const { text, persisted } = chooseDocument(documents, body, viewer.tokenId !== null)
      request.body = {
        query: text,
        variables: body.variables ?? null,
        operationName: body.operationName ?? null,
      }
      request.graph = { viewer, persisted, mayWriteNow: () => write(key) }
      return undefined
    } catch (error) {
      const { errors, codes } = formatErrors([error], reporting)
      request.facts.codes = [...codes]
      return reply.code(statusOf(codes[0])).header('cache-control', 'no-store').send({ errors })
    }
  }

  app.post('/graphql', {
    preHandler: admit,
    handler: fastifyApolloHandler(apollo, {
      async context(request, reply) {
        void reply.header('cache-control', 'no-store')
        if (!request.graph) throw new Error('The request was not let in.')
        return { ...request.graph, facts: request.facts, requestId: request.id, clock, db, readPool }
      },
    }),
  })
}

/** Limits, execution, cost and figures of every operation. */
function operations(
  schema: GraphQLSchema,
  reporting: Parameters<typeof formatErrors>[1],
  metrics: Metrics,
): ApolloServerPlugin<HttpContext> {
  const costOf = costCalculator(schema)
  const run = executor(schema)
  return {
    async requestDidStart() {
      const started = performance.now()
      return {
        async didResolveOperation({ document, operation, operationName, request, contextValue }) {
          contextValue.facts.operation = operationName
          contextValue.facts.persisted = contextValue.persisted
          if (!operation) {
            throw refusal('OPERATION_RESOLUTION_FAILURE', 'Name one of the operations of the document.')
          }
          const cost = costOf({ document, operation }, request.variables ?? {}, contextValue)
          contextValue.cost = reportOf(cost)
          refuseTooComplex(cost)
          if (operation.operation === OperationTypeNode.MUTATION && !contextValue.mayWriteNow()) {
            throw refusal('RATE_LIMITED', 'Too many changes; wait a few seconds.')
          }
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
            throw refusal('BAD_REQUEST', 'Subscriptions are served at /graphql/ws.')
          }
        },
        async responseForOperation({ document, operationName, request, contextValue, response }) {
          const { persisted } = contextValue
          const variables = request.variables ?? {}
          const { data, errors }: ExecutionResult = await inSpan(
            `operation ${operationName ?? 'anonymous'}`,
            () => run({ document, operationName, variables, persisted, context: contextValue }),
          )
          const formatted = errors && formatErrors(errors, reporting)
          contextValue.facts.codes = [...(formatted?.codes ?? [])]
          return {
            http: response.http,
            body: {
              kind: 'single',
              singleResult: {
                ...(data !== undefined && { data }),
                ...(formatted && { errors: formatted.errors }),
              },
            },
          }
        },
        async didEncounterErrors({ errors, contextValue }) {
          contextValue.facts.codes = errors.map(({ extensions }) => String(extensions.code))
        },
        async willSendResponse({ response, contextValue }) {
          const { cost, facts, persisted } = contextValue
          if (cost && response.body.kind === 'single') {
            const { singleResult } = response.body
            singleResult.extensions = { ...singleResult.extensions, cost }
          }
          const operation = (persisted && facts.operation) || 'adhoc'
          const outcome = facts.codes[0] ?? 'ok'
          metrics.operationSeconds.observe({ operation, outcome }, (performance.now() - started) / 1000)
          metrics.operationStatements.observe({ operation }, facts.statements)
        },
      }
    },
  }
}

/**
 * What waited on a device names its writer (`x-yui-person`, a Relay id): by the time it is sent somebody else may be
 * signed in there, and it must not become theirs.
 */
const isFor = ({ userId }: Viewer, person: unknown): boolean =>
  person === undefined || (userId !== null && person === globalId('User', userId))

const rateKey = ({ tokenId, userId }: Viewer, ip: string): string => tokenId ?? userId ?? ip

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })

const statuses: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  PERSISTED_QUERY_ONLY: 403,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
}
const statusOf = (code = ''): number => statuses[code] ?? 400
