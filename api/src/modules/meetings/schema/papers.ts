import { builder } from '../../../kernel/graphql/builder.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { meetingPapers, type MeetingPaper, type PaperReceipt } from '../queries/meeting-papers.ts'

const PaperNews = builder.enumType('PaperNews', {
  description: 'What is new about a paper since the notice.',
  values: {
    ADDED: { description: '通知のあとに加わりました: it was laid before the meeting after the notice.' },
    RENEWED: { description: '新しい版: it has got another version after the notice.' },
  },
})

const Receipt = value<PaperReceipt>('PaperReceipt', {
  description: 'Whether one line of the roll has opened a paper. Seen by the network’s officers.',
  fields: {
    voterId: { type: 'ID', description: 'Relay id of the MeetingVoter.' },
    name: { type: 'String', description: 'Its name on the record day.' },
    openedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When the version that lies there was first opened by its people; null if it was not.',
    },
    olderNumber: {
      type: 'Int',
      nullable: true,
      description: 'Number of the newest older version that its people opened; null if none.',
    },
  },
})

const Paper = value<MeetingPaper>('MeetingPaper', {
  description:
    'A paper as it lies before a meeting: the newest version, or the one that lay there when the meeting ended. Its bytes are at /api/documents/versions/<versionId>.',
  fields: {
    paperId: { type: 'ID', description: 'Relay id of the AgendaPaper.' },
    itemId: { type: 'ID', description: 'Relay id of the AgendaItem.' },
    documentId: { type: 'ID', description: 'Relay id of the Document.' },
    title: { type: 'String', description: 'What it is called.' },
    forMembers: { type: 'Boolean', description: 'Members may read it; before the notice not yet.' },
    deleted: { type: 'Boolean', description: 'Its files were deleted; shown to officers alone.' },
    versionId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the DocumentVersion; null while it has no file, which officers see alone.',
    },
    number: { type: 'Int', nullable: true, description: 'Number of the version; null without a file.' },
    fileName: { type: 'String', nullable: true, description: 'Name of the file; null without one.' },
    size: { type: 'Int', nullable: true, description: 'Bytes of the file; null without one.' },
    note: { type: 'String', nullable: true, description: 'What is new in the version; null if nobody said.' },
    arrivedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When the version came; null without a file.',
    },
    news: {
      type: PaperNews,
      nullable: true,
      description: 'What is new since the notice; null if nothing is, and before the notice.',
    },
    ownOpenedAt: {
      type: 'DateTime',
      nullable: true,
      description: 'When the asker’s own corporation, or the asker, first opened the version; null if not.',
    },
    unread: {
      type: 'Boolean',
      description:
        'The asker’s own corporation, or its office, is on the roll and has not opened the version.',
    },
    receipts: {
      type: [Receipt],
      nullable: true,
      description:
        'Who of the roll has opened it, in its order; empty before the notice. Seen by the network’s officers; null for everybody else.',
    },
  },
})

query.custom('meetingPapers', {
  access: 'signedIn',
  scope: 'meetings:read',
  description:
    'The papers of a meeting, in the order of its agenda. Seen by the network’s officers, and from the notice on by the people of its members, as far as a paper is for them and has a file; nothing for everybody else.',
  type: [Paper],
  args: (arg) => ({ meetingId: arg.id({ required: true, description: 'The meeting.' }) }),
  complexity: 50,
  resolve: ({ meetingId }, { viewer, sql }) => meetingPapers(sql, viewer, keyOf('Meeting', meetingId)),
})
