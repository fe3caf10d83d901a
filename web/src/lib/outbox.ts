import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { outcomeOf } from './command.ts'
import { inputOf, wholeOrRefused, type Errand, type Send } from './offline/errand.ts'
import type { Entry, Outbox } from './offline/outbox.ts'
import { theOutbox } from './offline/the-outbox.ts'
import { sendersHeaders } from './offline/senders-headers.ts'
import type { Outcome } from './problems.ts'
import { actingSeat, signedInUser } from './session.ts'
import { useStore } from './store.ts'

/** It lies in the outbox of this device and goes by itself as soon as it can. */
export interface Waiting {
  __typename: 'Waiting'
  id: string
}

export interface OutboxOptions {
  /** What kind of thing it is, the same on every screen that sends it: `disasters.report`. */
  kind: string
  /** What the list of what waits calls it, in the person's words. It is sealed. */
  title: string
  /** Where it was written, and is corrected when it is refused. */
  path: string
  /** Entries of one lane arrive in the order in which they were written; usually the id of what they are about. */
  lane: string
  /** When this is refused, what comes after it in the lane goes all the same: each report stands for itself. */
  passes?: boolean
  /** The input carries keys of its own, by which the server takes it once; the mutation takes no idempotency key. */
  ownKeys?: boolean
}

interface SendOptions extends Partial<Omit<OutboxOptions, 'ownKeys'>> {
  /** The refused entry that this one corrects; it is forgotten. */
  replaces?: string | undefined
}

type InputOf<Variables> = Variables extends { input: infer Input } ? Omit<Input, 'idempotencyKey'> : never

type Answers = Record<string, { __typename: string } | string>
type PayloadOf<Data extends Answers> =
  ReturnType<typeof outcomeOf<Data>> extends Outcome<infer Payload> ? Payload : never

/** An entry with its input in the mutation's own type. */
export type EntryOf<Input> = Omit<Entry, 'input'> & { input: Input }

export interface OutboxHandle<Input, Payload> {
  /**
   * Writes the input down on this device, then sends it under an idempotency key. Answers like `useCommand` when the
   * server answers soon; otherwise `done` with a payload of `Waiting`. It never throws, and nothing is lost.
   */
  send: (input: Input, options?: SendOptions) => Promise<Outcome<Payload | Waiting>>
  /** The same without waiting for the server: it comes back when the entry lies on this device. */
  put: (input: Input, options?: SendOptions) => Promise<Outcome<Payload | Waiting>>
  /** Tries at once what waits. */
  sendNow: () => Promise<void>
  /** What of this kind waits, was refused or arrived within a day in this lane, oldest first. */
  entries: readonly EntryOf<Input>[]
  /** The latest of them that was refused: its input fills the form again. */
  refused: EntryOf<Input> | undefined
  discard: (id: string) => Promise<void>
}

/** How long a person looks at "sending" before it is told that it will go later. */
const PATIENCE = 5_000

/** The way to write where the network may be gone: `useCommand` with an outbox before it. */
export function useOutbox<Data extends Answers, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  options: OutboxOptions,
): OutboxHandle<InputOf<Variables>, PayloadOf<Data>> {
  type Input = InputOf<Variables>
  type Payload = PayloadOf<Data>
  const client = useClient()
  const userId = useStore(signedInUser)
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  /** Refused before this screen's eyes: what is sent next corrects it. */
  const inHand = useRef<string>(undefined)
  const all = useOutboxEntries()
  const { kind, lane } = options
  const entries = useMemo(
    () => all.filter((entry) => entry.kind === kind && entry.lane === lane) as unknown as EntryOf<Input>[],
    [all, kind, lane],
  )

  const put = useCallback(
    async (input: Input, own: SendOptions = {}, patience = 0): Promise<Outcome<Payload | Waiting>> => {
      const { replaces = inHand.current, ...changes } = own
      const {
        title,
        path,
        kind: ofKind,
        lane: inLane,
        passes = false,
        ownKeys = false,
      } = { ...latest.current, ...changes }
      const id = crypto.randomUUID()
      const seat = actingSeat.get()
      const execute: Send = async (slot, errand) =>
        wholeOrRefused(
          outcomeOf(
            await client
              .mutation(mutation, { input: inputOf(slot, errand) } as unknown as Variables, {
                fetchOptions: { headers: sendersHeaders(slot) },
                fetch: fetchWithin,
              })
              .toPromise(),
          ),
        )
      const errand: Errand = { title, path, ...nameOf(mutation), input: { ...input }, ownKeys }
      if (!userId) return (await execute({ id, userId: '', seat }, errand)) as Outcome<Payload>

      let outbox: Outbox
      try {
        outbox = await theOutbox()
        const slot = { id, userId, seat, lane: inLane, kind: ofKind, passes }
        await outbox.add(slot, errand, { send: execute, replaces })
      } catch {
        // A browser that keeps nothing still sends.
        return (await execute({ id, userId, seat }, errand)) as Outcome<Payload>
      }
      const waits: Outcome<Waiting> = { kind: 'done', payload: { __typename: 'Waiting', id } }
      if (patience === 0) {
        void outbox.kick(userId, { atOnce: true })
        return waits
      }
      const outcome = (await outbox.attempt(userId, id, patience)) as Outcome<Payload> | undefined
      inHand.current = outcome && outcome.kind !== 'done' ? id : undefined
      return outcome ?? waits
    },
    [client, mutation, userId],
  )
  const send = useCallback((input: Input, own?: SendOptions) => put(input, own, PATIENCE), [put])
  const sendNow = useCallback(async () => {
    if (userId) await (await theOutbox()).kick(userId, { atOnce: true })
  }, [userId])
  const discard = useCallback(
    async (id: string) => {
      if (userId) await (await theOutbox()).discard(userId, id)
    },
    [userId],
  )
  return {
    send,
    put,
    sendNow,
    entries,
    refused: entries.findLast(({ state }) => state === 'REFUSED'),
    discard,
  }
}

/** Everything this person has in the outbox of this device, oldest first; followed as it changes. */
export function useOutboxEntries(): readonly Entry[] {
  const userId = useStore(signedInUser)
  const [found, setFound] = useState<{ userId: string; entries: readonly Entry[] }>()
  useEffect(() => {
    if (!userId) return
    let gone = false
    let stop = () => {}
    const follow = async () => {
      const outbox = await theOutbox()
      if (gone) return
      const read = () => void outbox.list(userId).then((entries) => gone || setFound({ userId, entries }))
      stop = outbox.subscribe(read)
      read()
    }
    void follow().catch(() => {})
    return () => {
      gone = true
      stop()
    }
  }, [userId])
  return found && found.userId === userId ? found.entries : NONE
}

const NONE: readonly Entry[] = []

const fetchWithin: typeof fetch = (resource, init) =>
  fetch(resource, {
    ...init,
    signal: AbortSignal.any([AbortSignal.timeout(15_000), ...(init?.signal ? [init.signal] : [])]),
  })

function nameOf(mutation: object): Pick<Errand, 'operation' | 'hash'> {
  const { __meta__: meta, definitions } = mutation as {
    __meta__?: { hash?: string }
    definitions: { name?: { value: string } }[]
  }
  return { operation: definitions[0]?.name?.value ?? '', hash: (meta?.hash ?? '').replace(/^sha256:/, '') }
}
