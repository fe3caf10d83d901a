import { createHmac } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Letter {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** Another system on this machine: it keeps what it is sent, by path, and answers as the test says. */
export async function openReceiver() {
  const letters: Letter[] = []
  const answers = new Map<string, number>()
  const server = http.createServer((request, response) => {
    const path = request.url ?? ''
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      letters.push({ path, headers: request.headers, body })
      const status = answers.get(path) ?? 204
      // No answer at all.
      if (status === 0) return void request.socket.destroy()
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    letters,
    /** What came to one path. */
    at: (path: string) => letters.filter((letter) => letter.path === path),
    /** The status it answers on a path; 0 breaks the line. */
    answer: (path: string, status: number) => answers.set(path, status),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** The signature a receiver makes itself, by the key it was handed, to compare with the one that came. */
export function signedBy(secret: string, { headers, body }: Letter): string {
  const part = (name: string) => String(headers[name])
  const mac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${part('webhook-id')}.${part('webhook-timestamp')}.${body}`)
    .digest('base64')
  return `v1,${mac}`
}
