import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { noticeLetter } from './digest.ts'
import { Notified } from './events.ts'
import { mailedKind } from './kinds.ts'
import { queueMail } from './mails.ts'
import { deliveryOf } from './rules/topics.ts'

export { settingsLine } from './digest.ts'
export { mailedAs } from './kinds.ts'
export { letter } from './letter.ts'
export { queueMail } from './mails.ts'

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
  /** Key of the record, by which `stillOpen` of its kind knows it. */
  readonly subject?: string
}

/** Tells people of an event. Called by reactions, with their own arguments. Answers who wants a mail of it at once. */
export async function notify(
  { tx, emit, now }: { tx: Tx; emit: Emit; now: Date },
  { eventId, userIds, kind, params, link, subject }: NotificationSpec,
): Promise<{ atOnce: ReadonlySet<string> }> {
  const told = [...new Set(userIds)]
  if (told.length === 0) return { atOnce: new Set() }
  const atOnce = new Set<string>()
  const daily = new Set<string>()
  const mailed = mailedKind(kind)
  if (mailed) {
    const choices = await tx.noticeChoice.findMany({ where: { userId: { in: told }, topic: mailed.topic } })
    const chosen = new Map(choices.map(({ userId, delivery }) => [userId, delivery]))
    for (const userId of told) {
      const delivery = deliveryOf(mailed.topic, chosen.get(userId))
      if (delivery === 'AT_ONCE') atOnce.add(userId)
      if (delivery === 'DAILY') daily.add(userId)
    }
  }
  const written = await tx.notification.createManyAndReturn({
    data: told.map((userId) => ({
      userId,
      eventId,
      kind,
      params,
      link,
      subject: subject ?? null,
      createdAt: now,
      mailing: daily.has(userId) ? ('WAITING' as const) : null,
    })),
    skipDuplicates: true,
    select: { id: true, userId: true, kind: true, params: true, link: true, subject: true, readAt: true },
  })
  emit(Notified, { kind }, { audience: told.map((userId) => `user:${userId}` as const) })
  const letters = mailed?.ownLetter ? [] : written.filter(({ userId }) => atOnce.has(userId))
  if (letters.length > 0) {
    const people = await tx.user.findMany({
      where: { id: { in: letters.map(({ userId }) => userId) } },
      select: { id: true, name: true, email: true },
    })
    const byId = new Map(people.map((person) => [person.id, person]))
    for (const notice of letters) {
      const person = byId.get(notice.userId)
      if (!person) continue
      const mail = {
        key: `notices.one:${notice.id}`,
        to: person.email,
        ...noticeLetter(person.name, [notice]),
      }
      await putInto(tx, await queueMail(tx, mail), [notice.id])
    }
  }
  return { atOnce }
}

/** Notes that notifications were told by a mail, so that it is not sent once nothing is left to do. */
async function putInto(tx: Tx, mailId: string | null, ids: readonly string[]): Promise<void> {
  if (mailId)
    await tx.notification.updateMany({ where: { id: { in: [...ids] } }, data: { mailing: 'MAILED', mailId } })
}

/** The same for a module's own letter about one event to one person. */
export async function toldByLetter(
  tx: Tx,
  mailId: string | null,
  { eventId, kind, userId }: { eventId: string; kind: string; userId: string },
): Promise<void> {
  if (mailId)
    await tx.notification.updateMany({
      where: { eventId, kind, userId },
      data: { mailing: 'MAILED', mailId },
    })
}

/** Marks what was told of a record as read: by the person who did it, or by everybody when it is over. */
export async function settleNotices(
  tx: Tx,
  {
    kinds,
    subject,
    userId,
    now,
  }: { kinds: readonly string[]; subject: string | readonly string[]; userId?: string; now: Date },
): Promise<void> {
  await tx.notification.updateMany({
    where: {
      subject: { in: [subject].flat() },
      kind: { in: [...kinds] },
      readAt: null,
      ...(userId ? { userId } : {}),
    },
    data: { readAt: now },
  })
}

let mailboxIsOpen = false

/** Lets everybody read the queued mails in the portal. Only where no mail server is set and nobody is real. */
export function openDevelopmentMailbox(): void {
  mailboxIsOpen = true
}

/** Whether this installation shows its mails instead of sending them. */
export const developmentMailboxIsOpen = (): boolean => mailboxIsOpen
