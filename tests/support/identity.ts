import { createDb, createReadPool, type Db } from '../../api/src/kernel/db.ts'
import type { Clock } from '../../api/src/kernel/clock.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { createIdentity, type OpenIdentity } from '../../api/src/modules/identity/public.ts'
import { openAuthBrowser, type AuthBrowser, type AuthBrowserOptions } from './auth-browser.ts'
import { testDatabase } from './database.ts'
import { TEST_SECRET } from './secret.ts'

export const TEST_ORIGIN = 'http://localhost:4000'

/** A clock that a test sets; it stands at the machine's time until then. */
export interface TestClock extends Clock {
  set(at: string | Date): void
}

/** Makes a clock that stands still once it is set. */
function testClock(): TestClock {
  let at: Date | null = null
  return {
    now: () => at ?? new Date(),
    set: (next) => {
      at = new Date(next)
    },
  }
}

export interface TestIdentity {
  readonly db: Db
  readonly clock: TestClock
  readonly identity: OpenIdentity
  /** A new browser that nobody is signed in at. */
  browser(options?: Partial<AuthBrowserOptions>): AuthBrowser
  /** A second process on the same database. */
  another(): Promise<OpenIdentity>
  close(): Promise<void>
}

/** The real identity on the worker's own database. */
export async function openTestIdentity(origin = TEST_ORIGIN): Promise<TestIdentity> {
  const { url } = await testDatabase()
  const clock = testClock()
  const db = createDb(url, 5)
  const readPool = createReadPool(url, 5)
  const log = createLog('silent')
  const opened: OpenIdentity[] = []
  const another = async () => {
    const identity = await createIdentity({
      db,
      readPool,
      databaseUrl: url,
      clock,
      log,
      secret: TEST_SECRET,
      publicUrl: origin,
      rateLimitFactor: 1,
    })
    opened.push(identity)
    await identity.listening
    return identity
  }
  const identity = await another()
  return {
    db,
    clock,
    identity,
    browser: (options) => openAuthBrowser(identity, { origin, ...options }),
    another,
    async close() {
      for (const one of opened) await one.close()
      await readPool.end()
      await db.$disconnect()
    },
  }
}
