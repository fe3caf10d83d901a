import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceChange, assertNotEnded, loadWebhook } from '../loading.ts'
import * as policy from '../policy.ts'

/** 「また送る」 */
export const resumeWebhook = command({
  name: 'resumeWebhook',
  description:
    'A webhook that was stopped because nobody answered goes on with what happens from now; what was given up is sent again one by one.',
  input: z.object({ webhookId: idOf('Webhook').describe('The webhook.'), version: version() }),
  subject: (tx, { webhookId }, viewer) => loadWebhook(tx, webhookId, viewer),
  may: policy.manage,
  async run({ tx, subject, input, emit }) {
    assertNotEnded(subject)
    if (subject.state === 'ON') throw new RuleProblem('WEBHOOK_IS_ON', 'It is not stopped.')
    await save(tx.webhook, subject, input.version, { state: 'ON', stoppedAt: null })
    announceChange(emit, subject)
    return { webhookId: subject.id }
  },
})
