import type { FastifyInstance } from 'fastify'

/**
 * What browsers are told to refuse on our behalf. Everything comes from our own origin; nothing is inline; nobody may
 * put the portal into a frame.
 */
export function securityHeaders(app: FastifyInstance, publicUrl: string | undefined): void {
  const isHttps = publicUrl?.startsWith('https:') ?? false
  app.addHook('onSend', async (request, reply) => {
    // Older browsers do not count a socket to the own host as 'self'.
    const socket = `${isHttps || request.protocol === 'https' ? 'wss' : 'ws'}://${request.host}`
    const policy = [
      "default-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${socket}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]
    reply.headers({
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
      'x-frame-options': 'DENY',
    })
    if (isHttps || request.protocol === 'https') {
      reply.header('strict-transport-security', 'max-age=31536000')
    }
  })
}
