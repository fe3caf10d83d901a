import pg from 'pg'
import type { Log } from '../../../kernel/log.ts'
import type { AccountCache } from './account-cache.ts'

const CHANNEL = 'yui_viewers'
const RETRY_MS = 1_000

/** Listens for changes of sessions, tokens and roles made anywhere, until it is closed. */
export interface AccountChanges {
  /** Resolves when the first connection listens. */
  readonly listening: Promise<void>
  close(): Promise<void>
}

/** Empties the cache as changes are announced by the database's triggers; reconnects when the connection is lost. */
export function followAccountChanges(databaseUrl: string, cache: AccountCache, log: Log): AccountChanges {
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const { promise: listening, resolve: isListening } = Promise.withResolvers<void>()

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      application_name: 'yui viewers',
    })
    client = next
    const lost = () => {
      if (client !== next) return
      client = null
      cache.hearing(false)
      if (!closed) timer = setTimeout(() => void connect(), RETRY_MS)
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', ({ payload }) => cache.forget(!payload || payload === '*' ? null : payload))
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      if (client === next) cache.hearing(true)
      isListening()
    } catch (error) {
      log.warn({ err: error }, 'cannot hear of changed roles; asking the database each time')
      await next.end().catch(() => {})
      lost()
    }
  }

  void connect()
  return {
    listening,
    async close() {
      closed = true
      clearTimeout(timer)
      cache.hearing(false)
      await client?.end().catch(() => {})
    },
  }
}
