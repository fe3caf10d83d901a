import type { FastifyRequest } from 'fastify'

/**
 * Whether a browser sent this from one of our own pages. Requests without an origin do not come from a page of
 * somebody else: browsers always name the origin of a page that sends JSON or opens a socket.
 */
export function isFromOurPages({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin)
}
