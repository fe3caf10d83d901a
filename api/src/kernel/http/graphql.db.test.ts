import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { somebody } from '../../../../tests/support/kernel.ts'
import { seat } from '../fixtures/viewers.ts'
import { globalId } from '../ids.ts'
import { hashOf, mapIdentity, startApp, type TestApp } from './fixtures/app.ts'
import { operations } from './fixtures/operations.ts'

const { identity, signIn } = mapIdentity()
let databaseUrl: string
let app: TestApp
let cookie: { cookie: string }
let token: { authorization: string }

beforeAll(async () => {
  databaseUrl = (await testDatabase()).url
  app = await startApp({ databaseUrl, identity, operations })
  cookie = { cookie: `session=${signIn(await somebody())}` }
  const scopes = ['platforms:write', 'platforms:read', 'account:read', 'tests', 'events:read']
  token = { authorization: `Bearer ${signIn(await somebody({ tokenId: randomUUID(), scopes }))}` }
})
afterAll(() => app.close())

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

describe('limits', () => {
  it('every answer tells its cost, and what it may be', async () => {
    const cost = async (first: number) =>
      (await app.ask({ query: operations.page, variables: { first } }, cookie)).body.extensions
        ?.cost as Record<string, number>
    expect(await cost(10)).toMatchObject({ limit: 50_000, depth: 3, depthLimit: 16, breadthLimit: 500 })
    expect((await cost(100)).requested).toBeGreaterThan(5 * ((await cost(10)).requested ?? 0))
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
    const [first, second] = [
      seat('FACILITY', 'FACILITY_DIRECTOR'),
      seat('CORPORATION', 'CORPORATION_REPORTER'),
    ]
    const person = await somebody({ acting: null, seats: [first, second] })
    const session = { cookie: `session=${signIn(person)}` }
    const actingFor = async (key: string) =>
      (await app.ask({ query: operations.viewer }, { ...session, 'x-yui-acting': key })).body.data?.viewer
    expect(await actingFor(second.key)).toMatchObject({
      acting: { key: second.key, roles: ['CORPORATION_REPORTER'] },
    })
    expect(await actingFor(first.key)).toMatchObject({ acting: { key: first.key } })
    expect(await actingFor('FACILITY:another')).toMatchObject({ acting: null })
  })

  it('takes what waited on a device from its writer only, whoever is signed in there by now', async () => {
    const person = await somebody()
    const session = { cookie: `session=${signIn(person)}` }
    const writtenBy = async (id: string, headers = {}) =>
      codes(await app.ask({ query: operations.viewer }, { ...headers, 'x-yui-person': id }))
    expect(await writtenBy(globalId('User', person.userId ?? ''), session)).toBeUndefined()
    expect(await writtenBy(globalId('User', randomUUID()), session)).toEqual(['UNAUTHENTICATED'])
    expect(await writtenBy(globalId('User', person.userId ?? ''))).toEqual(['UNAUTHENTICATED'])
  })

  it('is not kept by any cache', async () => {
    const { headers } = await app.ask({ query: operations.viewer })
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
