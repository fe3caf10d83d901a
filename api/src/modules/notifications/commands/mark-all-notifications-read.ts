import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { instant } from '../../../kernel/inputs.ts'
import * as policy from '../policy.ts'

export const markAllNotificationsRead = command({
  name: 'markAllNotificationsRead',
  description: 'A person marks all their own notifications as read, up to the last one they have seen.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({
    until: instant()
      .optional()
      .describe(
        '`createdAt` of the newest one on the screen: what arrived since stays unread. Without it: all.',
      ),
  }),
  subject: (_tx, _input, { userId }) => (userId ? { userId } : null),
  may: policy.read,
  async run({ tx, subject, input, now }) {
    const { count } = await tx.notification.updateMany({
      where: { userId: subject.userId, readAt: null, createdAt: { lte: input.until ?? now } },
      data: { readAt: now },
    })
    return { count }
  },
  auditSubject: (_result, { userId }) => ({ type: 'User', id: userId }),
})
