import { builder } from '../../kernel/graphql/builder.ts'
import { mutation } from '../../kernel/graphql/mutation.ts'
import { Viewer } from '../../kernel/graphql/viewer.ts'
import { model } from '../../kernel/read/model.ts'
import { query } from '../../kernel/read/query.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { allow, deny } from '../../kernel/verdict.ts'
import { markAllNotificationsRead } from './commands/mark-all-notifications-read.ts'
import { markNotificationRead } from './commands/mark-notification-read.ts'
import * as policy from './policy.ts'
import { developmentMailboxIsOpen } from './public.ts'
import { MOST_COUNTED, unreadCount } from './queries.ts'

model('Notification', {
  description:
    'Something that happened and concerns the viewer. Seen by the person it tells and by nobody else.',
  visibleTo: policy.visibleTo,
  scope: 'notifications:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', {
      description: 'What happened, as a key of the portal’s texts, e.g. registry.facilityConfirmed.',
    }),
    params: t.column('params', {
      description: 'The words to put into the text: an object of texts and numbers.',
    }),
    link: t.column('link', { description: 'Path inside the portal where more can be seen.' }),
    createdAt: t.column('createdAt', { description: 'When the person was told.' }),
    readAt: t.column('readAt', { description: 'When the person marked it as read; null = unread.' }),
  }),
})

model('MailMessage', {
  description:
    'A mail that waits in the development mailbox. Seen by everybody there, and by nobody where mails are sent.',
  visibleTo: () => (developmentMailboxIsOpen() ? {} : { id: { in: [] } }),
  scope: 'mailbox:read',
  fields: (t) => ({
    id: t.id(),
    to: t.column('toAddress', { description: 'Address of the receiver.' }),
    subject: t.column('subject', { description: 'Its subject line, as it would be sent.' }),
    body: t.column('body', { description: 'Its text, as it would be sent.' }),
    createdAt: t.column('createdAt', { description: 'When it was queued.' }),
  }),
})

query.list('developmentMailbox', {
  model: 'MailMessage',
  description:
    'Mails of this installation, the newest first, where they are shown instead of sent; else MAILBOX_CLOSED.',
  access: () => (developmentMailboxIsOpen() ? allow : deny('MAILBOX_CLOSED')),
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

query.list('notifications', {
  model: 'Notification',
  description: 'The viewer’s own notifications, the newest first.',
  access: 'signedIn',
  args: (arg) => ({
    unread: arg.boolean({ description: 'True = only those not marked as read.' }),
  }),
  where: ({ unread }) => (unread ? { readAt: null } : {}),
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

builder.objectField(Viewer, 'unreadNotifications', (t) =>
  t.int({
    description: `How many of the own notifications are unread; ${MOST_COUNTED} means that many or more. 0 for guests.`,
    complexity: 10,
    resolve: ({ userId }, _args, { readPool }) => (userId ? unreadCount(sqlFor(readPool), userId) : 0),
  }),
)

mutation(markNotificationRead, { payload: { notification: 'Notification' } })
mutation(markAllNotificationsRead, {
  payload: { count: { type: 'Int', description: 'How many were unread until now.' } },
})
