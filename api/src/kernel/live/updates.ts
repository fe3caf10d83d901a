import type { Sql } from '../read/sql.ts'
import type { Viewer } from '../viewer.ts'
import { hears } from './audience.ts'
import type { Feed } from './feed.ts'
import { changesSince, headOf, type LoggedEvent } from './log.ts'

/** One open socket, as its subscriptions see it. */
export interface LiveConnection {
  readonly feed: Feed
  /** Who is behind the socket now; looked up again from time to time. */
  readonly viewer: () => Viewer
  readonly heartbeatMs: number
}

/** What a subscriber gets: an event, a sign of life (no name), or the word that it must read everything again. */
export interface Update {
  readonly seq: bigint
  readonly name: string | null
  readonly at: Date | null
  readonly entities: readonly string[]
  readonly reset: boolean
}

const REPLAY = 500
/** A socket that takes nothing for so long that this many events wait is told to read everything again. */
const BACKLOG = 1_000

/**
 * Everything the viewer may hear of, from a cursor on and without end: first what was missed, then what happens. The
 * receiver sets the pace; an update is taken when the one before has been handed to the network.
 */
export async function* updatesSince(
  sql: Sql,
  { feed, viewer, heartbeatMs }: LiveConnection,
  after: bigint | null,
): AsyncGenerator<Update, void, undefined> {
  const inbox = openInbox(feed)
  try {
    const missed = await changesSince(sql, hears(viewer()), after, REPLAY)
    const isWhole = !missed.reset && !missed.more
    if (isWhole) for (const event of missed.events) yield toUpdate(event)
    let seq = missed.head
    yield isWhole ? beat(seq) : reset(seq)

    for (;;) {
      const arrived = await inbox.take(heartbeatMs)
      if (arrived === 'nothing') {
        yield beat(seq)
      } else if (arrived === 'too much') {
        seq = await headOf(sql)
        yield reset(seq)
      } else if (arrived.seq > seq) {
        seq = arrived.seq
        if (isHeard(arrived, viewer())) yield toUpdate(arrived)
      }
    }
  } finally {
    inbox.close()
  }
}

interface Inbox {
  readonly take: (patienceMs: number) => Promise<LoggedEvent | 'nothing' | 'too much'>
  readonly close: () => void
}

function openInbox(feed: Feed): Inbox {
  let waiting: LoggedEvent[] = []
  let isFlooded = false
  let wake: (() => void) | null = null
  const close = feed.onEvent((event) => {
    if (waiting.length < BACKLOG) waiting.push(event)
    else isFlooded = true
    wake?.()
  })
  const take = async (patienceMs: number): ReturnType<Inbox['take']> => {
    if (waiting.length === 0 && !isFlooded) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wake = null
    }
    if (isFlooded) {
      isFlooded = false
      waiting = []
      return 'too much'
    }
    return waiting.shift() ?? 'nothing'
  }
  return { take, close }
}

function isHeard({ audience }: LoggedEvent, viewer: Viewer): boolean {
  const heard: readonly string[] | null = hears(viewer)
  return heard === null || audience.some((who) => heard.includes(who))
}

const toUpdate = ({ seq, name, at, entities }: LoggedEvent): Update => ({
  seq,
  name,
  at,
  entities,
  reset: false,
})
const beat = (seq: bigint): Update => ({ seq, name: null, at: null, entities: [], reset: false })
const reset = (seq: bigint): Update => ({ seq, name: null, at: null, entities: [], reset: true })
