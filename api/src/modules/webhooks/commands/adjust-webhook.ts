import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { checkAddress, webhookFacts } from '../inputs.ts'
import { announceChange, assertNotEnded, loadWebhook } from '../loading.ts'
import * as policy from '../policy.ts'

/** 「外部システムへの通知を直す」 */
export const adjustWebhook = command({
  name: 'adjustWebhook',
  description: 'A secretariat changes where a webhook goes and what it is told of; its key stays.',
  input: z.object({
    webhookId: idOf('Webhook').describe('The webhook.'),
    ...webhookFacts,
    version: version(),
  }),
  subject: (tx, { webhookId }, viewer) => loadWebhook(tx, webhookId, viewer),
  may: policy.manage,
  async run({ tx, subject, input, emit }) {
    assertNotEnded(subject)
    checkAddress(input.url)
    await save(tx.webhook, subject, input.version, {
      name: input.name,
      url: input.url,
      topics: [...new Set(input.topics)],
      drills: input.drills,
    })
    announceChange(emit, subject)
    return { webhookId: subject.id }
  },
})
