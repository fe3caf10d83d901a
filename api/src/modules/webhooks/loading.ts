import type { Webhook } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Emit } from '../../kernel/events.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { WebhookChanged } from './events.ts'
import * as policy from './policy.ts'

/** A webhook as far as the viewer may see it. */
export const loadWebhook = (tx: Tx, id: string, viewer: Viewer): Promise<Webhook | null> =>
  tx.webhook.findFirst({ where: { AND: [{ id }, policy.webhooksVisibleTo(viewer)] } })

export function assertNotEnded({ state }: Pick<Webhook, 'state'>): void {
  if (state === 'ENDED') throw new RuleProblem('WEBHOOK_IS_ENDED', 'It was ended; make a new one.')
}

export function announceChange(emit: Emit, { id, platformId }: Pick<Webhook, 'id' | 'platformId'>): void {
  emit(
    WebhookChanged,
    { webhookId: id, platformId },
    { audience: [`platform:${platformId}`], entities: [globalId('Webhook', id)] },
  )
}
