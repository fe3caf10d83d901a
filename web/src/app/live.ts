import type { Client } from '@urql/core'
import { graphql } from '../generated/gql.ts'
import { coalesce, pauseBefore } from '../lib/backoff.ts'
import { connection } from '../lib/connection.ts'
import { tellHappening } from '../lib/happenings.ts'
import { signedInUser } from '../lib/session.ts'
import { Todos } from '../lib/todos.ts'

export const Events = graphql(`
  subscription Events($after: BigInt) {
    events(after: $after) {
      seq
      name
      entities
      reset
    }
  }
`)

export const Changes = graphql(`
  query Changes($after: BigInt) {
    changesSince(after: $after) {
      seq
      more
      reset
      events {
        name
        entities
      }
    }
  }
`)

/** With this the server closes the socket of a session that has ended, wherever it was ended. */
const UNAUTHORIZED = 4401

/** The server gives a sign of life every 20 seconds; a socket that is silent for longer than two of them is dead. */
const SILENCE = 50_000

/**
 * Follows what happens, on from the last thing heard; the cache reads again whatever an event names. Every attempt is
 * a subscription of its own: a retry that repeats the first cursor would lose or repeat events. Where no socket gets
 * through, the same cursor serves for asking now and then.
 */
export function followEvents(
  graph: Pick<Client, 'query' | 'subscription'>,
  onSessionOver: () => void,
): () => void {
  let after: string | undefined
  let failures = 0
  let nextTry: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let current: { unsubscribe(): void } | undefined
  let stopped = false

  const readTodosAgain = coalesce(() => {
    if (signedInUser.get()) void graph.query(Todos, {}, { requestPolicy: 'network-only' }).toPromise()
  })
  const heard = (seq: string, happened: boolean) => {
    after = seq
    connection.set({ lost: false, heardAt: new Date() })
    if (happened) readTodosAgain()
  }

  const listen = () => {
    nextTry = undefined
    current = graph.subscription(Events, { after }).subscribe(({ data, error, hasNext }) => {
      if (data) {
        failures = 0
        heard(data.events.seq, data.events.name !== null)
        tellHappening(data.events)
        watchSilence()
      }
      if (isSessionOver(error?.networkError)) {
        stop()
        return onSessionOver()
      }
      if (error || !hasNext) tryLater()
    })
    watchSilence()
  }
  const watchSilence = () => {
    clearTimeout(silence)
    silence = setTimeout(tryLater, SILENCE)
  }
  const tryLater = () => {
    if (nextTry !== undefined || stopped) return
    clearTimeout(silence)
    current?.unsubscribe()
    nextTry = setTimeout(tryNow, pauseBefore(failures++))
  }
  const tryNow = () => {
    // The first break is usually a server that restarts; after that the socket may be what is blocked.
    if (failures > 1) void catchUp()
    listen()
  }
  const catchUp = async () => {
    const { data } = await graph.query(Changes, { after }, { requestPolicy: 'network-only' }).toPromise()
    if (stopped) return
    if (!data) return connection.set({ ...connection.get(), lost: true })
    heard(data.changesSince.seq, data.changesSince.events.length > 0 || data.changesSince.reset)
    const { events, reset } = data.changesSince
    if (events.length > 0 || reset)
      tellHappening({ entities: events.flatMap(({ entities }) => entities), reset })
    if (data.changesSince.more) await catchUp()
  }
  const tryAtOnce = () => {
    if (nextTry === undefined || document.visibilityState === 'hidden') return
    clearTimeout(nextTry)
    tryNow()
  }

  const stop = () => {
    stopped = true
    clearTimeout(nextTry)
    clearTimeout(silence)
    current?.unsubscribe()
    window.removeEventListener('online', tryAtOnce)
    document.removeEventListener('visibilitychange', tryAtOnce)
  }

  listen()
  window.addEventListener('online', tryAtOnce)
  document.addEventListener('visibilitychange', tryAtOnce)
  return stop
}

const isSessionOver = (error: unknown) => error instanceof CloseEvent && error.code === UNAUTHORIZED
