import { expect, it } from 'vitest'
import { resultOf } from './transfer.ts'

const error = (error: object) => JSON.stringify({ error })

it.each([
  [200, '{"fileId":"x"}', { kind: 'done' }],
  [400, error({ code: 'IMPORT_FILE_TOO_LARGE' }), { kind: 'refused', code: 'IMPORT_FILE_TOO_LARGE' }],
  [401, error({ code: 'UNAUTHENTICATED' }), { kind: 'failed', failure: { kind: 'SIGNED_OUT' } }],
  [403, error({ code: 'FORBIDDEN' }), { kind: 'failed', failure: { kind: 'FORBIDDEN', reason: undefined } }],
  [404, error({ code: 'NOT_FOUND' }), { kind: 'failed', failure: { kind: 'NOT_FOUND' } }],
  [429, error({ code: 'RATE_LIMITED' }), { kind: 'failed', failure: { kind: 'TOO_FAST' } }],
  [
    500,
    error({ code: 'INTERNAL_SERVER_ERROR', incidentId: '7f3a' }),
    { kind: 'failed', failure: { kind: 'FAULT', incidentId: '7f3a' } },
  ],
  [502, '<html>', { kind: 'failed', failure: { kind: 'FAULT', incidentId: undefined } }],
])('%i %s: %o', (status, body, result) => expect(resultOf(status, body)).toEqual(result))
