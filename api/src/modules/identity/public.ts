import type pg from 'pg'
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/db.ts'
import type { Identity } from '../../kernel/http/identity-port.ts'
import type { Log } from '../../kernel/log.ts'
import { AUTH_PATH, createAuthentication } from './authentication/auth.ts'
import { doorOf, doors } from './authentication/doors.ts'
import { sendResetLink } from './authentication/reset-mail.ts'
import { createAccountCache } from './viewer/account-cache.ts'
import { followAccountChanges } from './viewer/account-changes.ts'
import { viewerOf } from './viewer/viewer-of.ts'

export { emailAddress } from './inputs.ts'
export { offerRole, takeOfferBack } from './inviting.ts'
export { followOffices, type HoldsUntil } from './office-roles.ts'

export interface IdentityOptions {
  readonly db: Db
  /** Pool of the read path, which loads viewers. */
  readonly readPool: pg.Pool
  /** The database, for a connection that listens for changed roles. */
  readonly databaseUrl: string
  readonly clock: Clock
  readonly log: Log
  /** Signs cookies and encrypts the secrets of second factors; 32 characters at least. */
  readonly secret: string
  /** Where people open the portal. */
  readonly publicUrl: string
  /** Multiplies the limits of requests per address; 0 switches them off. */
  readonly rateLimitFactor: number
}

export interface OpenIdentity extends Identity {
  /** Resolves when changes of roles and sessions are heard; before it, every request asks the database. */
  readonly listening: Promise<void>
  close(): Promise<void>
}

/** Who is who: signing in, and the viewer of every request. */
export async function createIdentity(options: IdentityOptions): Promise<OpenIdentity> {
  const { db, readPool, databaseUrl, clock, log, secret } = options
  const pending = new Set<Promise<unknown>>()
  const authentication = createAuthentication({
    ...options,
    inBackground(work) {
      pending.add(work)
      void work.finally(() => pending.delete(work))
    },
    sendResetLink: (userId, token) => sendResetLink({ db, clock }, userId, token),
  })
  const { authCookies } = await authentication.$context
  const cache = createAccountCache()
  const changes = followAccountChanges(databaseUrl, cache, log)
  const source = { pool: readPool, clock, cache, cookieName: authCookies.sessionToken.name, secret }

  return {
    handler: (request) =>
      doors.has(doorOf(request, AUTH_PATH))
        ? authentication.handler(request)
        : Promise.resolve(Response.json({ code: 'NOT_FOUND' }, { status: 404 })),
    viewerOf: (headers) => viewerOf(headers, source),
    listening: changes.listening,
    async close() {
      await changes.close()
      await Promise.all(pending)
    },
  }
}
