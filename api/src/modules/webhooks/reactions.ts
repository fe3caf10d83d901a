import { dailyTask } from '../../kernel/jobs/daily.ts'
import { follower } from '../../kernel/jobs/reaction.ts'
import { task } from '../../kernel/jobs/task.ts'
import { deliver } from './delivering.ts'
import { deliverJob } from './jobs.ts'
import { queueEvent } from './queueing.ts'
import { topicOf } from './topics.ts'

follower({
  name: 'webhooks.passOn',
  events: new Set(topicOf.keys()),
  run: (event, { db }) => queueEvent(db, event),
})

task({ ...deliverJob, run: deliver })

const KEPT_FOR_DAYS = 30

// What was sent says nothing that the event log does not say; how it went is of no use after a month.
dailyTask({
  name: 'forgetWebhookDeliveries',
  async run(_today, { db, clock, log }) {
    const before = new Date(clock.now().getTime() - KEPT_FOR_DAYS * 86_400_000)
    const { count } = await db.webhookDelivery.deleteMany({
      where: { createdAt: { lt: before }, state: { not: 'WAITING' } },
    })
    log.info({ count }, 'old deliveries of webhooks forgotten')
  },
})
