import { dailyTask } from '../../../kernel/jobs/daily.ts'

const KEPT_FOR_HOURS = 24

// Pieces without meaning of their own, left by a killed process; nobody has ever seen them.
dailyTask({
  name: 'bulletin.forgetUnfinishedFiles',
  async run(_today, { db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_FOR_HOURS * 3_600_000)
    await db.documentVersion.deleteMany({ where: { receivedAt: null, addedAt: { lt: before } } })
  },
})
