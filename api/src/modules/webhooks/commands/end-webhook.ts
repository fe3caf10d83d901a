import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceChange, assertNotEnded, loadWebhook } from '../loading.ts'
import * as policy from '../policy.ts'

/** 「通知をやめる」 */
export const endWebhook = command({
  name: 'endWebhook',
  description: 'A webhook is told nothing any more, for good; what waits is given up.',
  input: z.object({ webhookId: idOf('Webhook').describe('The webhook.'), version: version() }),
  subject: (tx, { webhookId }, viewer) => loadWebhook(tx, webhookId, viewer),
  may: policy.manage,
  async run({ tx, subject, input, now, emit }) {
    assertNotEnded(subject)
    await save(tx.webhook, subject, input.version, { state: 'ENDED', stoppedAt: now })
    announceChange(emit, subject)
    return { webhookId: subject.id }
  },
})
