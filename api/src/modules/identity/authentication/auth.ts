import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import type { Clock } from '../../../kernel/clock.ts'
import type { Db } from '../../../kernel/db.ts'
import type { Log } from '../../../kernel/log.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../rules/passwords.ts'
import { recordAct } from './acts.ts'
import { forgetAttempts } from './lock-out.ts'
import { ourHooks } from './our-hooks.ts'
import { sessionBeginnings } from './session-beginnings.ts'

export interface AuthenticationOptions {
  readonly db: Db
  readonly clock: Clock
  readonly log: Log
  /** Signs cookies and encrypts the secrets of second factors. */
  readonly secret: string
  /** Where people open the portal, e.g. `https://yui.example.jp`. */
  readonly publicUrl: string
  /** Multiplies the limits of requests per address; 0 switches them off. */
  readonly rateLimitFactor: number
  /** Queues the mail with the link for a new password. */
  readonly sendResetLink: (userId: string, token: string) => Promise<void>
  /** Takes work that goes on after the answer, so that the time of the answer tells nothing of it. */
  readonly inBackground: (work: Promise<unknown>) => void
}

/** Where the library answers. */
export const AUTH_PATH = '/api/auth'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A person's own device stays signed in this long; on a shared one until the browser closes, a day at most. */
const SESSION_SECONDS = 14 * DAY
/** Passkeys are added within this time after signing in. */
const FRESH_SECONDS = HOUR
/** How long the link for a new password opens. */
const RESET_SECONDS = HOUR

/** The authentication library, set up for this portal: accounts come from invitations only. */
export function createAuthentication(options: AuthenticationOptions) {
  const { db, log, secret, publicUrl, sendResetLink, inBackground, rateLimitFactor } = options
  const { origin, hostname } = new URL(publicUrl)
  const atMost = (max: number, window = MINUTE) => ({ window, max: Math.ceil(max * rateLimitFactor) })
  return betterAuth({
    appName: '結（ゆい）',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: originsOf(publicUrl),
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    telemetry: { enabled: false },
    // What it logs may quote what was typed; only its own fixed sentences are kept.
    logger: { level: 'error', log: (_level, message) => log.error({ source: 'better-auth' }, message) },
    // Faults go to the server, which masks them; the library would print them with whatever they quote.
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: ({ user, token }) => sendResetLink(user.id, token),
      onPasswordReset: async ({ user }) => {
        await forgetAttempts(db, user.id)
        await recordAct('resetPassword', { userId: user.id, sessionId: null }, options)
      },
    },
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      freshAge: FRESH_SECONDS,
      additionalFields: { secondFactor: { type: 'boolean', input: false, defaultValue: false } },
    },
    databaseHooks: { session: { create: { before: sessionBeginnings } } },
    rateLimit: {
      enabled: rateLimitFactor > 0,
      storage: 'database',
      ...atMost(60),
      // Per address. An office shares one, so these stop machines; a single account is guarded by the lock-out.
      customRules: {
        '/sign-in/email': atMost(20),
        '/two-factor/*': atMost(20),
        '/passkey/*': atMost(30),
        '/request-password-reset': atMost(10, 10 * MINUTE),
        '/reset-password': atMost(10, 10 * MINUTE),
        '/change-password': atMost(5),
      },
    },
    advanced: {
      cookiePrefix: 'yui',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: false },
      // The server puts the one address there that it believes.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      backgroundTasks: { handler: inBackground },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    plugins: [
      twoFactor({ issuer: '結（ゆい）', totpOptions: { digits: 6, period: 30 } }),
      passkey({
        rpName: '結（ゆい）',
        rpID: hostname,
        origin,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) =>
            requireVerifiedPerson(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) =>
            requireVerifiedPerson(verification.authenticationInfo.userVerified),
        },
      }),
      // Last, so that it sees what the two above have made of a sign-in.
      ourHooks(options),
    ],
  })
}

/** Pages that may send requests with cookies: the portal's; on the own machine under all its names. */
function originsOf(publicUrl: string): string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl)
  if (hostname !== 'localhost') return [origin]
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`${protocol}//${host}:${port}`).origin)
}

/** A passkey counts as two factors only when the device asked for a fingerprint, a face or its PIN. */
function requireVerifiedPerson(verified: boolean | undefined): undefined {
  if (!verified) {
    throw new APIError('UNAUTHORIZED', {
      code: 'PASSKEY_WITHOUT_VERIFICATION',
      message: 'The device did not check who is holding it.',
    })
  }
}
