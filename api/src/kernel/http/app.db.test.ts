import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { somebody } from '../fixtures/database.ts'
import { globalId } from '../ids.ts'
import { hashOf, mapIdentity, samplePortal, startApp, type TestApp } from './fixtures/app.ts'
import { confidential } from './fixtures/graph.ts'

const operations = {
  viewer: 'query WhoAmI { viewer { signedIn acting { key roles } seats { kind } } }',
  found: `mutation Found($input: FoundPlatformInput!) {
    foundPlatform(input: $input) {
      __typename
      ... on FoundPlatformPayload { platform { id name version kind createdAt } viewer { signedIn } }
      ... on Problem { code message }
      ... on ValidationProblem { issues { path code } }
    }
  }`,
  rename: `mutation Rename($input: RenamePlatformInput!) {
    renamePlatform(input: $input) {
      __typename
      ... on RenamePlatformPayload { platform { name version } }
      ... on ConflictProblem { code currentVersion }
      ... on RuleProblem { code }
    }
  }`,
  node: 'query Node($id: ID!) { node(id: $id) { __typename id ... on Platform { name } } }',
  page: 'query Page($first: Int, $after: String) { platforms(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage } } }',
  fault: 'query Fault { fault viewer { signedIn } }',
  closed: 'query Closed { closed }',
  changes:
    'query Changes($after: BigInt) { changesSince(after: $after, first: 2) { seq more reset events { seq name at entities } } }',
  fragments: `query Fragments($with: Boolean!) {
    viewer { ...Who seats @include(if: $with) { key } }
    again: viewer { ...Who }
  }
  fragment Who on Viewer { signedIn __typename }`,
}

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

const sampleName = () => `見本 ${randomUUID()}`
const codes = ({ body }: Awaited<ReturnType<TestApp['ask']>>) =>
  body.errors?.map(({ extensions }) => extensions.code)

describe('documents', () => {
  it('of the portal run by their hash or their text, for guests and sessions', async () => {
    const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operations.viewer) } } }
    expect((await app.ask(byHash)).body.data).toMatchObject({ viewer: { signedIn: false } })
    expect((await app.ask(byHash, cookie)).body.data).toMatchObject({ viewer: { signedIn: true } })
    expect((await app.ask({ query: operations.viewer }, cookie)).body.data).toMatchObject({
      viewer: { signedIn: true },
    })
  })

  it('of one’s own need a token', async () => {
    const own = { query: '{ viewer { signedIn } }' }
    for (const headers of [{}, cookie]) {
      const answer = await app.ask(own, headers)
      expect([answer.status, codes(answer)]).toEqual([403, ['PERSISTED_QUERY_ONLY']])
    }
    expect((await app.ask(own, token)).body.data).toEqual({ viewer: { signedIn: true } })
  })

  it('cannot be registered, and the schema is shown to tokens only', async () => {
    const text = '{ viewer { secondFactor } }'
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(text) } }
    expect(codes(await app.ask({ extensions }))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
    expect(codes(await app.ask({ query: text, extensions }, cookie))).toEqual(['PERSISTED_QUERY_ONLY'])
    expect(codes(await app.ask({ extensions }, token))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
    const introspection = { query: '{ __schema { queryType { name } } }' }
    expect(codes(await app.ask(introspection, cookie))).toEqual(['PERSISTED_QUERY_ONLY'])
    expect((await app.ask(introspection, token)).body.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    })
  })

  it('that are none are told so', async () => {
    expect(codes(await app.ask({ query: '{ viewer {' }, token))).toEqual(['GRAPHQL_PARSE_FAILED'])
    expect(codes(await app.ask({ query: '{ nothing }' }, token))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(
      codes(
        await app.ask({ query: 'query A { viewer { signedIn } } query B { viewer { signedIn } }' }, token),
      ),
    ).toEqual(['OPERATION_RESOLUTION_FAILURE'])
    expect(codes(await app.ask({ query: 'subscription { events { seq } }' }, token))).toEqual(['BAD_REQUEST'])
  })
})

describe('compiled and interpreted execution answer alike', () => {
  // The same document twice: as one of the portal's (compiled) and, a blank longer, as a program's own (interpreted).
  const both = async (query: string, variables: object, headers: Record<string, string> = token) => {
    const [compiled, interpreted] = [
      await app.ask({ query, variables }, headers),
      await app.ask({ query: `${query} `, variables }, headers),
    ]
    return [compiled, interpreted].map(({ body }) => ({
      data: body.data,
      errors: body.errors?.map(({ message, path, extensions: { code, reason } }) => ({
        message,
        path,
        code,
        reason,
      })),
    }))
  }

  it.each([
    ['a payload', operations.found, () => ({ input: { name: '見本 同じ' } })],
    ['a ValidationProblem', operations.found, () => ({ input: { name: ' ' } })],
    ['a refusal', operations.found, () => ({ input: { name: '見本 禁止' } })],
    [
      'a missing record',
      operations.rename,
      () => ({ input: { platformId: globalId('Platform', randomUUID()), name: '見本', version: 1 } }),
    ],
    [
      'null for a node that is not there',
      operations.node,
      () => ({ id: globalId('Platform', randomUUID()) }),
    ],
    ['a field that fails', operations.fault, () => ({})],
    ['a field nobody may ask for', operations.closed, () => ({})],
    ['a page', operations.page, () => ({ first: 1 })],
    ['a page without a size', operations.page, () => ({})],
    ['a reset', operations.changes, () => ({})],
    ['fragments and directives', operations.fragments, () => ({ with: true })],
    ['the other way of a directive', operations.fragments, () => ({ with: false })],
    ['a missing variable', operations.node, () => ({})],
    ['a variable of the wrong type', operations.page, () => ({ first: 'ten' })],
    ['an input that is null', operations.found, () => ({ input: null })],
  ])('%s', async (_what, query, variables) => {
    const given = variables()
    const [compiled, interpreted] = await both(query, given)
    const masked = JSON.stringify(compiled)
      .replaceAll(/"id":"[^"]+"/g, '"id"')
      .replaceAll(/"createdAt":"[^"]+"/g, '"createdAt"')
    const same = JSON.stringify(interpreted)
      .replaceAll(/"id":"[^"]+"/g, '"id"')
      .replaceAll(/"createdAt":"[^"]+"/g, '"createdAt"')
    expect(masked).toBe(same)
  })

  it.each([
    ['a scalar of the wrong form', operations.changes, { after: 'x' }],
    ['an input field that does not exist', operations.found, { input: { name: '見本', other: 1 } }],
  ])('%s, but for the words', async (_what, query, variables) => {
    const answers = await both(query, variables)
    expect(answers.map(({ errors }) => errors?.map(({ code }) => code))).toEqual([
      ['BAD_USER_INPUT'],
      ['BAD_USER_INPUT'],
    ])
  })

  it('a conflict', async () => {
    const { body } = await app.ask(
      { query: operations.found, variables: { input: { name: sampleName() } } },
      token,
    )
    const { platform } = (body.data as { foundPlatform: { platform: { id: string } } }).foundPlatform
    const input = { platformId: platform.id, name: sampleName(), version: 7 }
    const [compiled, interpreted] = await both(operations.rename, { input })
    expect(compiled).toEqual({
      data: { renamePlatform: { __typename: 'ConflictProblem', code: 'CONFLICT', currentVersion: 1 } },
      errors: undefined,
    })
    expect(interpreted).toEqual(compiled)
  })
})

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

describe('limits', () => {
  it('every answer tells its cost, and what it may be', async () => {
    const cost = async (first: number) =>
      (await app.ask({ query: operations.page, variables: { first } }, cookie)).body.extensions
        ?.cost as Record<string, number>
    expect(await cost(10)).toMatchObject({ limit: 50_000, depth: 3, depthLimit: 16, breadthLimit: 500 })
    expect((await cost(100)).requested).toBeGreaterThan(5 * (await cost(10)).requested!)
    expect(await cost(10)).toEqual(await cost(10))
  })

  it('an operation that costs too much, is too deep or too broad does not run', async () => {
    const broad = `{ ${Array.from({ length: 400 }, (_, n) => `v${n}: viewer { signedIn }`).join(' ')} }`
    const costly = `{ ${Array.from({ length: 120 }, (_, n) => `p${n}: platforms(first: 100) { nodes { id name version } }`).join(' ')} }`
    for (const query of [broad, costly]) {
      const answer = await app.ask({ query }, token)
      expect(codes(answer)).toEqual(['QUERY_TOO_COMPLEX'])
      expect(answer.body.data).toBeUndefined()
      expect(answer.body.errors?.[0]?.extensions.cost).toMatchObject({
        limit: 50_000,
        requested: expect.any(Number),
      })
    }
  })

  it('a cheap operation in front does not hide a dear one', async () => {
    const costly = Array.from(
      { length: 120 },
      (_, n) => `p${n}: platforms(first: 100) { nodes { id name version } }`,
    ).join(' ')
    const query = `query Cheap { viewer { signedIn } } query Dear { ${costly} }`
    expect(codes(await app.ask({ query, operationName: 'Dear' }, token))).toEqual(['QUERY_TOO_COMPLEX'])
    expect(codes(await app.ask({ query, operationName: 'Cheap' }, token))).toBeUndefined()
  })

  it('too many requests, and too many changes, are refused; others are not held up by it', async () => {
    const slow = await startApp({ databaseUrl, identity, operations, env: { RATE_LIMIT_FACTOR: 0.01 } })
    const query = { query: operations.viewer }
    const one = { cookie: `session=${signIn(await somebody())}` }
    const other = { cookie: `session=${signIn(await somebody())}` }
    const answers = [
      await slow.ask(query, one),
      await slow.ask(query, one),
      await slow.ask(query, one),
      await slow.ask(query, one),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(codes(await slow.ask(query, one))).toEqual(['RATE_LIMITED'])
    expect((await slow.ask(query, other)).status).toBe(200)
    const change = { query: operations.found, variables: { input: { name: sampleName() } } }
    expect(codes(await slow.ask(change, other))).toEqual(['RATE_LIMITED'])
    await slow.close()
  })
})

describe('the graph over HTTP', () => {
  it('is closed to foreign pages, and open to programs, which have no page', async () => {
    const ask = (origin: string, to = app) => to.ask({ query: operations.viewer }, { ...cookie, origin })
    expect((await ask('https://evil.example')).status).toBe(403)
    expect((await ask('null')).status).toBe(403)
    expect((await ask(app.url)).status).toBe(200)
    const behindProxy = await startApp({
      databaseUrl,
      identity,
      operations,
      env: { PUBLIC_URL: 'https://yui.example.jp' },
    })
    expect((await ask('https://yui.example.jp', behindProxy)).status).toBe(200)
    await behindProxy.close()
  })

  it('takes JSON only, and only by POST', async () => {
    const form = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      body: new URLSearchParams({ query: operations.viewer }),
    })
    expect(form.status).toBe(415)
    expect((await fetch(`${app.url}/graphql?query=${encodeURIComponent(operations.viewer)}`)).status).toBe(
      404,
    )
  })

  it('acts for the body that the tab has chosen', async () => {
    const person = await somebody()
    const [, second] = [
      person.acting,
      { ...person.acting!, key: 'FACILITY:second', roles: ['FACILITY_STAFF' as const] },
    ]
    const session = { cookie: `session=${signIn({ ...person, seats: [person.acting!, second] })}` }
    const { body } = await app.ask(
      { query: operations.viewer },
      { ...session, 'x-yui-acting': 'FACILITY:second' },
    )
    expect(body.data?.viewer).toMatchObject({ acting: { key: 'FACILITY:second', roles: ['FACILITY_STAFF'] } })
  })

  it('is not kept by any cache', async () => {
    const { headers } = await app.ask({ query: operations.viewer })
    expect(headers.get('cache-control')).toBe('no-store')
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
