import { randomUUID } from 'node:crypto'
import type { EventLog, Webhook } from '../../generated/prisma/client.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import { addJob } from '../../kernel/jobs/task.ts'
import { deliverJob } from './jobs.ts'
import { bodyOf } from './rules/body.ts'
import { topicOf } from './topics.ts'

/** A trial is no event of the log; its name says so to whoever receives it. */
export const TRIAL = 'webhooks.Trial.v1'

const NETWORK = 'platform:'

/**
 * Puts an event into the way of every webhook that asked for it. It may run again at any point: what was written before is
 * not written twice, and what was not yet tried has its one job.
 */
export async function queueEvent(db: Db, event: EventLog): Promise<void> {
  const topic = topicOf.get(event.name)
  if (!topic) return
  const { drill } = event.payload as { drill: boolean }
  const networks = event.audience.flatMap((who) =>
    who.startsWith(NETWORK) ? [who.slice(NETWORK.length)] : [],
  )
  const webhooks = await db.webhook.findMany({
    where: {
      platformId: { in: networks },
      state: 'ON',
      topics: { has: topic },
      ...(drill && { drills: true }),
    },
    select: { id: true, platformId: true },
  })
  if (webhooks.length === 0) return
  await db.webhookDelivery.createMany({
    data: webhooks.map(({ id, platformId }) => ({
      webhookId: id,
      eventId: event.id,
      eventName: event.name,
      drill,
      body: bodyOf({
        id: event.id,
        type: event.name,
        at: event.at,
        platformId,
        drill,
        entities: event.entities,
      }),
      createdAt: event.at,
      nextAt: event.at,
    })),
    skipDuplicates: true,
  })
  const untried = await db.webhookDelivery.findMany({
    where: { eventId: event.id, state: 'WAITING', attempts: 0 },
    select: { id: true },
  })
  for (const { id } of untried) await addJob(db, deliverJob, { deliveryId: id }, { key: jobKey(id) })
}

/** Sends something that did not happen, so that somebody sees whether it arrives. */
export async function queueTrial(
  tx: Tx,
  { id: webhookId, platformId }: Pick<Webhook, 'id' | 'platformId'>,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const delivery = await tx.webhookDelivery.create({
    data: {
      webhookId,
      eventName: TRIAL,
      drill: false,
      body: bodyOf({ id, type: TRIAL, at: now, platformId, drill: false, entities: [] }),
      createdAt: now,
      nextAt: now,
    },
    select: { id: true },
  })
  await addJob(tx, deliverJob, { deliveryId: delivery.id }, { key: jobKey(delivery.id) })
  return delivery.id
}

/** One job for a delivery: the next attempt takes the place of one that has not begun. */
export const jobKey = (deliveryId: string): string => `webhooks.deliver:${deliveryId}`
