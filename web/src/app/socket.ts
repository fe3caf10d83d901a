import type { SubscriptionForwarder } from '@urql/core'
import type { Client } from 'graphql-ws'

/**
 * Sends subscriptions over the one socket of this tab. It opens with the first subscription; its code is fetched then,
 * so that no first page waits for it. Trying again is left to whoever subscribed, who knows from where to go on.
 */
export function overSocket(seat: string | null): SubscriptionForwarder {
  let opening: Promise<Client> | undefined
  const open = async (): Promise<Client> => {
    const { createClient } = await import('graphql-ws')
    return createClient({
      url: `${window.location.origin.replace(/^http/, 'ws')}/graphql/ws`,
      connectionParams: seat ? { acting: seat } : {},
      retryAttempts: 0,
    })
  }
  return ({ query = '', ...rest }) => ({
    subscribe(sink) {
      let stopped = false
      let stop: (() => void) | undefined
      opening ??= open()
      opening.then(
        (client) => {
          if (!stopped) stop = client.subscribe({ query, ...rest }, sink)
        },
        (error: unknown) => {
          opening = undefined
          sink.error(error)
        },
      )
      return {
        unsubscribe() {
          stopped = true
          stop?.()
        },
      }
    },
  })
}
