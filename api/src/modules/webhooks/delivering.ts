import { runCommand } from '../../kernel/command.ts'
import { addJob, type JobContext } from '../../kernel/jobs/task.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { stopFailingWebhook } from './commands/stop-failing-webhook.ts'
import { deliverJob } from './jobs.ts'
import { keyOf } from './keys.ts'
import { jobKey } from './queueing.ts'
import { nextAttempt } from './rules/pauses.ts'
import { signatureOf } from './signing.ts'
import { send } from './sending.ts'
import { mayGoLocal } from './settings.ts'

/**
 * One attempt. The letter leaves before it is written down that it did: a worker that is killed in between sends it again,
 * with the same `webhook-id`, by which the receiver knows it.
 */
export async function deliver(
  { deliveryId }: { readonly deliveryId: string },
  context: JobContext,
): Promise<void> {
  const { db, clock, log } = context
  const delivery = await db.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { webhook: true },
  })
  if (delivery?.state !== 'WAITING') return
  const { webhook } = delivery
  if (webhook.state !== 'ON') {
    await db.webhookDelivery.update({
      where: { id: deliveryId },
      data: { state: 'GIVEN_UP', failure: 'STOPPED', nextAt: null, settledAt: clock.now() },
    })
    return
  }
  const id = delivery.eventId ?? deliveryId
  const { failure, status } = await send({
    url: webhook.url,
    headers: {
      ...signatureOf(keyOf(webhook), { id, at: clock.now(), body: delivery.body }),
      ...(delivery.drill && { 'yui-drill': '1' }),
    },
    body: delivery.body,
    local: mayGoLocal(),
  })
  const now = clock.now()
  const attempts = delivery.attempts + 1
  if (failure === null) {
    await db.webhookDelivery.update({
      where: { id: deliveryId },
      data: { state: 'DELIVERED', attempts, failure: null, status, nextAt: null, settledAt: now },
    })
    return
  }
  // A trial is watched by somebody, who presses again.
  const next = delivery.eventId === null ? null : nextAttempt(attempts, now)
  log.info({ deliveryId, attempts, failure, status }, 'a webhook did not take a delivery')
  // The next attempt is ordered first: killed in between, it counts one too few, and none is forgotten.
  if (next) await addJob(db, deliverJob, { deliveryId }, { at: next, key: jobKey(deliveryId) })
  await db.webhookDelivery.update({
    where: { id: deliveryId },
    data: {
      ...(next ? { nextAt: next } : { state: 'GIVEN_UP', nextAt: null, settledAt: now }),
      attempts,
      failure,
      status,
    },
  })
  if (!next && delivery.eventId !== null)
    await runCommand(
      stopFailingWebhook,
      { webhookId: webhook.id },
      { ...context, viewer: systemViewer, requestId: null },
    )
}
