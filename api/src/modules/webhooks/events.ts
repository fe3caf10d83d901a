import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** A webhook of a network was made, changed, stopped, let go on or ended. */
export const WebhookChanged = event(
  'webhooks.WebhookChanged.v1',
  z.object({ webhookId: z.uuid(), platformId: z.uuid() }),
)
