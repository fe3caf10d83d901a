import { z } from 'zod'
import { dailyTask } from '../../kernel/jobs/daily.ts'
import { task } from '../../kernel/jobs/task.ts'

/**
 * Sends one queued mail. If the process dies between sending and noting that it was sent, it is sent once more, with
 * the same message id. Once sent, its text is erased: it may hold a secret link. Without a mail server it stays in
 * the development mailbox.
 */
export const sendMail = task({
  name: 'notifications.sendMail',
  payload: z.object({ mailId: z.uuid() }),
  async run({ mailId }, { db, mailer, clock }) {
    if (!mailer) return
    const mail = await db.mailMessage.findUnique({ where: { id: mailId } })
    if (!mail || mail.sentAt) return
    await db.mailMessage.update({ where: { id: mailId }, data: { attempts: { increment: 1 } } })
    const { toAddress: to, subject, body: text } = mail
    await mailer.send({ to, subject, text, messageId: `<${mailId}@yui>` })
    await db.mailMessage.update({ where: { id: mailId }, data: { sentAt: clock.now(), body: '' } })
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
