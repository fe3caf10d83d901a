import type pg from 'pg'
import { dateOf, dayInJapan, type Clock } from '../../../kernel/clock.ts'
import { guest, needsSecondFactorFor, type Viewer } from '../../../kernel/viewer.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'
import { loadAccount, type Account, type Credential } from './account.ts'
import type { AccountCache } from './account-cache.ts'
import { sessionTokenIn } from './session-cookie.ts'

export interface ViewerSource {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly cache: AccountCache
  readonly cookieName: string
  readonly secret: string
}

/** Who is asking, by the headers of the request or of the socket's opening, and for whom. A guest when in doubt. */
export async function viewerOf(headers: Headers, source: ViewerSource): Promise<Viewer> {
  const credential = credentialIn(headers, source)
  if (!credential) return guest
  const now = source.clock.now()
  const day = dayInJapan(now)
  const key =
    'session' in credential
      ? `s:${credential.session}`
      : `t:${Buffer.from(credential.tokenHash).toString('hex')}`
  const load = () => loadAccount(source.pool, credential, now, day)
  const account = await source.cache.get(key, day, now, load)
  return account ? takeSeat(account, headers.get('x-yui-acting'), dateOf(day)) : guest
}

/** A bearer token counts alone: a program must not act with the session of whoever runs it. */
function credentialIn(headers: Headers, { cookieName, secret }: ViewerSource): Credential | null {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    return token ? { tokenHash: hashOfSecret(token) } : null
  }
  const session = sessionTokenIn(headers.get('cookie'), cookieName, secret)
  return session ? { session } : null
}

/** The viewer in the chosen seat; in the only one when none was chosen; in none when it is not one of theirs. */
export function takeSeat(account: Account, wantedKey: string | null, today: Date): Viewer {
  const { userId, sessionId, secondFactor, tokenId, scopes, seats } = account
  const only = seats.length === 1 ? seats[0] : undefined
  const chosen = (wantedKey === null ? only : seats.find(({ key }) => key === wantedKey)) ?? null
  const needsSecondFactor = chosen !== null && !secondFactor && !scopes && needsSecondFactorFor(chosen)
  const acting = needsSecondFactor ? null : chosen
  return {
    userId,
    sessionId,
    secondFactor,
    needsSecondFactor,
    tokenId,
    scopes,
    seats,
    acting,
    platformIds: acting?.platformIds ?? [],
    mandates: acting?.mandates ?? [],
    today,
  }
}
