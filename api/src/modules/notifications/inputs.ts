import { enumOf } from '../../kernel/inputs.ts'

export const topics = {
  MUST_READ: 'Announcements that ask to be acknowledged.',
  ANNOUNCEMENTS: 'Other announcements of the networks.',
  DOCUMENTS: 'New documents on the networks’ shelves, and new versions.',
  FACTS: 'Requests to confirm facts.',
  NETWORK: 'What happens in the networks: facts confirmed, mergers.',
  SEARCHES: 'New facilities that match a kept search.',
  PEOPLE: 'Invitations, roles and hand-overs.',
} as const
export const noticeTopic = enumOf('NoticeTopic', 'What notifications are about.', topics)

export const deliveries = {
  AT_ONCE: 'By a mail of its own, as soon as it happens.',
  DAILY: 'In the mail of the next morning, if it is still undone.',
  NEVER: 'In the portal alone.',
} as const
export const noticeDelivery = enumOf(
  'NoticeDelivery',
  'When a person hears of something by mail.',
  deliveries,
)
