import { addJob } from '../../kernel/jobs/task.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { Notified } from './events.ts'
import { sendMail } from './reactions.ts'

export interface NotificationSpec {
  /** The event that is told of: the same event tells a person only once per kind. */
  readonly eventId: string
  readonly userIds: readonly string[]
  /** Key of the portal's texts, e.g. `registry.facilityConfirmed`. */
  readonly kind: string
  /** The words to put into the text: names of bodies, days, numbers. */
  readonly params: Readonly<Record<string, string | number>>
  /** Path inside the portal. */
  readonly link: `/${string}`
}

/** Tells people of an event. Called by reactions, with their own arguments. */
export async function notify(
  { tx, emit, now }: { tx: Tx; emit: Emit; now: Date },
  { eventId, userIds, kind, params, link }: NotificationSpec,
): Promise<void> {
  const told = [...new Set(userIds)]
  if (told.length === 0) return
  await tx.notification.createMany({
    data: told.map((userId) => ({ userId, eventId, kind, params, link, createdAt: now })),
    skipDuplicates: true,
  })
  emit(Notified, { kind }, { audience: told.map((userId) => `user:${userId}` as const) })
}

export interface MailSpec {
  /** Says what the mail is for; the same key is never queued twice. */
  readonly key: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
}

const SIGNATURE = '\n--\n結（ゆい） 社会福祉法人の連携ポータル\nこのメールには返信できません。\n'

/** The text of a mail: paragraphs, and who it is from. */
export const letter = (...paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n${SIGNATURE}`

/** Queues a mail with the commit of the running command. */
export async function queueMail(tx: Tx, { key, to, subject, body }: MailSpec): Promise<void> {
  const [mail] = await tx.mailMessage.createManyAndReturn({
    data: [{ key, toAddress: to, subject, body }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (mail) await addJob(tx, sendMail, { mailId: mail.id })
}

let mailboxIsOpen = false

/** Lets everybody read the queued mails in the portal. Only where no mail server is set and nobody is real. */
export function openDevelopmentMailbox(): void {
  mailboxIsOpen = true
}

/** Whether this installation shows its mails instead of sending them. */
export const developmentMailboxIsOpen = (): boolean => mailboxIsOpen
