import { randomUUID } from 'node:crypto'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Log } from '../log.ts'

/** Codes that are part of the contract; whatever carries another one, or none, is a fault of ours. */
const published = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'PERSISTED_QUERY_ONLY',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
])

const INTERNAL = 'INTERNAL_SERVER_ERROR'

export interface FormattedErrors {
  readonly errors: readonly GraphQLFormattedError[]
  readonly codes: readonly string[]
}

/**
 * What clients may know of errors. A fault is masked: the client gets an incident id and nothing else, the log gets
 * the cause under that id.
 */
export function formatErrors(
  errors: readonly unknown[],
  { log, onFault }: { log: Log; onFault: () => void },
): FormattedErrors {
  const formatted = errors.map((error) => formatError(error, log, onFault))
  return { errors: formatted, codes: formatted.map(({ extensions }) => String(extensions?.code)) }
}

function formatError(error: unknown, log: Log, onFault: () => void): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    const code = codeOf(error)
    if (code) {
      const { message, locations, path, extensions } = error.toJSON()
      const { stacktrace: _stack, ...rest } = extensions ?? {}
      return {
        message,
        ...(locations && { locations }),
        ...(path && { path }),
        extensions: { ...rest, code },
      }
    }
  }
  const incidentId = randomUUID()
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const path = error instanceof GraphQLError ? error.path : undefined
  log.error({ incidentId, path, err: cause }, 'fault')
  onFault()
  return {
    message: 'Something went wrong on our side. Please give the incident id when you report it.',
    ...(path && { path }),
    extensions: { code: INTERNAL, incidentId },
  }
}

/** The published code of an error, or null. Errors about variables come from the executor without a code. */
function codeOf(error: GraphQLError): string | null {
  // The compiled executor leaves out extensions that are empty.
  const code = (error.extensions as GraphQLError['extensions'] | undefined)?.code
  if (typeof code === 'string') return published.has(code) ? code : null
  const isAboutVariables = !error.path && error.message.startsWith('Variable "$')
  return isAboutVariables ? 'BAD_USER_INPUT' : null
}
