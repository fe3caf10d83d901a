import type { Client } from '@urql/core'
import { graphql } from '../generated/gql.ts'
import { coalesce, pauseBefore } from '../lib/backoff.ts'
import { signedInUser } from '../lib/session.ts'
import { Todos } from '../lib/todos.ts'

const Events = graphql(`
  subscription Events($after: BigInt) {
    events(after: $after) {
      seq
      name
      entities
      reset
    }
  }
`)

/**
 * Follows what happens, on from the last thing heard; the cache reads again whatever an event names. Every attempt is
 * a subscription of its own: a retry that repeats the first cursor would lose or repeat events.
 */
export function followEvents(graph: Client): () => void {
  let after: string | undefined
  let attempts = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: { unsubscribe(): void } | undefined

  const readTodosAgain = coalesce(() => {
    if (signedInUser.get()) void graph.query(Todos, {}, { requestPolicy: 'network-only' }).toPromise()
  })
  const listen = () => {
    timer = undefined
    current = graph.subscription(Events, { after }).subscribe(({ data, error, hasNext }) => {
      if (data) {
        attempts = 0
        after = data.events.seq
        if (data.events.name) readTodosAgain()
      }
      if (error || !hasNext) listenLater()
    })
  }
  const listenLater = () => {
    if (timer !== undefined) return
    current?.unsubscribe()
    timer = setTimeout(listen, pauseBefore(attempts++))
  }
  const listenNow = () => {
    if (timer === undefined || document.visibilityState === 'hidden') return
    clearTimeout(timer)
    attempts = 0
    listen()
  }

  listen()
  window.addEventListener('online', listenNow)
  document.addEventListener('visibilitychange', listenNow)
  return () => {
    clearTimeout(timer)
    current?.unsubscribe()
    window.removeEventListener('online', listenNow)
    document.removeEventListener('visibilitychange', listenNow)
  }
}
