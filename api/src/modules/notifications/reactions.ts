import { z } from 'zod'
import { runCommand } from '../../kernel/command.ts'
import { dailyTask } from '../../kernel/jobs/daily.ts'
import { addJob, task } from '../../kernel/jobs/task.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { mailDigest } from './commands/mail-digest.ts'
import './reactions/send-mail.ts'
import { digestTime } from './rules/topics.ts'

const sendDigest = task({
  name: 'notifications.sendDigest',
  payload: z.object({ userId: z.uuid(), day: z.iso.date() }),
  async run({ userId, day }, { db, clock }) {
    await runCommand(mailDigest, { userId, day }, { db, clock, viewer: systemViewer, requestId: null })
  },
})

dailyTask({
  name: 'notifications.planDigests',
  async run(today, { db }) {
    const waiting = await db.notification.findMany({
      where: { mailing: 'WAITING' },
      distinct: ['userId'],
      select: { userId: true },
    })
    // A worker that starts later in the day sends at once what the morning has missed.
    for (const { userId } of waiting)
      await addJob(
        db,
        sendDigest,
        { userId, day: today },
        { at: digestTime(today), key: `notices.digest:${userId}` },
      )
  },
})

const MAILS_KEPT_FOR_DAYS = 30

dailyTask({
  name: 'notifications.forgetMails',
  async run(_today, { db, clock }) {
    const before = new Date(clock.now().getTime() - MAILS_KEPT_FOR_DAYS * 86_400_000)
    await db.mailMessage.deleteMany({ where: { createdAt: { lt: before } } })
  },
})
