import { randomUUID } from 'node:crypto'
import { createClient, type Client } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type pg from 'pg'
import { WebSocket, type ClientOptions } from 'ws'
import { testDatabase } from '../../../../tests/support/database.ts'
import { promise, proveRuns } from '../../../../tests/support/prove.ts'
import { systemClock } from '../clock.ts'
import { runCommand } from '../command.ts'
import { contextOf, somebody, testDb } from '../../../../tests/support/kernel.ts'
import { foundPlatform, renamePlatform } from '../fixtures/platforms.ts'
import { personOf, seat } from '../fixtures/viewers.ts'
import { globalId } from '../ids.ts'
import { guest, type Viewer } from '../viewer.ts'
import { mapIdentity, startApp, type TestApp } from './fixtures/app.ts'

interface Update {
  seq: string
  name: string | null
  entities: string[]
  reset: boolean
}

const operations = {
  events: 'subscription Live($after: BigInt) { events(after: $after) { seq name entities reset } }',
  viewer: 'query WhoAmI { viewer { signedIn } }',
}
const patience = { timeout: 10_000, interval: 10 }

const { identity, sessions, signIn } = mapIdentity()
let pool: pg.Pool
/** Two servers on one database, as two API processes behind a proxy are. */
let apps: [TestApp, TestApp]
const clients: Client[] = []

beforeAll(async () => {
  const database = await testDatabase()
  pool = database.pool
  const options = { databaseUrl: database.url, identity, operations, heartbeatMs: 300 }
  apps = [await startApp(options), await startApp(options)]
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose()
})
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()))
})

interface Listener {
  readonly updates: Update[]
  readonly closed: Promise<{ code: number }>
  readonly failed: Promise<unknown>
}

interface Listening {
  readonly headers?: Record<string, string>
  readonly after?: string
  readonly query?: string
  readonly acting?: string
}

/** Opens a socket and a subscription on it. Never reconnects by itself. */
function listen(
  app: TestApp,
  { headers = {}, after, query = operations.events, acting }: Listening,
): Listener {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[], options?: ClientOptions) {
      super(address, protocols, { ...options, headers })
    }
  }
  const updates: Update[] = []
  let close: (event: { code: number }) => void
  const closed = new Promise<{ code: number }>((resolve) => {
    close = resolve
  })
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql/ws`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: { acting },
    on: { closed: (event) => close(event as { code: number }) },
  })
  clients.push(client)
  const failed = new Promise<unknown>((resolve) => {
    client.subscribe<{ events: Update }>(
      { query, variables: { after } },
      {
        next: ({ data, errors }) => {
          if (data) updates.push(data.events)
          if (errors) resolve(errors)
        },
        error: resolve,
        complete: () => {},
      },
    )
  })
  return { updates, closed, failed }
}

const cookieOf = (viewer: Viewer) => ({ cookie: `session=${signIn(viewer)}` })
const opened = ({ updates }: Listener) =>
  vi.waitFor(() => expect(updates.length).toBeGreaterThan(0), patience)
const named = ({ updates }: Listener) => updates.filter(({ name }) => name !== null)
const lastSeq = ({ updates }: Listener) => updates.at(-1)?.seq ?? '0'

// What is older than seven days on the clock of the database is not told again: these things happen today.
const today = async () => contextOf(await somebody(), { clock: systemClock })

async function found(): Promise<string> {
  const { platformId } = await runCommand(foundPlatform, { name: `見本 ${randomUUID()}` }, await today())
  return platformId
}

async function rename(platformId: string): Promise<void> {
  const input = { platformId: globalId('Platform', platformId), name: `見本 ${randomUUID()}`, version: 1 }
  await runCommand(renamePlatform, input, await today())
}

describe('a subscription', () => {
  it('hears through one API process what was done through another', async () => {
    const listeners = apps.map((app) => listen(app, {}))
    await Promise.all(listeners.map(opened))
    const id = await found()
    for (const listener of listeners) {
      await vi.waitFor(() => expect(named(listener)).toHaveLength(1), patience)
      expect(named(listener)).toMatchObject([
        { name: 'kernel.PlatformFounded.v1', entities: [globalId('Platform', id)], reset: false },
      ])
    }
  })

  it('hears what concerns the viewer, and nothing of others', async () => {
    const [mine, other] = [await found(), await found()]
    const member = listen(apps[0], { headers: cookieOf(await somebody({ platformIds: [mine] })) })
    const stranger = listen(apps[0], { headers: cookieOf(await somebody()) })
    const operator = { ...seat('SYSTEM', 'SYSTEM_OPERATOR'), key: 'SYSTEM:here' }
    const seats = [seat('FACILITY', 'FACILITY_STAFF'), operator]
    const onDuty = listen(apps[1], {
      headers: cookieOf(await somebody({ acting: null, seats })),
      acting: 'SYSTEM:here',
    })
    await Promise.all([member, stranger, onDuty].map(opened))
    await rename(other)
    await rename(mine)
    const last = await found()
    const heard = async (listener: Listener, ids: string[]) => {
      const wanted = [...ids, last].map((id) => globalId('Platform', id))
      await vi.waitFor(() => expect(named(listener).at(-1)?.entities).toEqual(wanted.slice(-1)), patience)
      expect(named(listener).flatMap(({ entities }) => entities)).toEqual(wanted)
    }
    await heard(member, [mine])
    await heard(stranger, [])
    await heard(onDuty, [other, mine])
  })

  it('begins with a reset that tells the current cursor, or with what was missed since the one it is given', async () => {
    const fresh = listen(apps[0], {})
    await opened(fresh)
    expect(fresh.updates[0]).toMatchObject({ reset: true, name: null })
    const ids = [await found(), await found()]
    const caughtUp = listen(apps[1], { after: lastSeq({ ...fresh, updates: fresh.updates.slice(0, 1) }) })
    await vi.waitFor(() => expect(named(caughtUp)).toHaveLength(2), patience)
    expect(named(caughtUp).flatMap(({ entities }) => entities)).toEqual(
      ids.map((id) => globalId('Platform', id)),
    )
    const fromTheFuture = listen(apps[0], { after: '999999999999' })
    await opened(fromTheFuture)
    expect(fromTheFuture.updates[0]).toMatchObject({ reset: true })
  })

  it('shows that it lives when nothing happens', async () => {
    const quiet = listen(apps[0], {})
    await vi.waitFor(() => expect(quiet.updates.length).toBeGreaterThan(3), patience)
    expect(quiet.updates.slice(1)).toEqual(
      quiet.updates.slice(1).map(({ seq }) => ({ seq, name: null, entities: [], reset: false })),
    )
  })

  it('that is opened again with its cursor, on whichever process, has every event once', async () => {
    const rounds = proveRuns(4, 100)
    const head = listen(apps[0], {})
    await opened(head)
    let cursor = lastSeq(head)
    const seen: Update[] = []
    const wanted: string[] = []
    for (let round = 0; round < rounds; round++) {
      const app = apps[round % 2] ?? apps[0]
      const listener = listen(app, { after: cursor })
      const before = await found()
      await opened(listener)
      const during = await found()
      await vi.waitFor(
        () =>
          expect(named(listener).flatMap(({ entities }) => entities)).toContain(globalId('Platform', during)),
        patience,
      )
      await clients.pop()?.dispose()
      await listener.closed
      seen.push(...named(listener))
      cursor = lastSeq(listener)
      const between = await found() // while nobody listens
      wanted.push(...[before, during, between].map((id) => globalId('Platform', id)))
    }
    const rest = listen(apps[0], { after: cursor })
    await vi.waitFor(() => expect(named(rest)).toHaveLength(1), patience)
    seen.push(...named(rest))
    expect(seen.flatMap(({ entities }) => entities)).toEqual(wanted)
    promise(
      'live-gapless',
      `${seen.length} of ${wanted.length} events once and in order over ${rounds} reconnections`,
    )
  })

  it('loses nothing when the database drops the connection that wakes it', async () => {
    const listener = listen(apps[0], {})
    await opened(listener)
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'yui feed' and datname = current_database()`,
    )
    expect(rowCount).toBe(2)
    const id = await found()
    await vi.waitFor(
      () => expect(named(listener).map(({ entities }) => entities)).toEqual([[globalId('Platform', id)]]),
      patience,
    )
    const isReady = async (app: TestApp) =>
      (await fetch(`${app.url}/readyz`)).json() as Promise<{ ok: boolean }>
    await vi.waitFor(
      async () => expect(await Promise.all(apps.map(isReady))).toMatchObject([{ ok: true }, { ok: true }]),
      patience,
    )
  })
})

describe('a socket', () => {
  it('closes in every process when its session ends', async () => {
    const db = await testDb()
    const { userId } = await somebody()
    const session = await db.session.create({
      data: { token: randomUUID(), userId, expiresAt: new Date(Date.now() + 60_000) },
    })
    const viewer = { ...personOf(userId), sessionId: session.id }
    const listeners = apps.map((app) => listen(app, { headers: cookieOf(viewer) }))
    const bystander = listen(apps[0], { headers: cookieOf(await somebody()) })
    await Promise.all([...listeners, bystander].map(opened))
    await db.session.delete({ where: { id: session.id } })
    for (const { closed } of listeners) expect(await closed).toMatchObject({ code: 4401 })
    const count = bystander.updates.length
    await vi.waitFor(() => expect(bystander.updates.length).toBeGreaterThan(count), patience)
  })

  it('closes when the session has expired, without anybody saying so', async () => {
    const headers = cookieOf(await somebody())
    const listener = listen(apps[0], { headers })
    await opened(listener)
    sessions.set(headers.cookie.slice('session='.length), guest)
    expect(await listener.closed).toMatchObject({ code: 4401 })
  })

  it('hears of a network from the moment its viewer belongs to it', async () => {
    const platformId = await found()
    const person = await somebody()
    const headers = cookieOf(person)
    const listener = listen(apps[0], { headers })
    await opened(listener)
    sessions.set(headers.cookie.slice('session='.length), { ...person, platformIds: [platformId] })
    const beats = listener.updates.length
    await vi.waitFor(() => expect(listener.updates.length).toBeGreaterThan(beats + 2), patience)
    await rename(platformId)
    await vi.waitFor(() => expect(named(listener)).toHaveLength(1), patience)
  })

  it('is not opened for a foreign page', async () => {
    const listener = listen(apps[0], { headers: { origin: 'https://evil.example' } })
    expect(await listener.closed).toMatchObject({ code: 1006 })
    expect(listener.updates).toEqual([])
    const own = listen(apps[0], { headers: { origin: apps[0].url } })
    await opened(own)
    expect(own.updates[0]?.reset).toBe(true)
  })

  it('carries subscriptions only, and only those of the portal', async () => {
    const codeOf = async (listening: Listening) => {
      const errors = await listen(apps[0], listening).failed
      return (errors as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code)
    }
    expect(await codeOf({ query: operations.viewer })).toEqual(['BAD_REQUEST'])
    const own = 'subscription { events { seq } }'
    expect(await codeOf({ query: own, headers: cookieOf(await somebody()) })).toEqual([
      'PERSISTED_QUERY_ONLY',
    ])
    const token = { tokenId: randomUUID(), scopes: ['other:read'] }
    const headers = { authorization: `Bearer ${signIn(await somebody(token))}` }
    expect(await codeOf({ query: own, headers })).toEqual(['FORBIDDEN'])
    expect(await codeOf({ query: 'subscription { nothing }', headers })).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ])
  })

  it('is closed as going away when its server stops', async () => {
    const { url: databaseUrl } = await testDatabase()
    const leaving = await startApp({ databaseUrl, identity, operations, heartbeatMs: 300 })
    const listener = listen(leaving, {})
    await opened(listener)
    await leaving.close()
    expect(await listener.closed).toMatchObject({ code: 1001 })
  })
})
