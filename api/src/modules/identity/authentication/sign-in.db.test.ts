import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestIdentity, type TestIdentity } from '../../../../../tests/support/identity.ts'
import { buildPerson } from '../fixtures.ts'
import { MOST_FAILED_SIGN_INS } from './lock-out.ts'

let world: TestIdentity
beforeAll(async () => {
  world = await openTestIdentity()
})
afterAll(() => world.close())

const auditOf = (userId: string) =>
  world.db.auditEntry.findMany({ where: { subjectId: userId }, orderBy: { seq: 'asc' } })

describe('signing in with a password', () => {
  it('opens a session, remembers it as one without a second factor, and leaves an audit entry', async () => {
    const person = await buildPerson(world.db)
    const browser = world.browser()
    const { status, setCookies } = await browser.post('/sign-in/email', {
      email: person.email.toUpperCase(),
      password: person.password,
    })
    expect(status).toBe(200)
    const viewer = await world.identity.viewerOf(browser.headers())
    expect(viewer).toMatchObject({ userId: person.id, secondFactor: false, seats: [], acting: null })

    const cookie = setCookies.find((line) => line.startsWith('yui.session_token=')) ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Path=\//i)
    expect(cookie).toMatch(/Max-Age=1209600/i)
    expect(cookie).not.toMatch(/Secure/i)

    const entries = await auditOf(person.id)
    expect(entries.map(({ command, actorUserId }) => [command, actorUserId])).toEqual([['signIn', person.id]])
    expect(JSON.stringify(entries[0]?.input)).not.toContain(person.email)
  })

  it('on a shared computer lasts until the browser closes, a day at most', async () => {
    const { email, password, id } = await buildPerson(world.db)
    const { setCookies } = await world
      .browser()
      .post('/sign-in/email', { email, password, rememberMe: false })
    const cookie = setCookies.find((line) => line.startsWith('yui.session_token=')) ?? ''
    expect(cookie).not.toMatch(/max-age|expires/i)
    const session = await world.db.session.findFirstOrThrow({ where: { userId: id } })
    expect(session.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000)
  })

  it('over https sets secure cookies with a prefix that other hosts cannot set', async () => {
    const secure = await openTestIdentity('https://yui.example.jp')
    const { email, password } = await buildPerson(secure.db)
    const { setCookies } = await secure.browser().post('/sign-in/email', { email, password })
    const cookie = setCookies.find((line) => line.startsWith('__Secure-yui.session_token=')) ?? ''
    expect(cookie).toMatch(/Secure;?/)
    await secure.close()
  })

  it('is refused from a page of another site', async () => {
    const { email, password } = await buildPerson(world.db)
    const stranger = world.browser({ origin: 'https://attacker.example' })
    expect((await stranger.post('/sign-in/email', { email, password })).status).toBe(403)
    const foreignForm = world.browser({
      extra: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    })
    expect((await foreignForm.post('/sign-in/email', { email, password })).status).toBe(403)
  })

  it('answers a wrong password, an unknown address and a closed account alike', async () => {
    const person = await buildPerson(world.db)
    const locked = await buildPerson(world.db)
    await world.db.user.update({
      where: { id: locked.id },
      data: { failedSignIns: MOST_FAILED_SIGN_INS, lockedUntil: new Date(Date.now() + 60_000) },
    })
    const answers = []
    for (const credentials of [
      { email: person.email, password: 'wrong password' },
      { email: 'nobody-at-all@example.com', password: 'wrong password' },
      { email: locked.email, password: locked.password },
    ]) {
      const { status, body, setCookies } = await world.browser().post('/sign-in/email', credentials)
      answers.push({ status, body, setCookies })
    }
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })
})

describe('the lock-out', () => {
  it('closes an account after ten wrong passwords in a row, tells its owner once, and opens by itself', async () => {
    const { db, clock } = world
    const { id, email, password } = await buildPerson(db)
    const start = new Date()
    clock.set(start)
    for (let attempt = 1; attempt <= MOST_FAILED_SIGN_INS; attempt++) {
      expect(
        (await world.browser().post('/sign-in/email', { email, password: 'wrong password' })).status,
      ).toBe(401)
    }
    expect((await world.browser().post('/sign-in/email', { email, password })).status).toBe(401)
    expect((await auditOf(id)).map(({ command, actorUserId }) => [command, actorUserId])).toEqual([
      ['lockSignIn', null],
    ])
    const told = await db.eventLog.findMany({ where: { audience: { has: `user:${id}` } } })
    expect(told.map(({ name, payload }) => [name, payload])).toEqual([
      ['identity.AccountSecured.v1', { userId: id, change: 'lockSignIn' }],
    ])

    clock.set(new Date(start.getTime() + 15 * 60_000 + 1))
    expect((await world.browser().post('/sign-in/email', { email, password })).status).toBe(200)
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ failedSignIns: 0, lockedUntil: null })
  })

  it('counts attempts that come at once as if they came one after the other', async () => {
    const { id, email, password } = await buildPerson(world.db)
    await Promise.all(
      Array.from({ length: 15 }, () =>
        world.browser().post('/sign-in/email', { email, password: 'wrong password' }),
      ),
    )
    const after = await world.db.user.findUniqueOrThrow({ where: { id } })
    expect(after.failedSignIns).toBe(MOST_FAILED_SIGN_INS)
    expect((await world.browser().post('/sign-in/email', { email, password })).status).toBe(401)
    expect((await auditOf(id)).filter(({ command }) => command === 'lockSignIn')).toHaveLength(1)
  })

  it('forgets wrong passwords after a right one', async () => {
    const { id, email, password } = await buildPerson(world.db)
    for (const wrong of ['one', 'two', 'three']) {
      await world.browser().post('/sign-in/email', { email, password: `wrong ${wrong}` })
    }
    await world.browser().post('/sign-in/email', { email, password })
    expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ failedSignIns: 0 })
  })
})

it('an address that asks too often has to wait, whatever the account', async () => {
  const browser = world.browser()
  const statuses: number[] = []
  for (let attempt = 0; attempt < 21; attempt++) {
    const { status } = await browser.post('/sign-in/email', {
      email: `x${attempt}@example.com`,
      password: 'wrong',
    })
    statuses.push(status)
  }
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401))
  expect(statuses[20]).toBe(429)
})

it('signing out ends the session and is audited', async () => {
  const { id, email, password } = await buildPerson(world.db)
  const browser = world.browser()
  await browser.post('/sign-in/email', { email, password })
  const before = browser.headers()
  expect((await browser.post('/sign-out')).status).toBe(200)
  expect(browser.cookie('session_token')).toBeUndefined()
  await expect.poll(() => world.identity.viewerOf(before)).toMatchObject({ userId: null })
  expect((await auditOf(id)).map(({ command }) => command)).toEqual(['signIn', 'signOut'])
})

it.each([
  ['POST', '/sign-up/email'],
  ['POST', '/update-user'],
  ['POST', '/change-email'],
  ['POST', '/delete-user'],
  ['GET', '/list-sessions'],
  ['GET', '/get-session'],
  ['POST', '/revoke-sessions'],
  ['POST', '/passkey/delete-passkey'],
  ['POST', '/two-factor/get-totp-uri'],
  ['GET', '/reset-password/x'],
] as const)('the library’s door %s %s is closed', async (method, path) => {
  const { email, password } = await buildPerson(world.db)
  const browser = world.browser()
  await browser.post('/sign-in/email', { email, password })
  const { status } = method === 'GET' ? await browser.get(path) : await browser.post(path)
  expect(status).toBe(404)
})

describe('a forged session', () => {
  it.each([
    ['a signature of nothing', 'abcdef'],
    ['another signature', 'abcdef.c2lnbmF0dXJl'],
    ['no value', ''],
    ['bad escapes', '%E0%A4%A'],
  ])('with %s is a guest', async (_, value) => {
    const viewer = await world.identity.viewerOf(new Headers({ cookie: `yui.session_token=${value}` }))
    expect(viewer.userId).toBeNull()
  })

  it('with a real token but the signature of another is a guest', async () => {
    const [one, other] = [world.browser(), world.browser()]
    for (const browser of [one, other]) {
      const { email, password } = await buildPerson(world.db)
      await browser.post('/sign-in/email', { email, password })
    }
    const [token = ''] = decodeURIComponent(one.cookie('session_token') ?? '').split('.')
    const [, signature = ''] = decodeURIComponent(other.cookie('session_token') ?? '').split('.')
    const cookie = `yui.session_token=${encodeURIComponent(`${token}.${signature}`)}`
    expect((await world.identity.viewerOf(new Headers({ cookie }))).userId).toBeNull()
  })
})
