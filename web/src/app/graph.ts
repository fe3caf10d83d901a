import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { failureOf } from '../lib/problems.ts'
import { normalizedCache } from './cache.ts'
import { overSocket } from './socket.ts'

interface GraphOptions {
  /** Key of the seat this tab acts for. */
  seat: string | null
  /** The session is over; where the person is and what was typed must not be lost. */
  onSignedOut: () => void
}

/**
 * The door to the API. It sends the hash of a stored document, never its text, and lives as long as the person and
 * the seat stay the same: with another one it is made anew, so that nothing read before can be shown.
 */
export function createGraph({ seat, onSignedOut }: GraphOptions): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { headers: seat ? { 'x-yui-acting': seat } : {} },
    exchanges: [
      normalizedCache(),
      mapExchange({
        onError(error) {
          if (failureOf(error).kind === 'SIGNED_OUT') onSignedOut()
        },
      }),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: (_text, document) => Promise.resolve(hashOf(document)),
      }),
      subscriptionExchange({ forwardSubscription: overSocket(seat) }),
      fetchExchange,
    ],
  })
}

/** The hash that code generation wrote into a document; the same text lies in schema/operations.json. */
function hashOf(document: TypedDocumentNode): string {
  const hash = (document as { __meta__?: { hash?: string } }).__meta__?.hash
  if (!hash) throw new Error('A document that is not stored was asked for.')
  return hash.replace(/^sha256:/, '')
}
