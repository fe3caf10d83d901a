import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { somebody } from '../../../../tests/support/kernel.ts'
import { mapIdentity, samplePortal, startApp, type TestApp } from './fixtures/app.ts'
import { confidential } from './fixtures/graph.ts'
import { operations } from './fixtures/operations.ts'

const { identity, seen, signIn } = mapIdentity()
let databaseUrl: string
let app: TestApp
let cookie: { cookie: string }
let token: { authorization: string }

beforeAll(async () => {
  databaseUrl = (await testDatabase()).url
  app = await startApp({ databaseUrl, identity, operations, portal: samplePortal() })
  cookie = { cookie: `session=${signIn(await somebody())}` }
  const program = await somebody({
    tokenId: randomUUID(),
    scopes: ['platforms:write', 'platforms:read', 'account:read', 'tests', 'events:read'],
  })
  token = { authorization: `Bearer ${signIn(program)}` }
})
afterAll(() => app.close())

/** Reads the answer to its end, else the server could not close. */
async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { headers })
  await response.arrayBuffer()
  return response.status
}

describe('faults', () => {
  it('are masked for the client and found in the log under the same incident, without anything personal', async () => {
    const answer = await app.ask({ query: operations.fault }, cookie)
    expect(answer.body.data).toEqual({ fault: null, viewer: { signedIn: true } })
    const [error] = answer.body.errors ?? []
    const incidentId = String(error?.extensions.incidentId)
    expect(error).toEqual({
      message: 'Something went wrong on our side. Please give the incident id when you report it.',
      path: ['fault'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', incidentId },
    })
    const line = app.lines.find((text) => text.includes(incidentId)) ?? ''
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      msg: 'fault',
      path: ['fault'],
      err: { type: 'Error', message: 'no row for … "…" (…)' },
    })
    expect(line).toContain('fixtures/graph.ts')
    for (const word of confidential) {
      expect(JSON.stringify(answer.body)).not.toContain(word)
      expect(app.lines.join('')).not.toContain(word)
    }
  })

  it('of the transport are masked as well', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    })
    expect([response.status, await response.json()]).toEqual([400, { error: 'BAD_REQUEST' }])
  })
})

describe('the log', () => {
  it('has one line per answer, with names, codes and ids, and nothing that was said', async () => {
    const [mail, name, phone, secret] = confidential
    const input = { name: `${name} ${mail}`, password: secret, reason: phone }
    await app.ask({ query: operations.found, variables: { input } }, cookie)
    await app.ask({ query: `query Own { viewer { signedIn } fault ${mail} }`, variables: { mail } }, token)
    await fetch(`${app.url}/search?q=${encodeURIComponent(name)}&mail=${mail}`)

    const answered = app.lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'answered')
    expect(answered.find(({ operation }) => operation === 'Found')).toMatchObject({
      level: 'info',
      method: 'POST',
      route: '/graphql',
      status: 200,
      requestId: expect.stringMatching(/^[\w-]{36}$/),
      userId: expect.any(String),
      ms: expect.any(Number),
    })
    const all = app.lines.join('')
    for (const word of [...confidential, encodeURIComponent(name)]) expect(all).not.toContain(word)
  })

  it('takes a request id from a proxy it trusts, and from nobody else', async () => {
    const trusting = await startApp({ databaseUrl, identity, operations, env: { TRUST_PROXY: 'loopback' } })
    const given = 'given-by-a-proxy-1'
    const query = { query: operations.viewer }
    await trusting.ask(query, { 'x-forwarded-for': '203.0.113.9', 'x-request-id': given })
    await trusting.ask(query, { 'x-request-id': 'given-by-a-client' })
    await trusting.ask(query, { 'x-forwarded-for': '203.0.113.9', 'x-request-id': 'not an id: <b>' })
    await app.ask(query, { 'x-forwarded-for': '203.0.113.9', 'x-request-id': given })
    await trusting.close()
    expect(trusting.lines.filter((line) => line.includes(given))).toHaveLength(1)
    expect(trusting.lines.join('')).not.toMatch(/given-by-a-client|not an id/)
    expect(app.lines.join('')).not.toContain(given)
  })
})

describe('identity', () => {
  it('gets its requests whole, with the address we believe, and answers with its own cookies', async () => {
    const response = await fetch(`${app.url}/api/auth/sign-in?x=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
      body: '{"a":1}',
    })
    expect([response.status, await response.text()]).toEqual([202, 'from identity'])
    expect(response.headers.getSetCookie()).toEqual(['one=1', 'two=2'])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(seen.at(-1)).toEqual({
      url: `${app.url}/api/auth/sign-in?x=1`,
      body: '{"a":1}',
      address: '127.0.0.1',
    })
  })
})

describe('what browsers get', () => {
  it('headers that refuse what we never do', async () => {
    const { headers } = await fetch(`${app.url}/`, { headers: { accept: 'text/html' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain(`connect-src 'self' ${app.url.replace('http', 'ws')}`)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('the promise of https where it is https', async () => {
    const secure = await startApp({ databaseUrl, identity, env: { PUBLIC_URL: 'https://yui.example.jp' } })
    const { headers } = await fetch(`${secure.url}/healthz`)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    await secure.close()
  })

  it('the portal for every page of it, asked for anew each time, and its hashed files kept for ever', async () => {
    const page = await fetch(`${app.url}/facilities/abc?x=1`, { headers: { accept: 'text/html,*/*' } })
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache'])
    expect(await page.text()).toContain('<title>結</title>')

    const script = await fetch(`${app.url}/assets/main-abc123.js`, { headers: { 'accept-encoding': 'br' } })
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-encoding')).toBe('br')
    expect(script.headers.get('content-type')).toContain('javascript')
  })

  it('404 for files and paths that are none', async () => {
    for (const path of ['/assets/gone.js', '/api/nothing', '/missing.png']) {
      const response = await fetch(`${app.url}${path}`)
      expect([path, response.status, await response.json()]).toEqual([path, 404, { error: 'NOT_FOUND' }])
    }
    const escape = await fetch(`${app.url}/..%2f..%2fpackage.json`)
    expect(escape.status).not.toBe(200)
  })
})

describe('operation', () => {
  it('healthz and readyz say what they know', async () => {
    expect(await (await fetch(`${app.url}/healthz`)).json()).toEqual({ ok: true })
    const ready = await fetch(`${app.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ok: true, database: true, migrations: true, live: true },
    ])
  })

  it('readyz says no when the database is gone', async () => {
    const lonely = await startApp({ databaseUrl, identity })
    await lonely.readPool.end()
    const ready = await fetch(`${lonely.url}/readyz`)
    expect([ready.status, await ready.json()]).toMatchObject([503, { ok: false, database: false }])
    expect(await statusOf(`${lonely.url}/healthz`)).toBe(200)
    await lonely.close().catch(() => {})
  })

  it('metrics are for this machine or for whoever has the token, and name nobody', async () => {
    const person = await somebody()
    await app.ask(
      { query: operations.page, variables: { first: 1 } },
      { cookie: `session=${signIn(person)}` },
    )
    await app.ask({ query: 'query Own { platforms(first: 1) { nodes { name } } }' }, token)
    const text = await (await fetch(`${app.url}/metrics`)).text()
    expect(text).toMatch(/yui_graphql_operation_seconds_count\{operation="Page",outcome="ok"\} [1-9]/)
    expect(text).toContain('yui_graphql_operation_statements_sum{operation="Page"}')
    expect(text).toMatch(/operation="adhoc"/)
    expect(text).not.toContain('"Own"')
    expect(text).toContain('yui_http_request_seconds_count{method="POST",route="/graphql",status="200"}')
    expect(text).toContain('yui_read_pool{state="waiting"} 0')
    expect(text).not.toContain(person.userId)
    expect((await fetch(`${app.url}/metrics`, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(
      404,
    )

    const METRICS_TOKEN = 'a token of sixteen'
    const guarded = await startApp({ databaseUrl, identity, env: { METRICS_TOKEN } })
    expect(await statusOf(`${guarded.url}/metrics`)).toBe(404)
    const authorization = `Bearer ${METRICS_TOKEN}`
    expect(await statusOf(`${guarded.url}/metrics`, { authorization })).toBe(200)
    await guarded.close()
  })

  it('an operation of one root field runs one statement', async () => {
    const sum = async () => {
      const text = await (await fetch(`${app.url}/metrics`)).text()
      return Number(/yui_graphql_operation_statements_sum\{operation="Page"\} (\d+)/.exec(text)?.[1] ?? 0)
    }
    const before = await sum()
    await app.ask({ query: operations.page, variables: { first: 2 } }, cookie)
    expect(await sum()).toBe(before + 1)
  })
})
