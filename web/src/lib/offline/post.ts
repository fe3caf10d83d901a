import { outcomeOf } from '../command.ts'
import type { RequestError } from '../problems.ts'
import { inputOf, wholeOrRefused, type Errand, type Send } from './errand.ts'
import { sendersHeaders } from './senders-headers.ts'

/** A line that carries nothing is as good as none. */
const PATIENCE = 15_000

interface Answer {
  data?: Record<string, { __typename: string } | string>
  errors?: RequestError['graphQLErrors']
}

/** Sends an errand without the screen it was written on: after a reload, or for another tab. */
export const postErrand: Send = async (slot, errand) => {
  const outcome = await post(slot, errand, errand.hash)
  if (outcome.kind !== 'failed' || outcome.failure.kind !== 'OUTDATED') return outcome
  // The portal was renewed since; the same mutation may go by another hash now.
  const hash = await hashToday(errand.operation)
  return hash && hash !== errand.hash ? post(slot, errand, hash) : outcome
}

async function post(slot: Parameters<Send>[0], errand: Errand, hash: string) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...sendersHeaders(slot),
    },
    body: JSON.stringify({
      operationName: errand.operation,
      variables: { input: inputOf(slot, errand) },
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
    signal: AbortSignal.timeout(PATIENCE),
  })
  const { data, errors } = await answerOf(response)
  const failed: RequestError | undefined = errors
    ? { graphQLErrors: errors, response }
    : data
      ? undefined
      : { networkError: new Error('No answer.'), graphQLErrors: [], response }
  return wholeOrRefused(outcomeOf({ ...(data && { data }), ...(failed && { error: failed }) } as never))
}

async function answerOf(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer
  } catch {
    return {}
  }
}

async function hashToday(operation: string): Promise<string | undefined> {
  const response = await fetch('/mutations.json', {
    cache: 'no-cache',
    signal: AbortSignal.timeout(PATIENCE),
  })
  return response.ok ? ((await response.json()) as Record<string, string>)[operation] : undefined
}
