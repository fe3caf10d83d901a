import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { announceChange } from '../loading.ts'
import * as policy from '../policy.ts'

export const stopFailingWebhook = command({
  name: 'stopFailingWebhook',
  description:
    'The portal stops a webhook that has taken nothing for a day; the secretariat is asked to look after it.',
  input: z.object({ webhookId: z.uuid().describe('The webhook.') }),
  subject: (tx, { webhookId }) => tx.webhook.findUnique({ where: { id: webhookId } }),
  may: policy.stopFailing,
  async run({ tx, subject, now, emit }) {
    // Several deliveries may be given up in one moment.
    const { count } = await tx.webhook.updateMany({
      where: { id: subject.id, state: 'ON' },
      data: { state: 'STOPPED', stoppedAt: now, version: { increment: 1 } },
    })
    if (count === 1) announceChange(emit, subject)
    return { webhookId: subject.id }
  },
})
