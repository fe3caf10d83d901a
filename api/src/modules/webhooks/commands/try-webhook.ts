import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { announceChange, loadWebhook } from '../loading.ts'
import * as policy from '../policy.ts'
import { queueTrial } from '../queueing.ts'

/** 「ためしに送る」 */
export const tryWebhook = command({
  name: 'tryWebhook',
  description:
    'A webhook is sent something that did not happen, once, so that somebody sees whether it arrives.',
  input: z.object({ webhookId: idOf('Webhook').describe('The webhook.') }),
  subject: (tx, { webhookId }, viewer) => loadWebhook(tx, webhookId, viewer),
  may: policy.manage,
  async run({ tx, subject, now, emit }) {
    if (subject.state !== 'ON')
      throw new RuleProblem('WEBHOOK_IS_STOPPED', 'It is stopped; let it go on first.')
    const webhookDeliveryId = await queueTrial(tx, subject, now)
    announceChange(emit, subject)
    return { webhookDeliveryId }
  },
})
