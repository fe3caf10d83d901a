import type { Client } from '@urql/core'
import { useEffect, useMemo } from 'react'
import { useClient } from 'urql'
import { fold, type IntakeState } from '../../../../api/src/modules/intake/rules/fold.ts'
import { asSent, type Entry } from '../../../../api/src/modules/intake/rules/entries.ts'
import type { Pen } from '../../../../api/src/modules/intake/rules/writing.ts'
import { graphql } from '../../generated/gql.ts'
import { outcomeOf } from '../../lib/command.ts'
import { failureOf, type Failure } from '../../lib/problems.ts'
import { createStore, useStore, type Store } from '../../lib/store.ts'

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

interface Held {
  readonly entries: ReadonlyMap<string, Entry>
  /** Written here, not yet taken by the server. */
  readonly waiting: readonly Entry[]
  readonly refused: readonly { readonly entry: Entry; readonly reason: string }[]
  readonly failure: Failure | undefined
  readonly isRead: boolean
  /** The server shows nothing to this viewer. */
  readonly hidden: boolean
}

const nothing: Held = {
  entries: new Map(),
  waiting: [],
  refused: [],
  failure: undefined,
  isRead: false,
  hidden: false,
}

/**
 * One desk of a shelter: what it has read, what it has written, and the one place from which that is sent. What it writes
 * has ids of its own, so sending again after a lost answer does nothing twice. It keeps people's data in memory only.
 */
class Desk {
  readonly held: Store<Held> = createStore(nothing)
  readonly #openingId: string
  #sequence = 0
  #cursor: string | null = null
  #busy = false

  constructor(openingId: string) {
    this.#openingId = openingId
  }

  readonly pen: Pen = {
    deviceId: crypto.randomUUID(),
    next: () => ({ id: crypto.randomUUID(), sequence: ++this.#sequence, at: new Date().toISOString() }),
  }

  /** Writes down; seen at once, sent as soon as it can be. */
  write(client: Client, written: readonly Entry[]): void {
    const held = this.held.get()
    const entries = new Map(held.entries)
    for (const entry of written) entries.set(entry.id, entry)
    this.held.set({ ...held, entries, waiting: [...held.waiting, ...written] })
    void this.exchange(client)
  }

  /** Sends what waits, then reads what others wrote. */
  async exchange(client: Client): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      while (this.held.get().waiting.length > 0) if (!(await this.#send(client))) return
      while (await this.#read(client));
    } finally {
      this.#busy = false
    }
  }

  async #send(client: Client): Promise<boolean> {
    const batch = this.held.get().waiting.slice(0, 200)
    const input = {
      openingId: this.#openingId,
      entries: batch.map(asSent),
    }
    const outcome = outcomeOf(await client.mutation(SendIntakeEntries, { input }).toPromise())
    const held = this.held.get()
    if (outcome.kind !== 'done') {
      const failure = outcome.kind === 'failed' ? outcome.failure : undefined
      this.held.set({ ...held, failure })
      return false
    }
    const { refused, refusedBecause } = outcome.payload
    const reasons = new Map((refused ?? []).map((id, index) => [id, refusedBecause?.[index] ?? '']))
    const sent = new Set(batch.map(({ id }) => id))
    const entries = new Map([...held.entries].filter(([id]) => !reasons.has(id)))
    this.held.set({
      ...held,
      entries,
      failure: undefined,
      waiting: held.waiting.filter(({ id }) => !sent.has(id)),
      refused: [
        ...held.refused,
        ...batch.flatMap((entry) => {
          const reason = reasons.get(entry.id)
          return reason === undefined ? [] : [{ entry, reason }]
        }),
      ],
    })
    return true
  }

  async #read(client: Client): Promise<boolean> {
    const { data, error } = await client
      .query(
        IntakeSince,
        { openingId: this.#openingId, after: this.#cursor },
        { requestPolicy: 'network-only' },
      )
      .toPromise()
    const held = this.held.get()
    if (error) {
      this.held.set({ ...held, failure: failureOf(error) })
      return false
    }
    const page = data?.intakeSince
    if (!page) {
      this.held.set({ ...held, isRead: true, hidden: true, failure: undefined })
      return false
    }
    this.#cursor = page.cursor
    const entries = new Map(held.entries)
    for (const entry of page.entries) entries.set(entry.id, { ...entry })
    if (page.entries.length > 0 || !held.isRead || held.failure)
      this.held.set({ ...held, entries, isRead: true, hidden: false, failure: undefined })
    return page.more
  }
}

const desks = new Map<string, Desk>()

function deskOf(openingId: string): Desk {
  const known = desks.get(openingId)
  if (known) return known
  const desk = new Desk(openingId)
  desks.set(openingId, desk)
  return desk
}

/** How often what others wrote is asked for. */
const EVERY = 10_000

export interface AtDesk extends Omit<Held, 'entries'> {
  readonly state: IntakeState
  readonly entries: ReadonlyMap<string, Entry>
  readonly pen: Pen
  readonly write: (entries: readonly Entry[]) => void
  readonly again: () => void
}

/** The people of a shelter as they are known here and now, and a pen to write with. */
export function useDesk(openingId: string): AtDesk {
  const client = useClient()
  const desk = deskOf(openingId)
  const held = useStore(desk.held)
  useEffect(() => {
    const exchange = () => void desk.exchange(client)
    exchange()
    const timer = setInterval(exchange, EVERY)
    window.addEventListener('online', exchange)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', exchange)
    }
  }, [client, desk])
  const state = useMemo(() => fold(held.entries.values()), [held.entries])
  return {
    ...held,
    state,
    pen: desk.pen,
    write: (entries) => desk.write(client, entries),
    again: () => void desk.exchange(client),
  }
}
