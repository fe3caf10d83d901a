import type { Translated } from '../../lib/texts.ts'
import type { notifications as japanese } from '../ja/notifications.ts'

export const notifications: Translated<typeof japanese> = {
  title: 'News',
  lead: 'What happened and concerns you.',
  latest: 'Latest news',
  seeAll: 'See all news',
  show: 'Show',
  all: 'All',
  unread: 'Unread only',
  isNew: 'New',
  markRead: 'Mark as read',
  markAllRead: 'Mark all as read',
  markedAll: (count) => `Marked ${count} as read.`,
  none: 'There is no news.',
  noneUnread: 'There is no unread news.',
  noneBody: 'When something happens in your corporation, facility or network, it appears here.',
  older: 'Older news',
  newest: 'Back to the newest',
  pages: 'Pages of news',
  shown: (shown, total) => `${shown} of ${total}`,
}
