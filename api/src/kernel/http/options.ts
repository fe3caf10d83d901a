import type { GraphQLSchema } from 'graphql'
import type pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Db } from '../db.ts'
import type { Env } from '../env.ts'
import type { Feed } from '../live/feed.ts'
import type { Log } from '../log.ts'
import type { Documents } from './documents.ts'
import type { Identity } from './identity-port.ts'

/** Everything the server is made of; `server.ts` puts the real things together, tests their twins. */
export interface AppOptions {
  readonly env: Pick<
    Env,
    'PUBLIC_URL' | 'TRUST_PROXY' | 'METRICS_TOKEN' | 'RATE_LIMIT_FACTOR' | 'YUI_OPERATOR'
  >
  readonly schema: GraphQLSchema
  readonly documents: Documents
  readonly identity: Identity
  readonly db: Db
  readonly readPool: pg.Pool
  readonly feed: Feed
  readonly clock: Clock
  readonly log: Log
  /** Folder of the migrations this code was written for. */
  readonly migrations: string
  /** Folder of the built portal. */
  readonly portal: string
  readonly heartbeatMs?: number
}
