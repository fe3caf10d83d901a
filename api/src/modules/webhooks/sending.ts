import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { WebhookFailure } from '../../generated/prisma/client.ts'
import { isPublicAddress } from './addresses.ts'

export interface Answer {
  /** Null = it has arrived. */
  readonly failure: WebhookFailure | null
  readonly status: number | null
}

interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Whether this machine and private networks may be written to. */
  readonly local: boolean
}

const PATIENCE = 10_000

class PrivateAddress extends Error {}

/**
 * Sends one letter and says whether it arrived: an answer of 2xx within ten seconds. It follows no redirection, and goes to
 * no address of a private network, whatever a name leads to: the address that was looked at is the one that is called.
 */
export async function send({ url, headers, body, local }: Letter): Promise<Answer> {
  const { protocol, hostname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!local && net.isIP(host) !== 0 && !isPublicAddress(host))
    return { failure: 'PRIVATE_ADDRESS', status: null }
  const signal = AbortSignal.timeout(PATIENCE)
  const { request } = protocol === 'https:' ? https : http
  try {
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(url, {
        method: 'POST',
        signal,
        // A connection of its own: one that is kept might lead to an address that was not looked at.
        agent: false,
        lookup: local ? dns.lookup : lookUpPublic,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Yui-Webhooks/1',
          ...headers,
        },
      })
      sending.on('error', reject)
      sending.on('response', (response) => {
        // What it says is not read: only whether it took the letter.
        response.destroy()
        resolve(response.statusCode ?? 0)
      })
      sending.end(body)
    })
    return { failure: status >= 200 && status < 300 ? null : 'ANSWERED_NO', status }
  } catch (error) {
    return { failure: signal.aborted ? 'NO_ANSWER' : failureOf(error), status: null }
  }
}

function failureOf(error: unknown): WebhookFailure {
  if (error instanceof PrivateAddress) return 'PRIVATE_ADDRESS'
  // However the name server puts it.
  return (error as NodeJS.ErrnoException).syscall === 'getaddrinfo' ? 'NO_ADDRESS' : 'NO_CONNECTION'
}

/** Looks a name up and refuses it if one of its addresses is private. */
const lookUpPublic: net.LookupFunction = (hostname, options, done) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return done(new PrivateAddress(`${hostname} leads into a private network.`), [])
    const [first] = addresses
    if (options.all || !first) return done(null, addresses)
    done(null, first.address, first.family)
  })
}
