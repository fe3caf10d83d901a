import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuthBrowser } from '../../../../../tests/support/auth-browser.ts'
import { openTestIdentity, TEST_ORIGIN, type TestIdentity } from '../../../../../tests/support/identity.ts'
import { softwarePasskey } from '../../../../../tests/support/software-passkey.ts'
import { buildPerson, type BuiltPerson } from '../fixtures.ts'
import { systemBody } from '../rules/bodies.ts'
import { totpCode } from './totp.ts'

let world: TestIdentity
beforeAll(async () => {
  world = await openTestIdentity()
})
afterAll(() => world.close())

const commandsOf = async (userId: string) => {
  const entries = await world.db.auditEntry.findMany({
    where: { subjectId: userId },
    orderBy: { seq: 'asc' },
  })
  return entries.map(({ command }) => command)
}

const viewerAt = (browser: AuthBrowser) => world.identity.viewerOf(browser.headers())

async function signIn({ email, password }: BuiltPerson, browser = world.browser()): Promise<AuthBrowser> {
  expect((await browser.post('/sign-in/email', { email, password })).status).toBe(200)
  return browser
}

interface App {
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Sets up an authenticator app in the browser where the person is signed in. */
async function enrolApp(browser: AuthBrowser, { password }: BuiltPerson): Promise<App> {
  const { status, body } = await browser.post('/two-factor/enable', { password })
  expect(status).toBe(200)
  const secret = new URL(String(body.totpURI)).searchParams.get('secret') ?? ''
  const app = { secret, backupCodes: body.backupCodes as string[] }
  expect((await browser.post('/two-factor/verify-totp', { code: codeOf(app) })).status).toBe(200)
  return app
}

const codeOf = ({ secret }: App) => totpCode(base32(secret), new Date())

function base32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

async function addPasskey(browser: AuthBrowser, verifies = true) {
  const passkey = softwarePasskey({ origin: TEST_ORIGIN, verifies })
  const options = await browser.get('/passkey/generate-register-options')
  const answer =
    options.status === 200
      ? await browser.post('/passkey/verify-registration', {
          response: passkey.register(String(options.body.challenge)),
          name: '見本の鍵',
        })
      : options
  return { passkey, answer }
}

async function signInWithPasskey(browser: AuthBrowser, passkey: ReturnType<typeof softwarePasskey>) {
  const { body } = await browser.get('/passkey/generate-authenticate-options')
  return browser.post('/passkey/verify-authentication', {
    response: passkey.authenticate(String(body.challenge)),
  })
}

describe('an authenticator app', () => {
  it('once enrolled makes this session one with a second factor and ends all others', async () => {
    const person = await buildPerson(world.db)
    const [elsewhere, here] = [await signIn(person), await signIn(person)]
    await enrolApp(here, person)
    expect(await viewerAt(here)).toMatchObject({ userId: person.id, secondFactor: true })
    await expect.poll(() => viewerAt(elsewhere)).toMatchObject({ userId: null })
    expect(await commandsOf(person.id)).toEqual(['signIn', 'signIn', 'enrolAuthenticatorApp'])
  })

  it('is asked for at the next sign-in; before it there is no session', async () => {
    const person = await buildPerson(world.db)
    const app = await enrolApp(await signIn(person), person)
    const browser = world.browser()
    const { body } = await browser.post('/sign-in/email', { email: person.email, password: person.password })
    expect(body).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
    expect(await viewerAt(browser)).toMatchObject({ userId: null })
    expect(await commandsOf(person.id)).toEqual(['signIn', 'enrolAuthenticatorApp'])

    expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect((await browser.post('/two-factor/verify-totp', { code: codeOf(app) })).status).toBe(200)
    expect(await viewerAt(browser)).toMatchObject({ userId: person.id, secondFactor: true })
    expect(await commandsOf(person.id)).toEqual(['signIn', 'enrolAuthenticatorApp', 'signIn'])
  })

  it('keeps a shared computer’s session short through the second step', async () => {
    const person = await buildPerson(world.db)
    const app = await enrolApp(await signIn(person), person)
    const browser = world.browser()
    const { email, password } = person
    await browser.post('/sign-in/email', { email, password, rememberMe: false })
    const { setCookies } = await browser.post('/two-factor/verify-totp', { code: codeOf(app) })
    const cookie = setCookies.find((line) => line.startsWith('yui.session_token=')) ?? ''
    expect(cookie).not.toMatch(/max-age/i)
  })

  it('cannot be skipped by trusting a device', async () => {
    const person = await buildPerson(world.db)
    const app = await enrolApp(await signIn(person), person)
    const browser = world.browser()
    const { email, password } = person
    await browser.post('/sign-in/email', { email, password })
    await browser.post('/two-factor/verify-totp', { code: codeOf(app), trustDevice: true })
    expect(browser.cookie('trust_device')).toBeUndefined()
    await browser.post('/sign-out')
    const { body } = await browser.post('/sign-in/email', { email, password })
    expect(body).toMatchObject({ twoFactorRedirect: true })
  })

  it('has backup codes, each of which opens once', async () => {
    const person = await buildPerson(world.db)
    const { backupCodes } = await enrolApp(await signIn(person), person)
    const { email, password } = person
    const [code] = backupCodes
    for (const expected of [200, 401]) {
      const browser = world.browser()
      await browser.post('/sign-in/email', { email, password })
      expect((await browser.post('/two-factor/verify-backup-code', { code })).status).toBe(expected)
      expect(await viewerAt(browser)).toMatchObject({ secondFactor: expected === 200 })
    }
  })

  it('refuses after ten wrong codes in a row, over several sign-ins, even the right one', async () => {
    const person = await buildPerson(world.db)
    const app = await enrolApp(await signIn(person), person)
    const { email, password } = person
    for (let round = 0; round < 3; round++) {
      const browser = world.browser()
      await browser.post('/sign-in/email', { email, password })
      for (let attempt = 0; attempt < 4; attempt++) {
        await browser.post('/two-factor/verify-totp', { code: '000000' })
      }
    }
    const browser = world.browser()
    await browser.post('/sign-in/email', { email, password })
    const { status, body } = await browser.post('/two-factor/verify-totp', { code: codeOf(app) })
    expect([status, body.code]).toEqual([429, 'ACCOUNT_TEMPORARILY_LOCKED'])
  })

  it('taken away, leaves no session with a second factor', async () => {
    const person = await buildPerson(world.db)
    const browser = await signIn(person)
    await enrolApp(browser, person)
    expect((await browser.post('/two-factor/disable', { password: person.password })).status).toBe(200)
    expect(await viewerAt(browser)).toMatchObject({ userId: person.id, secondFactor: false })
    expect(await commandsOf(person.id)).toEqual(['signIn', 'enrolAuthenticatorApp', 'removeAuthenticatorApp'])
  })

  it('gives new backup codes, and the old ones no longer open', async () => {
    const person = await buildPerson(world.db)
    const here = await signIn(person)
    const { backupCodes } = await enrolApp(here, person)
    const { status } = await here.post('/two-factor/generate-backup-codes', { password: person.password })
    expect(status).toBe(200)
    const browser = world.browser()
    await browser.post('/sign-in/email', { email: person.email, password: person.password })
    expect((await browser.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(401)
    expect(await commandsOf(person.id)).toContain('renewBackupCodes')
  })
})

describe('a passkey', () => {
  it('is added to a fresh session, counts as a second factor, and signs in without a password', async () => {
    const person = await buildPerson(world.db)
    const browser = await signIn(person)
    const { passkey, answer } = await addPasskey(browser)
    expect(answer.status).toBe(200)
    await expect.poll(() => viewerAt(browser)).toMatchObject({ userId: person.id, secondFactor: true })

    const other = world.browser()
    expect((await signInWithPasskey(other, passkey)).status).toBe(200)
    expect(await viewerAt(other)).toMatchObject({ userId: person.id, secondFactor: true })
    expect(await commandsOf(person.id)).toEqual(['signIn', 'addPasskey', 'signIn'])
  })

  it('that does not check who holds it is neither added nor let in', async () => {
    const person = await buildPerson(world.db)
    const browser = await signIn(person)
    const { answer } = await addPasskey(browser, false)
    expect([answer.status, answer.body.code]).toEqual([401, 'PASSKEY_WITHOUT_VERIFICATION'])
    expect(await world.db.passkey.count({ where: { userId: person.id } })).toBe(0)
  })

  it('cannot be added to an old session', async () => {
    const person = await buildPerson(world.db)
    const browser = await signIn(person)
    await world.db.session.updateMany({
      where: { userId: person.id },
      data: { createdAt: new Date(Date.now() - 2 * 3_600_000) },
    })
    const { answer } = await addPasskey(browser)
    expect([answer.status, answer.body.code]).toEqual([403, 'SESSION_NOT_FRESH'])
  })

  it('of somebody cannot be joined by a second factor of a thief who knows the password', async () => {
    const person = await buildPerson(world.db)
    await addPasskey(await signIn(person))
    const thief = await signIn(person)
    const attempts = [
      await thief.post('/two-factor/enable', { password: person.password }),
      (await addPasskey(thief)).answer,
    ]
    expect(attempts.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'SECOND_FACTOR_REQUIRED'],
      [403, 'SECOND_FACTOR_REQUIRED'],
    ])
  })

  it('answers one challenge once', async () => {
    const person = await buildPerson(world.db)
    const { passkey } = await addPasskey(await signIn(person))
    const browser = world.browser()
    const { body } = await browser.get('/passkey/generate-authenticate-options')
    const response = passkey.authenticate(String(body.challenge))
    expect((await browser.post('/passkey/verify-authentication', { response })).status).toBe(200)
    expect((await world.browser().post('/passkey/verify-authentication', { response })).status).toBe(400)
  })
})

describe('an administrator', () => {
  const operator = { role: 'SYSTEM_OPERATOR', on: systemBody } as const

  it('without a second factor has a seat but cannot take it', async () => {
    const person = await buildPerson(world.db, { roles: [operator] })
    const browser = await signIn(person)
    expect(await viewerAt(browser)).toMatchObject({
      needsSecondFactor: true,
      acting: null,
      platformIds: [],
      seats: [{ key: 'SYSTEM:yui', roles: ['SYSTEM_OPERATOR'] }],
    })
  })

  it('takes it once a second factor is enrolled', async () => {
    const person = await buildPerson(world.db, { roles: [operator] })
    const browser = await signIn(person)
    await enrolApp(browser, person)
    expect(await viewerAt(browser)).toMatchObject({ needsSecondFactor: false, acting: { key: 'SYSTEM:yui' } })
  })
})
