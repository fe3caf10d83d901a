import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import * as policy from '../policy.ts'

export const markNotificationRead = command({
  name: 'markNotificationRead',
  description: 'A person marks one of their own notifications as read; doing it again changes nothing.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({ notificationId: idOf('Notification').describe('The notification, one of the own.') }),
  subject: (tx, { notificationId }, viewer) =>
    tx.notification.findFirst({ where: { AND: [{ id: notificationId }, policy.visibleTo(viewer)] } }),
  may: policy.read,
  async run({ tx, subject, now }) {
    await tx.notification.updateMany({ where: { id: subject.id, readAt: null }, data: { readAt: now } })
    return { notificationId: subject.id }
  },
})
