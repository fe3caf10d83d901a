import type { Account } from './account.ts'

/** How long an account is believed without asking; changes are heard at once (see account-changes.ts). */
const FRESH_MS = 10_000
const MOST = 5_000

interface Entry {
  readonly account: Account
  readonly day: string
  readonly loadedAt: number
}

/** Keeps for seconds who a session or token is. */
export interface AccountCache {
  /** The account of a key on a day, from the cache or loaded. */
  get(key: string, day: string, now: Date, load: () => Promise<Account | null>): Promise<Account | null>
  /** Forgets one person, or everybody. */
  forget(userId: string | null): void
  /** While it cannot hear of changes, the cache keeps nothing. */
  hearing(can: boolean): void
}

/** Makes a cache that keeps nothing until it is told that it can hear of changes. */
export function createAccountCache(): AccountCache {
  const entries = new Map<string, Entry>()
  let heardChanges = 0
  let canHear = false

  const isFresh = ({ account, day, loadedAt }: Entry, today: string, now: Date) =>
    day === today && now.getTime() - loadedAt < FRESH_MS && account.expiresAt > now

  return {
    async get(key, day, now, load) {
      const kept = entries.get(key)
      if (kept && isFresh(kept, day, now)) return kept.account

      const before = heardChanges
      const account = await load()
      entries.delete(key)
      // What was read may be older than a change that was announced meanwhile.
      if (account && canHear && heardChanges === before) {
        entries.set(key, { account, day, loadedAt: now.getTime() })
        if (entries.size > MOST) entries.delete(entries.keys().next().value ?? key)
      }
      return account
    },
    forget(userId) {
      heardChanges += 1
      for (const [key, { account }] of entries) {
        if (userId === null || account.userId === userId) entries.delete(key)
      }
    },
    hearing(can) {
      canHear = can
      heardChanges += 1
      entries.clear()
    },
  }
}
