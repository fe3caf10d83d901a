import pg from 'pg'
import type { Log } from '../log.ts'
import type { Sql } from '../read/sql.ts'
import { eventsAfter, headOf, type LoggedEvent } from './log.ts'

const EVENTS = 'yui_events'
const SESSIONS = 'yui_sessions'
const BATCH = 500
const RECONNECT_MS = 1_000
const LOOK_ANYWAY_MS = 30_000

type EventListener = (event: LoggedEvent) => void
type SessionListener = (sessionId: string) => void

/** Hands every committed event to the sockets of this process, in order and without a gap. */
export interface Feed {
  /** Calls the listener for each event committed from now on; returns how to stop. */
  readonly onEvent: (listener: EventListener) => () => void
  /** Calls the listener when a session ends, in whichever process that happened. */
  readonly onSessionEnd: (listener: SessionListener) => () => void
  /** Whether the database can wake us. */
  readonly alive: () => boolean
  readonly stop: () => Promise<void>
}

/**
 * Listens to the database with one connection. A notification only wakes: events are read from the log after the last
 * one seen, so a lost connection loses nothing.
 */
export async function startFeed(url: string, sql: Sql, log: Log): Promise<Feed> {
  const eventListeners = new Set<EventListener>()
  const sessionListeners = new Set<SessionListener>()
  let last = await headOf(sql)
  let client: pg.Client | null = null
  let listening = false
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let reading: Promise<void> | null = null
  let readAgain = false

  const readOn = async (): Promise<void> => {
    do {
      readAgain = false
      const events = await eventsAfter(sql, last, BATCH)
      for (const event of events) {
        last = event.seq
        for (const listener of eventListeners) listener(event)
      }
      if (events.length === BATCH) readAgain = true
    } while (readAgain)
  }
  const wake = (): void => {
    readAgain = true
    reading ??= readOn()
      .catch((error: unknown) => log.error({ err: error }, 'the feed could not read'))
      .finally(() => {
        reading = null
      })
  }

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'yui feed' })
    fresh.on('error', () => {}) // 'end' follows and reconnects
    fresh.on('end', () => {
      listening = false
      reconnectSoon()
    })
    fresh.on('notification', ({ channel, payload }) => {
      if (channel === EVENTS) wake()
      else if (payload) for (const listener of sessionListeners) listener(payload)
    })
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${EVENTS}; listen ${SESSIONS}`)
    listening = true
    wake()
  }
  const reconnectSoon = (): void => {
    clearTimeout(retry)
    if (stopped) return
    retry = setTimeout(() => {
      log.warn('the feed reconnects')
      connect().catch((error: unknown) => {
        log.error({ err: error }, 'the feed has no database')
        reconnectSoon()
      })
    }, RECONNECT_MS)
  }
  // Whatever a connection swallows without an error is found within this time.
  const lookAnyway = setInterval(wake, LOOK_ANYWAY_MS)

  await connect()
  return {
    onEvent(listener) {
      eventListeners.add(listener)
      return () => eventListeners.delete(listener)
    },
    onSessionEnd(listener) {
      sessionListeners.add(listener)
      return () => sessionListeners.delete(listener)
    },
    alive: () => listening,
    async stop() {
      stopped = true
      clearTimeout(retry)
      clearInterval(lookAnyway)
      await client?.end().catch(() => {})
      await reading
    },
  }
}
