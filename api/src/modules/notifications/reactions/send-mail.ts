import { z } from 'zod'
import { task } from '../../../kernel/jobs/task.ts'
import { noticeLetter, openOnes } from '../digest.ts'

/** Mails that are written from notifications begin their keys so; others are a module's own letters. */
const FROM_NOTICES = /^notices\./

/**
 * Sends one queued mail. If the process dies between sending and noting that it was sent, it is sent once more, with
 * the same message id. Once sent, its text is erased: it may hold a secret link. Without a mail server it stays in
 * the development mailbox. What tells of acts is looked at once more right before it goes: nothing is sent of what
 * has been done meanwhile.
 */
export const sendMail = task({
  name: 'notifications.sendMail',
  payload: z.object({ mailId: z.uuid() }),
  async run({ mailId }, { db, mailer, clock }) {
    if (!mailer) return
    const mail = await db.mailMessage.findUnique({
      where: { id: mailId },
      include: {
        notifications: { orderBy: { createdAt: 'asc' }, include: { user: { select: { name: true } } } },
      },
    })
    if (!mail || mail.sentAt || mail.droppedAt) return
    const { notifications } = mail
    const open = await openOnes(db, notifications, clock.now())
    const done = notifications.filter((notice) => !open.includes(notice))
    if (done.length > 0)
      await db.notification.updateMany({
        where: { id: { in: done.map(({ id }) => id) } },
        data: { mailing: 'DONE_BEFORE' },
      })
    if (notifications.length > 0 && open.length === 0) {
      await db.mailMessage.update({ where: { id: mailId }, data: { droppedAt: clock.now(), body: '' } })
      return
    }
    await db.mailMessage.update({ where: { id: mailId }, data: { attempts: { increment: 1 } } })
    const [first] = open
    const written = done.length > 0 && first && FROM_NOTICES.test(mail.key)
    const { subject, body: text } = written ? noticeLetter(first.user.name, open) : mail
    await mailer.send({ to: mail.toAddress, subject, text, messageId: `<${mailId}@yui>` })
    await db.mailMessage.update({ where: { id: mailId }, data: { sentAt: clock.now(), body: '' } })
  },
})
