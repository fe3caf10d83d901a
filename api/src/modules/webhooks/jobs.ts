import { z } from 'zod'

/** The job that sends one delivery; what it does stands in `delivering.ts`. */
export const deliverJob = {
  name: 'webhooks.deliver',
  payload: z.object({ deliveryId: z.uuid() }),
}
