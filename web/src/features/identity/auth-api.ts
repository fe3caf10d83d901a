import type { Outcome } from '../../lib/problems.ts'

/** What the authentication answered; null when it could not be reached. */
export type AuthAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly code: string
  readonly data: AuthData
} | null
type AuthData = Readonly<Record<string, unknown>>

/** Asks the authentication: POST with a body, else GET. Cookies come and go by themselves. */
export async function askAuth(path: string, body?: object): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const data = readData(await response.text())
    return {
      ok: response.ok,
      status: response.status,
      code: typeof data.code === 'string' ? data.code : '',
      data,
    }
  } catch {
    return null
  }
}

function readData(text: string): AuthData {
  try {
    return (JSON.parse(text) ?? {}) as AuthData
  } catch {
    return {}
  }
}

/** The answer as a form takes it: codes that belong to a field stand there, the rest is a failure. */
export function outcomeOf(answer: AuthAnswer, fields: Readonly<Record<string, string>>): Outcome<AuthData> {
  if (!answer) return { kind: 'failed', failure: { kind: 'OFFLINE' } }
  const { ok, status, code, data } = answer
  if (ok) return { kind: 'done', payload: data }
  const field = fields[code]
  if (field) {
    const issues = [{ path: [field], code, message: code }]
    return {
      kind: 'refused',
      problem: { __typename: 'ValidationProblem', code: 'VALIDATION', message: code, issues },
    }
  }
  if (status === 429) return { kind: 'failed', failure: { kind: 'TOO_FAST' } }
  if (status === 401) return { kind: 'failed', failure: { kind: 'SIGNED_OUT' } }
  return { kind: 'failed', failure: { kind: 'FAULT', incidentId: undefined } }
}
