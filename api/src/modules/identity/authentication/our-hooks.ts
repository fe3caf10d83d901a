import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import type { Clock } from '../../../kernel/clock.ts'
import type { Db } from '../../../kernel/db.ts'
import { passwordMistake } from '../rules/passwords.ts'
import { recordAct, type AccountAct } from './acts.ts'
import { countAttempt, forgetAttempts, type Attempt } from './lock-out.ts'
import { endOtherSessions, forgetSecondFactor, hasSecondFactor, markSecondFactor } from './second-factors.ts'

interface Surroundings {
  readonly db: Db
  readonly clock: Clock
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** Changes of the second factors: whoever has one must have used it in this session. */
const changesSecondFactors = new Set([
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
])
const setsPassword = new Set(['/change-password', '/reset-password'])
const verifiesSecondFactor = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

const pathIs = (wanted: string | ReadonlySet<string>) => (context: { path?: string }) =>
  typeof wanted === 'string' ? context.path === wanted : wanted.has(context.path ?? '')

const refuse = (status: 'BAD_REQUEST' | 'UNAUTHORIZED' | 'FORBIDDEN', code: string, message: string) =>
  new APIError(status, { code, message })

/** The very answer to a wrong password or an unknown address, so that a closed account cannot be told from them. */
const wrongPassword = () => refuse('UNAUTHORIZED', 'INVALID_EMAIL_OR_PASSWORD', 'Invalid email or password')

/** What this portal adds to the library: the lock-out, who may change second factors, and the audit. */
export function ourHooks({ db, clock }: Surroundings): BetterAuthPlugin {
  const attempts = new WeakMap<object, Attempt | null>()
  const leavers = new WeakMap<object, { userId: string; sessionId: string }>()
  const record = (act: AccountAct, userId: string, sessionId: string | null) =>
    recordAct(act, { userId, sessionId }, { db, clock })

  return {
    id: 'yui',
    hooks: {
      before: [
        {
          matcher: pathIs('/sign-in/email'),
          handler: createAuthMiddleware(async (ctx) => {
            const { email, password } = bodyOf(ctx)
            if (typeof email !== 'string' || typeof password !== 'string') return
            const attempt = await countAttempt(db, email.toLowerCase(), clock.now())
            attempts.set(requestOf(ctx), attempt)
            if (!attempt?.locked) return
            await hashPassword(password) // takes as long as looking at it would
            throw wrongPassword()
          }),
        },
        {
          matcher: pathIs(setsPassword),
          handler: createAuthMiddleware(async (ctx) => {
            const { newPassword } = bodyOf(ctx)
            const session = ctx.path === '/change-password' ? await getSessionFromCtx(ctx) : null
            const mistake =
              typeof newPassword === 'string' ? passwordMistake(newPassword, session?.user.email) : null
            if (mistake) throw refuse('BAD_REQUEST', mistake, 'Choose another password.')
            return ctx.path === '/change-password'
              ? { context: { body: { ...bodyOf(ctx), revokeOtherSessions: true } } }
              : undefined
          }),
        },
        {
          // No device is trusted without its second factor.
          matcher: pathIs(verifiesSecondFactor),
          handler: createAuthMiddleware(async (ctx) => ({
            context: { body: { ...bodyOf(ctx), trustDevice: false } },
          })),
        },
        {
          matcher: pathIs(changesSecondFactors),
          handler: createAuthMiddleware(async (ctx) => {
            const found = await getSessionFromCtx(ctx)
            if (!found || found.session.secondFactor === true) return
            if (await hasSecondFactor(db, found.user.id)) {
              throw refuse(
                'FORBIDDEN',
                'SECOND_FACTOR_REQUIRED',
                'Sign in again with the second factor first.',
              )
            }
          }),
        },
        {
          matcher: pathIs('/sign-out'),
          handler: createAuthMiddleware(async (ctx) => {
            const found = await getSessionFromCtx(ctx)
            if (found) leavers.set(requestOf(ctx), { userId: found.user.id, sessionId: found.session.id })
          }),
        },
      ],
      after: [
        {
          matcher: pathIs('/sign-in/email'),
          handler: createAuthMiddleware(async (ctx) => {
            const attempt = attempts.get(requestOf(ctx))
            if (!attempt) return
            if (failed(ctx)) {
              if (attempt.last) await record('lockSignIn', attempt.userId, null)
              return
            }
            await forgetAttempts(db, attempt.userId)
            // Without a session the second factor is still to come.
            const begun = ctx.context.newSession
            if (begun) await record('signIn', begun.user.id, begun.session.id)
          }),
        },
        {
          matcher: pathIs(verifiesSecondFactor),
          handler: createAuthMiddleware(async (ctx) => {
            const begun = ctx.context.newSession
            if (!begun || failed(ctx)) return
            const enrolled = ctx.context.session !== null
            if (enrolled) await endOtherSessions(db, begun.user.id, begun.session.id)
            await record(enrolled ? 'enrolAuthenticatorApp' : 'signIn', begun.user.id, begun.session.id)
          }),
        },
        {
          matcher: pathIs('/passkey/verify-authentication'),
          handler: createAuthMiddleware(async (ctx) => {
            const begun = ctx.context.newSession
            if (begun && !failed(ctx)) await record('signIn', begun.user.id, begun.session.id)
          }),
        },
        {
          matcher: pathIs('/passkey/verify-registration'),
          handler: createAuthMiddleware(async (ctx) => {
            const found = ctx.context.session
            if (!found || failed(ctx)) return
            const { user, session } = found
            if (session.secondFactor !== true) {
              await markSecondFactor(db, session.id)
              await endOtherSessions(db, user.id, session.id)
            }
            await record('addPasskey', user.id, session.id)
          }),
        },
        {
          matcher: pathIs('/two-factor/disable'),
          handler: createAuthMiddleware(async (ctx) => {
            const begun = ctx.context.newSession
            if (!begun || failed(ctx)) return
            await forgetSecondFactor(db, begun.user.id)
            await record('removeAuthenticatorApp', begun.user.id, begun.session.id)
          }),
        },
        {
          matcher: pathIs('/two-factor/generate-backup-codes'),
          handler: createAuthMiddleware(async (ctx) => {
            const found = ctx.context.session
            if (found && !failed(ctx)) await record('renewBackupCodes', found.user.id, found.session.id)
          }),
        },
        {
          matcher: pathIs('/change-password'),
          handler: createAuthMiddleware(async (ctx) => {
            const begun = ctx.context.newSession
            if (begun && !failed(ctx)) await record('replacePassword', begun.user.id, begun.session.id)
          }),
        },
        {
          matcher: pathIs('/sign-out'),
          handler: createAuthMiddleware(async (ctx) => {
            const leaver = leavers.get(requestOf(ctx))
            if (leaver && !failed(ctx)) await record('signOut', leaver.userId, leaver.sessionId)
          }),
        },
      ],
    },
  }
}

const failed = (ctx: Context): boolean => isAPIError(ctx.context.returned)

const bodyOf = (ctx: Context): Record<string, unknown> =>
  typeof ctx.body === 'object' && ctx.body !== null ? (ctx.body as Record<string, unknown>) : {}

/** The request, the same object before and after the library's own work. */
function requestOf(ctx: Context): object {
  if (!ctx.request) throw new Error('The library is reached by requests only.')
  return ctx.request
}
