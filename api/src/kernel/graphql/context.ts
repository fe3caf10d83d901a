import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Db } from '../db.ts'
import type { LiveConnection } from '../live/updates.ts'
import type { Viewer } from '../viewer.ts'

/** What every resolver gets: who asks, what time it is, and the two doors to the database. */
export interface GraphContext {
  readonly viewer: Viewer
  readonly clock: Clock
  /** Pool of the read path; its connections use generic plans. */
  readonly readPool: pg.Pool
  /** Prisma client of the command runner; modules never write through it directly. */
  readonly db: Db
  /** Ties log lines, traces, the audit row and an error's incident to one request. */
  readonly requestId: string
  /** Set when a socket asks: what its subscriptions hang on. */
  readonly live?: LiveConnection
}
