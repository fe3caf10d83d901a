import net from 'node:net'

/** One request as it goes over the wire. */
export interface Request {
  /** POST unless said; a GET has no body. */
  method?: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body: string
}

export interface LoadOptions {
  port: number
  /** Sent in turn; every connection begins at another one. */
  requests: readonly Request[]
  connections: number
  seconds: number
}

export interface LoadResult {
  requests: number
  /** Answers with another status than 200, or with GraphQL errors. */
  errors: number
  requestsPerSecond: number
  p50: number
  p99: number
  /** Mean length of an answer's body. */
  bytes: number
}

/**
 * Asks as fast as a number of connections can, each sending its next request when the answer to the last has come.
 * Plain sockets and requests prepared beforehand: the less this costs, the less it takes from what is measured.
 */
export async function load({ port, requests, connections, seconds }: LoadOptions): Promise<LoadResult> {
  const prepared = requests.map((request) => onTheWire(request, port))
  const latencies: number[] = []
  const totals = { errors: 0, bytes: 0 }
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, offset) => {
      const connection = await connect(port)
      try {
        for (let turn = offset; performance.now() < end; turn++) {
          const sent = performance.now()
          const { status, body } = await connection.ask(itemInTurn(prepared, turn))
          latencies.push(performance.now() - sent)
          totals.bytes += body.length
          if (status !== 200 || body.includes('"errors":[')) totals.errors++
        }
      } finally {
        connection.close()
      }
    }),
  )
  const elapsed = (performance.now() - start) / 1000
  latencies.sort((a, b) => a - b)
  return {
    requests: latencies.length,
    errors: totals.errors,
    requestsPerSecond: latencies.length / elapsed,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    bytes: totals.bytes / latencies.length,
  }
}

/** Sends one request and returns the whole answer. */
export async function ask(port: number, request: Request): Promise<Answer> {
  const connection = await connect(port)
  try {
    return await connection.ask(onTheWire(request, port))
  } finally {
    connection.close()
  }
}

/** The value below which the given part of the sorted values lies. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

function itemInTurn<T>(items: readonly T[], turn: number): T {
  const item = items[turn % items.length]
  if (item === undefined) throw new RangeError('there is nothing to send')
  return item
}

function onTheWire({ method = 'POST', path, headers, body }: Request, port: number): Buffer {
  const head = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...(method === 'POST'
      ? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]
      : []),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

export interface Answer {
  status: number
  body: Buffer
}

interface Connection {
  ask(request: Buffer): Promise<Answer>
  close(): void
}

const HEAD_END = Buffer.from('\r\n\r\n')

function connect(port: number): Promise<Connection> {
  const socket = net.connect({ host: '127.0.0.1', port, noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: PromiseWithResolvers<Answer> | undefined
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    try {
      const answer = parseAnswer(received)
      if (!answer) return
      received = Buffer.alloc(0)
      waiting?.resolve(answer)
    } catch (error) {
      waiting?.reject(error)
    }
  })
  for (const event of ['error', 'close'] as const) {
    socket.on(event, (error) => waiting?.reject(error || new Error('the server closed the connection')))
  }
  const connection: Connection = {
    ask(request) {
      waiting = Promise.withResolvers()
      socket.write(request)
      return waiting.promise
    },
    close: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(connection))
    socket.once('error', reject)
  })
}

/** The answer once it has arrived whole. Only answers that state their length are understood. */
function parseAnswer(received: Buffer): Answer | undefined {
  const headEnd = received.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without its length:\n${head}`)
  const body = received.subarray(headEnd + HEAD_END.length)
  return body.length < Number(length) ? undefined : { status: Number(head.slice(9, 12)), body }
}
