import { createHmac } from 'node:crypto'

/** The key as its receiver gets it, by the convention of Standard Webhooks (standardwebhooks.com). */
export const secretOf = (key: Buffer): string => `whsec_${key.toString('base64')}`

interface Signed {
  readonly id: string
  readonly at: Date
  readonly body: string
}

/** Headers by which the receiver knows that it was the portal, when, and that it is the same thing again. */
export function signatureOf(key: Buffer, { id, at, body }: Signed): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000))
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` }
}
