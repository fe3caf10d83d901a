import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { checkAddress, webhookFacts } from '../inputs.ts'
import { newKey } from '../keys.ts'
import { announceChange } from '../loading.ts'
import * as policy from '../policy.ts'

/** More are no use to a network, and every event would be sent so often. */
const AT_MOST = 20

/** 「外部システムへの通知を作る」 */
export const createWebhook = command({
  name: 'createWebhook',
  description:
    'A secretariat has another system told what happens in its network: ids and times, never a name or a figure. The key of the signatures is shown this once.',
  secret: ['secret'],
  // Two that are made at the same moment count each other.
  isolation: 'serializable',
  input: z.object({ platformId: idOf('Platform').describe('The network.'), ...webhookFacts }),
  subject: async (tx, { platformId }, { userId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && userId ? { platformId: found.id, userId } : null
  },
  may: policy.manage,
  async run({ tx, subject: { platformId, userId }, input, now, emit }) {
    checkAddress(input.url)
    const others = await tx.webhook.count({ where: { platformId, state: { not: 'ENDED' } } })
    if (others >= AT_MOST) throw new RuleProblem('TOO_MANY_WEBHOOKS', 'End one that nobody needs any more.')
    const id = randomUUID()
    const { secret, ...key } = newKey(id)
    await tx.webhook.create({
      data: {
        id,
        platformId,
        name: input.name,
        url: input.url,
        topics: [...new Set(input.topics)],
        drills: input.drills,
        ...key,
        createdByUserId: userId,
        createdAt: now,
      },
    })
    announceChange(emit, { id, platformId })
    return { webhookId: id, secret }
  },
})
