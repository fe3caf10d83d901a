import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Identity } from './identity-port.ts'

/** What a browser sent, as identity takes it. The client's address is the one we believe, not the one it claims. */
export function headersOf({ headers, ip, id }: FastifyRequest): Headers {
  const copied = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const item of Array.isArray(value) ? value : [value ?? '']) copied.append(name, item)
  }
  copied.set('x-forwarded-for', ip)
  copied.set('x-request-id', id)
  return copied
}

/** Hands `/api/auth/*` to identity. */
export async function identityRoutes(app: FastifyInstance, identity: Identity): Promise<void> {
  await app.register(async (scope) => {
    // Identity reads the body itself.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      async handler(request, reply) {
        const url = new URL(request.url, `${request.protocol}://${request.host}`)
        const body = request.method === 'POST' && request.body instanceof Buffer ? request.body : null
        const response = await identity.handler(
          new Request(url, {
            method: request.method,
            headers: headersOf(request),
            body: body as BodyInit | null,
          }),
        )
        for (const [name, value] of response.headers) {
          if (name !== 'set-cookie') reply.header(name, value)
        }
        const cookies = response.headers.getSetCookie()
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        return reply
          .code(response.status)
          .header('cache-control', 'no-store')
          .send(Buffer.from(await response.arrayBuffer()))
      },
    })
  })
}
