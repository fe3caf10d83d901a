/** One thing that is wrong with an input, as the API reports it. */
export interface Issue {
  path: readonly string[]
  code: string
  message: string
}

/** A refusal a person can act on; the three members of every mutation's result union beside its payload. */
export type Problem =
  | { __typename: 'ValidationProblem'; code: string; message: string; issues: readonly Issue[] }
  | { __typename: 'ConflictProblem'; code: string; message: string; currentVersion: number }
  | { __typename: 'RuleProblem'; code: string; message: string }

export type ProblemName = Problem['__typename']

/** Why a request brought nothing back. */
export type Failure =
  | { kind: 'OFFLINE' | 'SIGNED_OUT' | 'NOT_FOUND' | 'TOO_FAST' | 'OUTDATED' }
  | { kind: 'FORBIDDEN'; reason: string | undefined }
  | { kind: 'FAULT'; incidentId: string | undefined }

/** What became of a command. */
export type Outcome<Payload> =
  | { kind: 'done'; payload: Payload }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'failed'; failure: Failure }

/** An error of the GraphQL client, as far as it matters here. */
export interface RequestError {
  networkError?: Error | undefined
  graphQLErrors: readonly { message: string; extensions?: Record<string, unknown> | undefined }[]
  response?: { status?: number } | undefined
}

const UNREACHABLE = new Set([408, 502, 503, 504])

/** Sorts an error into what the portal can say about it. */
export function failureOf(error: RequestError): Failure {
  const status = error.response?.status
  if (error.networkError && (!status || UNREACHABLE.has(status))) return { kind: 'OFFLINE' }

  const extensions = error.graphQLErrors[0]?.extensions
  const text = (key: string) => (typeof extensions?.[key] === 'string' ? extensions[key] : undefined)
  switch (text('code')) {
    case 'UNAUTHENTICATED':
      return { kind: 'SIGNED_OUT' }
    case 'FORBIDDEN':
      return { kind: 'FORBIDDEN', reason: text('reason') }
    case 'NOT_FOUND':
      return { kind: 'NOT_FOUND' }
    case 'RATE_LIMITED':
      return { kind: 'TOO_FAST' }
    // A newer portal has been put in place: the server no longer knows the documents of this one.
    case 'PERSISTED_QUERY_NOT_FOUND':
      return { kind: 'OUTDATED' }
    default:
      return { kind: 'FAULT', incidentId: text('incidentId') }
  }
}
