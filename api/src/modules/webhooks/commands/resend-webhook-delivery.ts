import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { deliverJob } from '../jobs.ts'
import { announceChange } from '../loading.ts'
import * as policy from '../policy.ts'
import { jobKey } from '../queueing.ts'

/** 「もう一度送る」 */
export const resendWebhookDelivery = command({
  name: 'resendWebhookDelivery',
  description: 'What was given up is sent to the webhook again, the same to the byte.',
  input: z.object({ webhookDeliveryId: idOf('WebhookDelivery').describe('What was given up.') }),
  subject: async (tx, { webhookDeliveryId }, viewer) => {
    const delivery = await tx.webhookDelivery.findFirst({
      where: { AND: [{ id: webhookDeliveryId }, policy.deliveriesVisibleTo(viewer)] },
      include: { webhook: { select: { platformId: true, state: true } } },
    })
    return delivery && { ...delivery, platformId: delivery.webhook.platformId }
  },
  may: policy.manage,
  async run({ tx, subject, now, emit }) {
    const { id, webhook, webhookId, platformId } = subject
    if (webhook.state !== 'ON')
      throw new RuleProblem('WEBHOOK_IS_STOPPED', 'It is stopped; let it go on first.')
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, state: 'GIVEN_UP' },
      data: { state: 'WAITING', nextAt: now, settledAt: null, attempts: 0 },
    })
    if (count === 0) throw new RuleProblem('DELIVERY_IS_NOT_GIVEN_UP', 'It has arrived, or it still waits.')
    await addJob(tx, deliverJob, { deliveryId: id }, { key: jobKey(id) })
    announceChange(emit, { id: webhookId, platformId })
    return { webhookDeliveryId: id }
  },
})
