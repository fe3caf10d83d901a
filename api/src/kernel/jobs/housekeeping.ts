import { dailyTask } from './daily.ts'

const KEPT_FOR_DAYS = 30

// Technical rows without meaning of their own, therefore no command and no audit. A phone that was offline for longer
// than this asks the person before it sends again.
dailyTask({
  name: 'forgetIdempotencyKeys',
  async run(_today, { db, clock, log }) {
    const before = new Date(clock.now().getTime() - KEPT_FOR_DAYS * 86_400_000)
    const { count } = await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })
    log.info({ count }, 'old idempotency keys forgotten')
  },
})
