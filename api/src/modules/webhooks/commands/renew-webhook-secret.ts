import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { newKey } from '../keys.ts'
import { announceChange, assertNotEnded, loadWebhook } from '../loading.ts'
import * as policy from '../policy.ts'

/** 「署名の鍵を作り直す」 */
export const renewWebhookSecret = command({
  name: 'renewWebhookSecret',
  description:
    'A webhook gets a new key for its signatures, because the old one was lost or seen; it is shown this once, and the old one signs nothing any more.',
  secret: ['secret'],
  input: z.object({ webhookId: idOf('Webhook').describe('The webhook.'), version: version() }),
  subject: (tx, { webhookId }, viewer) => loadWebhook(tx, webhookId, viewer),
  may: policy.manage,
  async run({ tx, subject, input, emit }) {
    assertNotEnded(subject)
    const { secret, ...key } = newKey(subject.id)
    await save(tx.webhook, subject, input.version, key)
    announceChange(emit, subject)
    return { webhookId: subject.id, secret }
  },
})
