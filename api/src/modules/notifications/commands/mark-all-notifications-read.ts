import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import * as policy from '../policy.ts'

export const markAllNotificationsRead = command({
  name: 'markAllNotificationsRead',
  description: 'A person marks all their own notifications as read.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({}),
  subject: (_tx, _input, { userId }) => (userId ? { userId } : null),
  may: policy.read,
  async run({ tx, subject, now }) {
    const { count } = await tx.notification.updateMany({
      where: { userId: subject.userId, readAt: null },
      data: { readAt: now },
    })
    return { count }
  },
  auditSubject: (_result, { userId }) => ({ type: 'User', id: userId }),
})
