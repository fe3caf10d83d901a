import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { noticeLetter, openOnes } from '../digest.ts'
import { queueMail } from '../mails.ts'
import * as policy from '../policy.ts'

/** Notifications that one mail looks through at most; what is left waits for the next day. */
const MOST = 500

export const mailDigest = command({
  name: 'mailDigest',
  description:
    'Once a day the portal gathers for a person what is still unread and undone into one mail; without any, none is sent.',
  input: z.object({
    userId: z.uuid().describe('The person.'),
    day: z.iso.date().describe('The day in Japan.'),
  }),
  subject: (tx, { userId }) =>
    tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true, email: true } }),
  may: policy.mail,
  async run({ tx, subject: person, input: { day }, now }) {
    const key = `notices.digest:${person.id}:${day}`
    const waiting = await tx.notification.findMany({
      where: { userId: person.id, mailing: 'WAITING' },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MOST,
    })
    // What has come since the day's mail waits for the next one.
    const isMailed = (await tx.mailMessage.count({ where: { key } })) > 0
    if (waiting.length === 0 || isMailed) return { userId: person.id, count: 0 }
    const open = await openOnes(tx, waiting, now)
    const done = waiting.filter((notice) => !open.includes(notice))
    await tx.notification.updateMany({
      where: { id: { in: done.map(({ id }) => id) } },
      data: { mailing: 'DONE_BEFORE' },
    })
    if (open.length === 0) return { userId: person.id, count: 0 }
    const mailId = await queueMail(tx, { key, to: person.email, ...noticeLetter(person.name, open) })
    // Another worker was at it at the same moment: its mail holds them.
    if (mailId === null) return { userId: person.id, count: 0 }
    await tx.notification.updateMany({
      where: { id: { in: open.map(({ id }) => id) } },
      data: { mailing: 'MAILED', mailId },
    })
    return { userId: person.id, count: open.length }
  },
})
