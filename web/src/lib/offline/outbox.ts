import { pauseBefore } from '../backoff.ts'
import { connection } from '../connection.ts'
import type { Failure, Outcome } from '../problems.ts'
import { device, seal, unseal, type OutboxRow } from './device.ts'
import type { Errand, Send } from './errand.ts'
import { postErrand } from './post.ts'

/** One entry of the outbox, opened. What has arrived no longer holds its input. */
export type Entry = Pick<
  OutboxRow,
  'id' | 'lane' | 'kind' | 'state' | 'seat' | 'tries' | 'createdAt' | 'settledAt'
> &
  Errand

type Slot = Pick<OutboxRow, 'id' | 'userId' | 'seat' | 'lane' | 'kind' | 'passes'>

interface Written {
  /** A way of sending that also tells the screen of this tab what has changed. */
  send?: Send
  /** Id of the entry it corrects. */
  replaces?: string | undefined
}

interface Ways {
  post?: Send
  locks?: Pick<LockManager, 'request'>
  random?: () => number
}

const DAY = 86_400_000
/** The server keeps its answers for 30 days; later a repetition could happen twice. */
const LATEST = 29 * DAY
/** Nothing that a later attempt could mend. */
const FINAL: ReadonlySet<Failure['kind']> = new Set(['FORBIDDEN', 'NOT_FOUND'])
/** Nothing that another entry would fare better with. */
const GENERAL: ReadonlySet<Failure['kind']> = new Set(['OFFLINE', 'SIGNED_OUT', 'TOO_FAST'])

const labelOf = ({ id, seat, lane }: Pick<OutboxRow, 'id' | 'seat' | 'lane'>) =>
  `outbox:${id}:${seat ?? ''}:${lane}`

export type Outbox = ReturnType<typeof createOutbox>

/**
 * What waits to be sent from this device. An entry is written down before it is sent, goes in the order of its lane,
 * and leaves only when the server has answered. One tab sends at a time, whichever holds the lock.
 */
export function createOutbox({
  post = postErrand,
  locks = navigator.locks,
  random = Math.random,
}: Ways = {}) {
  const listeners = new Set<() => void>()
  const channel = new BroadcastChannel('yui-outbox')
  const own = new Map<string, Send>()
  const awaited = new Map<string, (outcome: Outcome<unknown> | undefined) => void>()
  let failures = 0
  let pausedUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let again: { atOnce: boolean } | undefined
  let closed = false
  const isOpen = () => !closed

  const tell = () => listeners.forEach((listener) => listener())
  const changed = () => {
    // What was on its way when the tab closed is still written down; there is nobody left to tell.
    if (closed) return
    tell()
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel, which has none
    channel.postMessage('changed')
  }
  channel.addEventListener('message', tell)

  const rowsOf = async (userId: string) => (await device()).getAllFromIndex('outbox', 'user', userId)

  /** Changes a row unless it was discarded in the meantime. */
  const change = async (seq: number, next: Partial<OutboxRow>): Promise<boolean> => {
    const { store, done } = (await device()).transaction('outbox', 'readwrite')
    const row = await store.get(seq)
    if (row) await store.put({ ...row, ...next })
    await done
    changed()
    return row !== undefined
  }

  /** Writes an errand down; a correction takes the place of what it corrects. */
  const add = async (slot: Slot, errand: Errand, { send, replaces }: Written = {}): Promise<void> => {
    const sealed = await seal(slot.userId, labelOf(slot), errand)
    const row: OutboxRow = {
      ...slot,
      state: 'WAITING',
      tries: 0,
      notBefore: 0,
      createdAt: Date.now(),
      settledAt: null,
      sealed,
    }
    const { store, done } = (await device()).transaction('outbox', 'readwrite')
    const old = replaces === undefined ? undefined : await store.index('id').get(replaces)
    await store.put(old?.userId === slot.userId && old.seq !== undefined ? { ...row, seq: old.seq } : row)
    await done
    // A browser short of room throws away what it was not asked to keep.
    void navigator.storage?.persist?.().catch(() => {})
    if (send) own.set(slot.id, send)
    changed()
  }

  const discard = async (userId: string, id: string): Promise<void> => {
    const { store, done } = (await device()).transaction('outbox', 'readwrite')
    const row = await store.index('id').get(id)
    if (row?.userId === userId && row.seq !== undefined) await store.delete(row.seq)
    await done
    changed()
  }

  /** Everything of one person, oldest first; what arrived more than a day ago is forgotten. */
  const list = async (userId: string): Promise<Entry[]> => {
    const rows = await rowsOf(userId)
    const opened = await Promise.all(
      rows.map(async (row) => {
        const errand = await unseal<Errand>(userId, labelOf(row), row.sealed)
        const { id, lane, kind, state, seat, tries, createdAt, settledAt } = row
        return errand && { ...errand, id, lane, kind, state, seat, tries, createdAt, settledAt }
      }),
    )
    return opened.filter((entry) => entry !== undefined)
  }

  /** How many wait, and how many a person must look at; without opening any. */
  const count = async (userId: string): Promise<{ waiting: number; refused: number }> => {
    const rows = await rowsOf(userId)
    const refused = rows.filter(({ state }) => state === 'REFUSED').length
    return { waiting: rows.filter(({ state }) => state !== 'ARRIVED').length - refused, refused }
  }

  /** The first row that may go now: none behind one of its lane that still waits or was refused. */
  const nextOf = (rows: readonly OutboxRow[], tried: ReadonlySet<string>, atOnce: boolean) => {
    const held = new Set<string>()
    return rows.find((row) => {
      if (row.state === 'ARRIVED' || held.has(row.lane)) return false
      if (row.state === 'REFUSED') {
        if (!row.passes) held.add(row.lane)
        return false
      }
      if (tried.has(row.id) || (!atOnce && row.notBefore > Date.now())) {
        held.add(row.lane)
        return false
      }
      return true
    })
  }

  const settle = async (row: OutboxRow, errand: Errand, outcome: Outcome<unknown>): Promise<void> => {
    const { seq = 0, userId } = row
    // Gone with the person who signed out meanwhile; sealing would make a new key.
    if (!(await (await device()).get('outbox', seq))) return
    const sealAs = (next: Errand) => seal(userId, labelOf(row), next)
    if (outcome.kind === 'done') {
      failures = 0
      const { title, path } = errand
      // What arrived is the server's; here only its name stays, for a day.
      const sealed = await sealAs({ title, path, operation: '', hash: '', input: {} })
      await change(seq, { state: 'ARRIVED', settledAt: Date.now(), sealed })
    } else if (outcome.kind === 'refused' || FINAL.has(outcome.failure.kind)) {
      const sealed = await sealAs({ ...errand, outcome })
      await change(seq, { state: 'REFUSED', settledAt: Date.now(), sealed })
    } else {
      const sealed = await sealAs({ ...errand, outcome })
      const notBefore = Date.now() + pauseBefore(row.tries, random)
      await change(seq, { state: 'WAITING', tries: row.tries + 1, notBefore, sealed })
      return
    }
    own.delete(row.id)
    awaited.get(row.id)?.(outcome)
  }

  const sendOne = async (row: OutboxRow): Promise<Outcome<unknown> | undefined> => {
    const errand = await unseal<Errand>(row.userId, labelOf(row), row.sealed)
    // The key went with the person.
    if (!errand || !(await change(row.seq ?? 0, { state: 'SENDING' }))) return undefined
    const outcome: Outcome<unknown> =
      Date.now() - row.createdAt > LATEST && row.tries > 0
        ? { kind: 'refused', problem: { __typename: 'RuleProblem', code: 'OUTBOX_TOO_OLD', message: '' } }
        : await (own.get(row.id) ?? post)(row, errand).catch(() => ({
            kind: 'failed',
            failure: { kind: 'OFFLINE' },
          }))
    await settle(row, errand, outcome)
    return outcome
  }

  const drain = async (userId: string, atOnce: boolean): Promise<void> => {
    const tried = new Set<string>()
    if (!atOnce && pausedUntil > Date.now()) return
    while (isOpen()) {
      const row = nextOf(await rowsOf(userId), tried, atOnce)
      if (!row) return
      tried.add(row.id)
      const outcome = await sendOne(row)
      if (outcome?.kind === 'failed' && GENERAL.has(outcome.failure.kind)) {
        pausedUntil = Date.now() + pauseBefore(failures++, random)
        return
      }
    }
  }

  const schedule = async (userId: string): Promise<void> => {
    const rows = (await rowsOf(userId)).filter(({ state }) => state === 'WAITING' || state === 'SENDING')
    clearTimeout(timer)
    if (rows.length === 0 || closed) return
    const due = Math.max(pausedUntil, Math.min(...rows.map(({ notBefore }) => notBefore)))
    timer = setTimeout(() => void kick(userId), Math.max(due - Date.now(), 1_000))
  }

  /** Sends what may go; `atOnce` does not wait for the pause after a failure. */
  const kick = async (userId: string, { atOnce = false } = {}): Promise<void> => {
    if (running) {
      again = { atOnce: atOnce || (again?.atOnce ?? false) }
      return running
    }
    const run = async () => {
      again = { atOnce }
      try {
        while (again) {
          const { atOnce: now } = again
          again = undefined
          await locks.request(`yui-outbox:${userId}`, () => drain(userId, now))
        }
      } finally {
        // In the same breath as the last look at `again`, so that no call in between is lost.
        running = undefined
        again = undefined
      }
    }
    running = run()
    try {
      await running
    } finally {
      for (const resolve of awaited.values()) resolve(undefined)
      awaited.clear()
      if (started === userId) await schedule(userId)
    }
  }

  /** Sends, and waits a moment for the answer to this entry; undefined when it has to wait. */
  const attempt = (userId: string, id: string, patience: number): Promise<Outcome<unknown> | undefined> =>
    new Promise((resolve) => {
      awaited.set(id, resolve)
      setTimeout(() => resolve(undefined), patience)
      void kick(userId, { atOnce: true })
    })

  let started: string | undefined

  /** Goes on sending for a person: on return of the network, of the screen, and after pauses. */
  const start = (userId: string): (() => void) => {
    started = userId
    const now = () => {
      if (document.visibilityState === 'hidden') return
      failures = 0
      void kick(userId, { atOnce: true })
    }
    let { lost } = connection.get()
    const stopFollowing = connection.subscribe(() => {
      const before = lost
      lost = connection.get().lost
      if (before && !lost) now()
    })
    const events = ['online', 'focus', 'pageshow'] as const
    for (const event of events) window.addEventListener(event, now)
    document.addEventListener('visibilitychange', now)
    void forgetArrived(userId).then(() => kick(userId, { atOnce: true }))
    return () => {
      started = undefined
      clearTimeout(timer)
      stopFollowing()
      for (const event of events) window.removeEventListener(event, now)
      document.removeEventListener('visibilitychange', now)
    }
  }

  const forgetArrived = async (userId: string): Promise<void> => {
    const database = await device()
    for (const { seq = 0, state, settledAt } of await rowsOf(userId))
      if (state === 'ARRIVED' && (settledAt ?? 0) < Date.now() - DAY) await database.delete('outbox', seq)
  }

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  /** Finishes what it is sending and begins nothing more; what waits stays for the next tab. */
  const close = (): void => {
    closed = true
    started = undefined
    clearTimeout(timer)
    channel.close()
  }

  return {
    add,
    attempt,
    close,
    count,
    discard,
    forgetArrived,
    kick,
    list,
    start,
    subscribe,
  }
}
