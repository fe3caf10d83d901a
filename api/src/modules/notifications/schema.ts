import { builder } from '../../kernel/graphql/builder.ts'
import { mutation } from '../../kernel/graphql/mutation.ts'
import { Viewer } from '../../kernel/graphql/viewer.ts'
import { enumeration } from '../../kernel/read/enumeration.ts'
import { model } from '../../kernel/read/model.ts'
import { query } from '../../kernel/read/query.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { value } from '../../kernel/read/value.ts'
import { allow, deny } from '../../kernel/verdict.ts'
import { markAllNotificationsRead } from './commands/mark-all-notifications-read.ts'
import { markNotificationRead } from './commands/mark-notification-read.ts'
import { chooseNotice } from './commands/choose-notice.ts'
import { deliveries, topics } from './inputs.ts'
import * as policy from './policy.ts'
import { developmentMailboxIsOpen } from './public.ts'
import { MOST_COUNTED, noticeSettings, unreadCount, type NoticeSetting } from './queries.ts'

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

const NoticeTopic = builder.enumType('NoticeTopic', {
  description: 'What notifications are about.',
  values: Object.fromEntries(Object.entries(topics).map(([name, description]) => [name, { description }])),
})
const NoticeDelivery = enumeration('NoticeDelivery', {
  description: 'When a person hears of something by mail.',
  values: deliveries,
})

model('NoticeChoice', {
  description: 'What a person has chosen for one topic. Seen by the person alone.',
  visibleTo: policy.choicesVisibleTo,
  scope: 'account:read',
  fields: (t) => ({
    id: t.id(),
    topic: t.column('topic', { description: 'The topic, a value of NoticeTopic.' }),
    delivery: t.column('delivery', { description: 'When the mail comes.' }),
  }),
})

const NoticeSettingRef = value<NoticeSetting>('NoticeSetting', {
  description: 'When a person hears of a topic by mail, and what could be chosen.',
  fields: {
    topic: { type: NoticeTopic, description: 'What it is about.' },
    delivery: { type: NoticeDelivery, description: 'What holds: the choice, or the default.' },
    byDefault: { type: NoticeDelivery, description: 'What holds without a choice.' },
    obligatory: { type: 'Boolean', description: 'Somebody waits for an answer: NEVER cannot be chosen.' },
  },
})

query.custom('noticeSettings', {
  description: 'For each topic, when the viewer hears of it by mail. Seen by the person alone.',
  access: 'signedIn',
  scope: 'account:read',
  type: [NoticeSettingRef],
  resolve: (_args, { viewer, sql }) => noticeSettings(sql, viewer.userId ?? ''),
})

mutation(chooseNotice, { payload: { noticeChoice: 'NoticeChoice' } })
