import type { Prisma } from '../../../generated/prisma/client.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { registerTodoSource } from '../../../kernel/todos.ts'
import { acknowledgeAnnouncement } from '../commands/acknowledge-announcement.ts'
import { editAnnouncement } from '../commands/edit-announcement.ts'
import { openAnnouncement } from '../commands/open-announcement.ts'
import { publishAnnouncement } from '../commands/publish-announcement.ts'
import { withdrawAnnouncement } from '../commands/withdraw-announcement.ts'
import { announcementTopics } from '../inputs.ts'
import * as policy from '../policy/announcements.ts'
import { announcementReaders, type AnnouncementReader } from '../queries/announcement-readers.ts'
import { announcementStateOf } from '../rules/announcements.ts'
import { announcementsToRead } from '../todos.ts'

const AnnouncementTopic = enumeration('AnnouncementTopic', {
  description: 'What an announcement is about.',
  values: announcementTopics,
})
const AnnouncementState = builder.enumType('AnnouncementState', {
  description: 'How an announcement stands.',
  values: {
    PLANNED: { description: 'It comes out later; only officers see it.' },
    PUBLISHED: { description: 'It has reached its readers.' },
    WITHDRAWN: { description: 'It was taken back.' },
  },
})

const seenBy =
  'Seen by the network’s officers and, once it is out, by the people of the members it goes to; what goes to a committee, of the officers by secretariat and auditors alone.'

model('Announcement', {
  description: `What the secretariat tells the members of its network. ${seenBy}`,
  visibleTo: policy.announcementsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    topic: t.column('topic', { description: 'What it is about.' }),
    title: t.column('title', { description: 'Its title.' }),
    body: t.column('body', { description: 'Plain text; an empty line parts paragraphs.' }),
    chosen: t.column('chosen', { description: 'Whether it goes to chosen members instead of all.' }),
    committee: t.one('committee', {
      description: 'The committee whose members alone it goes to; null if it does not.',
    }),
    mustAcknowledge: t.column('mustAcknowledge', {
      description: 'Whether readers are asked to say that they have read it.',
    }),
    publishAt: t.column('publishAt', { description: 'When it comes out, or came out.' }),
    state: t.computed({
      needs: ['publishedAt', 'withdrawnAt'],
      type: AnnouncementState,
      description: 'How it stands.',
      resolve: (row) => announcementStateOf(row),
    }),
    withdrawnAt: t.column('withdrawnAt', { description: 'When it was taken back; null if it was not.' }),
    withdrawalReason: t.column('withdrawalReason', { description: 'Why it was taken back.' }),
    writtenBy: t.one('writtenBy', {
      description: 'Who wrote it; null unless the asker may know the person.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    documents: t.many('documents', {
      description: 'Documents that go with it.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    recipients: t.many('recipients', {
      description: 'The chosen members; seen by officers.',
      orderBy: [{ id: 'asc' }],
    }),
    ownReadings: t.many('readings', {
      description: 'The asker’s own reading, if any.',
      where: (_args, { userId }) => (userId ? { userId } : { id: { in: [] } }),
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it while it is still to come out.',
        needs: ['platformId', 'publishedAt', 'withdrawnAt'],
        policy: policy.edit,
      },
      withdraw: {
        description: 'Take it back.',
        needs: ['platformId', 'withdrawnAt'],
        policy: policy.withdraw,
      },
      acknowledge: {
        description: 'Say that one has read it.',
        needs: ['mustAcknowledge', 'publishedAt', 'withdrawnAt'],
        policy: policy.acknowledge,
      },
    }),
  }),
})

model('AnnouncementRecipient', {
  description: 'A member that an announcement to chosen members goes to. Seen by the network’s officers.',
  visibleTo: policy.recipientsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    corporation: t.one('corporation', { description: 'The member.' }),
  }),
})

model('AnnouncementDocument', {
  description: 'A document that goes with an announcement. Seen with the announcement.',
  visibleTo: policy.attachmentsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    document: t.one('document', { description: 'The document; null once it is deleted.' }),
  }),
})

model('AnnouncementReading', {
  description: 'A person has read an announcement. Seen by the network’s officers; one’s own by oneself.',
  visibleTo: policy.readingsVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    openedAt: t.column('openedAt', { description: 'When it was first opened.' }),
    acknowledgedAt: t.column('acknowledgedAt', {
      description: 'When the person said 「読みました」; null if not.',
    }),
  }),
})

query.one('announcement', {
  model: 'Announcement',
  access: 'signedIn',
  description: 'One announcement by its id.',
})

query.list('announcements', {
  model: 'Announcement',
  access: 'signedIn',
  description: 'Announcements of a network, the newest first.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    topic: arg({ type: AnnouncementTopic, description: 'Only about this.' }),
    unread: arg.boolean({ description: 'Only those the asker has not opened.' }),
  }),
  where({ platformId, topic, unread }, { userId }): Prisma.AnnouncementWhereInput {
    const network = readGlobalId(platformId)
    if (network?.model !== 'Platform') return { id: { in: [] } }
    return {
      platformId: network.key,
      ...(topic ? { topic } : {}),
      ...(unread && userId ? { withdrawnAt: null, readings: { none: { userId } } } : {}),
    }
  },
  orderBy: [{ publishAt: 'desc' }, { id: 'desc' }],
})

const ReaderRef = value<AnnouncementReader>('AnnouncementReader', {
  description: 'Whether one member has read an announcement.',
  fields: {
    corporationId: { type: 'ID', description: 'Relay id of the corporation.' },
    name: { type: 'String', description: 'Name of the corporation.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    openedAt: { type: 'DateTime', nullable: true, description: 'When somebody of it first opened it.' },
    acknowledgedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody of it first said 「読みました」.',
    },
    acknowledgedFor: {
      type: 'String',
      nullable: true,
      description: 'Name of the body for which it was said.',
    },
  },
})

query.custom('announcementReaders', {
  description:
    'The members of today that an announcement goes to, first those that have not read it, at most 1,000. Empty for everybody but the network’s officers.',
  access: 'signedIn',
  scope: 'bulletin:read',
  type: [ReaderRef],
  args: (arg) => ({ announcementId: arg.id({ required: true, description: 'The announcement.' }) }),
  complexity: 50,
  resolve({ announcementId }, { viewer, sql }) {
    const found = readGlobalId(announcementId)
    return found?.model === 'Announcement' ? announcementReaders(sql, viewer, found.key) : []
  },
})

mutation(publishAnnouncement, { payload: { announcement: 'Announcement', platform: 'Platform' } })
mutation(editAnnouncement, { payload: { announcement: 'Announcement', platform: 'Platform' } })
mutation(withdrawAnnouncement, { payload: { announcement: 'Announcement' } })
mutation(openAnnouncement, { payload: { announcement: 'Announcement' } })
mutation(acknowledgeAnnouncement, { payload: { announcement: 'Announcement' } })
registerTodoSource(announcementsToRead)
