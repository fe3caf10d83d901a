import { addJob } from '../../kernel/jobs/task.ts'
import type { Tx } from '../../kernel/db.ts'
import { sendMail } from './reactions/send-mail.ts'

interface MailSpec {
  /** Says what the mail is for; the same key is never queued twice. */
  readonly key: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
}

/** Queues a mail with the commit of the running command; answers its key, or null if it was queued before. */
export async function queueMail(tx: Tx, { key, to, subject, body }: MailSpec): Promise<string | null> {
  const [mail] = await tx.mailMessage.createManyAndReturn({
    data: [{ key, toAddress: to, subject, body }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (mail) await addJob(tx, sendMail, { mailId: mail.id })
  return mail?.id ?? null
}
