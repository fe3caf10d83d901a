import { request, type BrowserContext, type Cookie } from '@playwright/test'
import { totpCode } from '../../../api/src/modules/identity/authentication/totp.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoPeople } from '../../../api/src/modules/identity/demo/people.ts'

import { firstAddress } from '../../support/browser.ts'

export { DEMO_PASSWORD as password }

/** The cast of the sample network by what they do. */
export const people = {
  director: 'hanako@example.com',
  staff: 'taro@example.com',
  /** Director of one facility and chair of the network: acts for two bodies. */
  directorAndChair: 'jiro@example.com',
  administrator: 'kanri@example.com',
  reporter: 'hokoku@example.com',
  secretariat: 'jimukyoku@example.com',
  auditor: 'kansa@example.com',
  /** Holds an office of the network and is nothing else in it. */
  officer: 'chizuru@example.com',
  liaison: 'shiyakusho@example.com',
  operator: 'unyo@example.com',
} as const

export type Person = keyof typeof people

/** What an authenticator app of the sample administrators shows now. */
export const currentCode = (): string => totpCode(DEMO_TOTP_SECRET, new Date())

export const nameOf = (person: Person): string =>
  demoPeople.find(({ email }) => email === people[person])?.name ?? person

const sessions = new Map<Person, Promise<Cookie[]>>()

/** Puts a person's session into a browser, without going through the log-in page; each signs in once per run. */
export async function bringSession(context: BrowserContext, person: Person): Promise<void> {
  const cookies = sessions.get(person) ?? signIn(people[person])
  sessions.set(person, cookies)
  await context.addCookies(await cookies)
}

/** The same for somebody of the sample network who is not of the cast, by e-mail; the account has the cast's password. */
export async function bringAccount(context: BrowserContext, email: string): Promise<void> {
  await context.addCookies(await signIn(email))
}

/** A session counts at every address of the portal, since they are one host. */
async function signIn(email: string): Promise<Cookie[]> {
  const address = firstAddress()
  const client = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } })
  const answer = await client.post('/api/auth/sign-in/email', { data: { email, password: DEMO_PASSWORD } })
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`)
  const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean }
  if (twoFactorRedirect) {
    const second = await client.post('/api/auth/two-factor/verify-totp', { data: { code: currentCode() } })
    if (!second.ok()) throw new Error(`${email}'s code is refused: ${second.status()} ${await second.text()}`)
  }
  const { cookies } = await client.storageState()
  await client.dispose()
  return cookies
}
