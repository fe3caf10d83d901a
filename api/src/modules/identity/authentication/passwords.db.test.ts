import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestIdentity, type TestIdentity } from '../../../../../tests/support/identity.ts'
import { buildPerson } from '../fixtures.ts'

let world: TestIdentity
beforeAll(async () => {
  world = await openTestIdentity()
})
afterAll(() => world.close())

const mailsTo = (toAddress: string) =>
  world.db.mailMessage.findMany({ where: { toAddress }, orderBy: { createdAt: 'asc' } })

async function resetToken(email: string): Promise<string> {
  await world.browser().post('/request-password-reset', { email })
  await expect.poll(() => mailsTo(email)).not.toEqual([])
  const mails = await mailsTo(email)
  return /\/reset#([\w-]+)/.exec(mails.at(-1)?.body ?? '')?.[1] ?? ''
}

const commandsOf = async (userId: string) => {
  const entries = await world.db.auditEntry.findMany({
    where: { subjectId: userId },
    orderBy: { seq: 'asc' },
  })
  return entries.map(({ command }) => command)
}

const FRESH = 'a sentence that nobody says'

describe('a forgotten password', () => {
  it('is replaced by a link that opens once; all sessions end and a closed account opens', async () => {
    const { db } = world
    const { id, email, password } = await buildPerson(db)
    const elsewhere = world.browser()
    await elsewhere.post('/sign-in/email', { email, password })
    await db.user.update({
      where: { id },
      data: { failedSignIns: 10, lockedUntil: new Date(Date.now() + 60_000) },
    })
    const token = await resetToken(email)
    expect(token).toHaveLength(24)
    const answers = []
    for (const attempt of [1, 2]) {
      answers.push(
        (await world.browser().post('/reset-password', { newPassword: `${FRESH} ${attempt}`, token })).status,
      )
    }
    expect(answers).toEqual([200, 400])
    await expect.poll(() => world.identity.viewerOf(elsewhere.headers())).toMatchObject({ userId: null })
    const signIn = await world.browser().post('/sign-in/email', { email, password: `${FRESH} 1` })
    expect(signIn.status).toBe(200)
    expect(await commandsOf(id)).toEqual(['signIn', 'requestPasswordReset', 'resetPassword', 'signIn'])
  })

  it('leaves the secret of the link neither in the audit nor readable in the database', async () => {
    const { id, email } = await buildPerson(world.db)
    const token = await resetToken(email)
    const entries = await world.db.auditEntry.findMany({ where: { subjectId: id } })
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries.map(({ input }) => input))).not.toContain(token)
    const kept = await world.db.verification.findMany({ where: { value: id } })
    expect(kept).toHaveLength(1)
    expect(kept[0]?.identifier).not.toContain(token)
  })

  it('is asked for in the same words whether or not there is an account', async () => {
    const { email } = await buildPerson(world.db)
    const known = await world.browser().post('/request-password-reset', { email })
    const unknown = await world.browser().post('/request-password-reset', { email: 'nobody@example.com' })
    expect(known.status).toBe(200)
    expect(unknown).toEqual(known)
    await expect.poll(() => mailsTo(email)).toMatchObject([{ subject: '【結】パスワードの再設定' }])
    expect(await mailsTo('nobody@example.com')).toEqual([])
  })

  it.each([
    ['PASSWORD_TOO_SHORT', 'short'],
    ['PASSWORD_TOO_COMMON', 'password2026'],
  ])('is not replaced by a bad one: %s', async (code, newPassword) => {
    const { email } = await buildPerson(world.db)
    const token = await resetToken(email)
    const { status, body } = await world.browser().post('/reset-password', { newPassword, token })
    expect([status, body.code]).toEqual([400, code])
  })
})

describe('a password that is replaced', () => {
  it('needs the old one, ends every other session and keeps this one', async () => {
    const { id, email, password } = await buildPerson(world.db)
    const [here, elsewhere] = [world.browser(), world.browser()]
    for (const browser of [here, elsewhere]) await browser.post('/sign-in/email', { email, password })

    const wrong = await here.post('/change-password', { currentPassword: 'not this one', newPassword: FRESH })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'INVALID_PASSWORD'])
    // Even when the page forgets to ask for it, the others end.
    const right = await here.post('/change-password', {
      currentPassword: password,
      newPassword: FRESH,
      revokeOtherSessions: false,
    })
    expect(right.status).toBe(200)
    await expect.poll(() => world.identity.viewerOf(elsewhere.headers())).toMatchObject({ userId: null })
    expect(await world.identity.viewerOf(here.headers())).toMatchObject({ userId: id })
    expect(await commandsOf(id)).toEqual(['signIn', 'signIn', 'replacePassword'])
  })

  it('must not be the person’s own address', async () => {
    const { email, password } = await buildPerson(world.db)
    const browser = world.browser()
    await browser.post('/sign-in/email', { email, password })
    const { body } = await browser.post('/change-password', { currentPassword: password, newPassword: email })
    expect(body.code).toBe('PASSWORD_TOO_COMMON')
  })
})
