import { expect, test } from 'vitest'
import { failureOf } from './problems.ts'

const answered = (extensions: Record<string, unknown>) => ({ graphQLErrors: [{ message: '', extensions }] })

test.each([
  ['no network', { networkError: new Error('Load failed'), graphQLErrors: [] }, { kind: 'OFFLINE' }],
  [
    'a proxy that cannot reach the server',
    { networkError: new Error(), graphQLErrors: [], response: { status: 503 } },
    { kind: 'OFFLINE' },
  ],
  ['no session', answered({ code: 'UNAUTHENTICATED' }), { kind: 'SIGNED_OUT' }],
  [
    'a policy',
    answered({ code: 'FORBIDDEN', reason: 'CHOOSE_ACTING' }),
    { kind: 'FORBIDDEN', reason: 'CHOOSE_ACTING' },
  ],
  ['nothing there', answered({ code: 'NOT_FOUND' }), { kind: 'NOT_FOUND' }],
  ['an old tab', answered({ code: 'PERSISTED_QUERY_NOT_FOUND' }), { kind: 'OUTDATED' }],
  ['too often', answered({ code: 'RATE_LIMITED' }), { kind: 'TOO_FAST' }],
  [
    'a fault',
    answered({ code: 'INTERNAL_SERVER_ERROR', incidentId: '7f3a' }),
    { kind: 'FAULT', incidentId: '7f3a' },
  ],
  [
    'a fault without an answer',
    { networkError: new Error(), graphQLErrors: [], response: { status: 500 } },
    { kind: 'FAULT', incidentId: undefined },
  ],
])('%s', (_name, error, failure) => {
  expect(failureOf(error)).toEqual(failure)
})
