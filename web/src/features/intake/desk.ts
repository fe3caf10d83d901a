import type { Client } from '@urql/core'
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react'
import { useClient } from 'urql'
import { fold, type IntakeState } from '../../../../api/src/modules/intake/rules/fold.ts'
import {
  asSent,
  fromSent,
  type Entry,
  type SentEntry,
} from '../../../../api/src/modules/intake/rules/entries.ts'
import type { Pen } from '../../../../api/src/modules/intake/rules/writing.ts'
import { graphql } from '../../generated/gql.ts'
import { onHappening } from '../../lib/happenings.ts'
import type * as KeptReadings from '../../lib/offline/kept.ts'
import { useOutbox, type EntryOf } from '../../lib/outbox.ts'
import { failureOf, type Failure, type Outcome } from '../../lib/problems.ts'
import { actingSeat, lastUser, signedInUser } from '../../lib/session.ts'
import { createStore, useStore, type Store } from '../../lib/store.ts'
import { useIntakeText } from '../../locales/intake.ts'

const IntakeSince = graphql(`
  query IntakeSince($openingId: ID!, $after: String) {
    intakeSince(openingId: $openingId, after: $after) {
      entries {
        id
        deviceId
        sequence
        at
        kind
        subjects
        basedOn
        field
        value
        people
        need
        stay
        destination
      }
      cursor
      more
    }
  }
`)

const SendIntakeEntries = graphql(`
  mutation SendIntakeEntries($input: SendIntakeEntriesInput!) {
    sendIntakeEntries(input: $input) {
      ... on SendIntakeEntriesPayload {
        accepted
        refused
        refusedBecause
      }
      ...Refusal
    }
  }
`)

/** Facts of a shelter's book by their ids. */
type Facts = ReadonlyMap<string, Entry>

interface Held {
  /** What the server has. */
  readonly read: Facts
  /** What was written on this device and is not read back yet. */
  readonly written: Facts
  readonly failure: Failure | undefined
  readonly isRead: boolean
  /** The server cannot be heard: what was read before, and of when. */
  readonly keptAt: Date | undefined
  /** The server shows nothing to this viewer. */
  readonly hidden: boolean
}

const nothing: Held = {
  read: new Map(),
  written: new Map(),
  failure: undefined,
  isRead: false,
  keptAt: undefined,
  hidden: false,
}

/** As the device keeps what was read. */
interface KeptFacts {
  readonly entries: readonly Entry[]
  readonly cursor: string | null
}

/**
 * What a device knows of the people of one shelter. It is kept sealed for a day for the person and body that read it, so
 * that the desk goes on without a network; what is written waits in the outbox.
 */
class Desk {
  readonly held: Store<Held> = createStore(nothing)
  readonly #openingId: string
  #sequence = 0
  #cursor: string | null = null
  #busy = false
  #again = false
  #isKept = true

  constructor(openingId: string) {
    this.#openingId = openingId
  }

  readonly pen: Pen = {
    deviceId: crypto.randomUUID(),
    next: () => ({ id: crypto.randomUUID(), sequence: ++this.#sequence, at: new Date().toISOString() }),
  }

  /** Seen at once, whether it was written just now or found in the outbox. */
  remember(entries: readonly Entry[]): void {
    const held = this.held.get()
    const fresh = entries.filter(({ id }) => !held.read.has(id) && !held.written.has(id))
    if (fresh.length === 0) return
    this.held.set({ ...held, written: new Map([...held.written, ...byId(fresh)]) })
  }

  /** What the server did not take, or a person took back, is not so. */
  forget(ids: readonly string[]): void {
    const held = this.held.get()
    if (!ids.some((id) => held.written.has(id))) return
    const written = new Map(held.written)
    for (const id of ids) written.delete(id)
    this.held.set({ ...held, written })
  }

  /** Reads what others wrote. */
  async read(client: Client): Promise<void> {
    // What is written while a page is on its way may not be in it.
    this.#again = this.#busy
    if (this.#busy) return
    this.#busy = true
    try {
      while ((await this.#readPage(client)) || this.#takeAgain());
    } finally {
      this.#busy = false
    }
  }

  #takeAgain(): boolean {
    const again = this.#again
    this.#again = false
    return again
  }

  async #readPage(client: Client): Promise<boolean> {
    const { data, error } = await client
      .query(
        IntakeSince,
        { openingId: this.#openingId, after: this.#cursor },
        { requestPolicy: 'network-only' },
      )
      .toPromise()
    if (error) {
      const failure = failureOf(error)
      if (failure.kind === 'OFFLINE') await this.#recall()
      this.held.set({ ...this.held.get(), failure })
      return false
    }
    const held = this.held.get()
    const page = data?.intakeSince
    if (!page) {
      this.held.set({ ...nothing, isRead: true, hidden: true })
      await this.#withKept(async ({ forget }, reading) => forget(reading))
      return false
    }
    this.#cursor = page.cursor
    const changed = page.entries.length > 0 || !held.isRead
    if (changed || held.failure || held.keptAt) {
      const read = new Map([...held.read, ...byId(page.entries.map((entry) => ({ ...entry })))])
      const written = new Map([...held.written].filter(([id]) => !read.has(id)))
      this.held.set({ ...nothing, read, written, isRead: true })
    }
    if (changed) this.#isKept = false
    if (!page.more && !this.#isKept) await this.#keep()
    return page.more
  }

  async #keep(): Promise<void> {
    const kept: KeptFacts = { entries: [...this.held.get().read.values()], cursor: this.#cursor }
    await this.#withKept(async ({ keep }, reading) => keep(reading, kept))
    this.#isKept = true
  }

  async #recall(): Promise<void> {
    if (this.held.get().isRead) return
    await this.#withKept(async ({ recall }, reading) => {
      const kept = await recall<KeptFacts>(reading)
      if (!kept) return
      this.#cursor = kept.data.cursor
      this.held.set({ ...this.held.get(), read: byId(kept.data.entries), isRead: true, keptAt: kept.keptAt })
    })
  }

  /** A browser that keeps nothing goes on with what it has in hand. */
  async #withKept(
    act: (kept: typeof KeptReadings, reading: KeptReadings.Reading) => Promise<void>,
  ): Promise<void> {
    const userId = signedInUser.get() ?? lastUser()
    if (!userId) return
    try {
      const reading = { userId, seat: actingSeat.get() ?? '', key: `intake:${this.#openingId}` }
      await act(await import('../../lib/offline/kept.ts'), reading)
    } catch {}
  }
}

const byId = (entries: readonly Entry[]): Facts => new Map(entries.map((entry) => [entry.id, entry]))

const desks = new Map<string, Desk>()

/** One desk per shelter, person and body: nobody sees what another has read on this device. */
function deskOf(openingId: string, reader: string): Desk {
  const key = `${openingId} ${reader}`
  const known = desks.get(key)
  if (known) return known
  const desk = new Desk(openingId)
  desks.set(key, desk)
  return desk
}

/** What others write is told by the server; so often it is asked for besides, in case a word of it was lost. */
const EVERY = 60_000

type Sent = EntryOf<{ openingId: string; entries: readonly SentEntry[] }>

export interface AtDesk extends Pick<Held, 'failure' | 'isRead' | 'hidden'> {
  readonly state: IntakeState
  readonly entries: Facts
  /** How many records lie on this device and are not sent. */
  readonly waiting: number
  /** What the server did not take, one entry of the outbox each. */
  readonly refused: readonly Pick<Sent, 'id' | 'title' | 'outcome'>[]
  readonly pen: Pen
  /** Comes back when it lies on this device; seen at once, sent as soon as it can be. */
  readonly write: (entries: readonly Entry[]) => Promise<Outcome<unknown>>
  /** Reads at once what was written elsewhere. */
  readonly readNow: () => void
}

interface Place {
  readonly eventId: string
  readonly openingId: string
}

/** The people of a shelter as they are known here and now, and a pen to write with. */
export function useDesk({ eventId, openingId }: Place): AtDesk {
  const text = useIntakeText()
  const client = useClient()
  const userId = useStore(signedInUser)
  const seat = useStore(actingSeat)
  const desk = deskOf(openingId, `${userId ?? ''} ${seat ?? ''}`)
  const held = useStore(desk.held)
  const { entries: errands, put } = useOutbox(SendIntakeEntries, {
    kind: 'intake.entries',
    title: text.title,
    path: `/disasters/${eventId}/intake/${openingId}`,
    lane: openingId,
    passes: true,
    ownKeys: true,
  })
  const unsent = errands.filter(({ state }) => state === 'WAITING' || state === 'SENDING')
  const refused = errands.filter(({ state }) => state === 'REFUSED')
  const arrived = errands.length - unsent.length - refused.length

  useEffect(() => {
    const read = () => void desk.read(client)
    read()
    const timer = setInterval(read, EVERY)
    window.addEventListener('online', read)
    const stop = onHappening(({ entities, reset }) => {
      if (reset || entities.includes(openingId)) read()
    })
    return () => {
      stop()
      clearInterval(timer)
      window.removeEventListener('online', read)
    }
  }, [client, desk, openingId])
  // What has just arrived is read back at once.
  const readBack = useEffectEvent(() => void desk.read(client))
  useEffect(() => {
    if (arrived > 0) readBack()
  }, [arrived])
  useEffect(() => {
    for (const { state, input } of errands as readonly Sent[]) {
      const entries = (input.entries ?? []).map(fromSent)
      if (state === 'REFUSED') desk.forget(entries.map(({ id }) => id))
      else desk.remember(entries)
    }
  }, [desk, errands])

  const write = useCallback(
    async (entries: readonly Entry[]) => {
      desk.remember(entries)
      const outcome = await put(
        { openingId, entries: entries.map(asSent) },
        { title: text.record(entries.length) },
      )
      // A browser without a store sent it there and then; what did not go through stays in its form.
      if (outcome.kind !== 'done') desk.forget(entries.map(({ id }) => id))
      if (outcome.kind === 'failed') desk.held.set({ ...desk.held.get(), failure: outcome.failure })
      return outcome
    },
    [desk, put, openingId, text],
  )
  const entries = useMemo(() => new Map([...held.written, ...held.read]), [held.written, held.read])
  const state = useMemo(() => fold(entries.values()), [entries])
  const { failure, isRead, hidden } = held
  return {
    failure,
    isRead,
    hidden,
    state,
    entries,
    waiting: unsent.length,
    refused,
    pen: desk.pen,
    write,
    readNow: () => void desk.read(client),
  }
}
