import { dayInJapan } from '../../../kernel/clock.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  meetingRules,
  type CommitteeForMeetings,
  type MeetingRules,
  type OrganForMeetings,
  type ResolutionKind,
} from '../queries/meeting-rules.ts'
import { noticePreview, type NoticePreview } from '../queries/notice-preview.ts'

const Kind = value<ResolutionKind>('ResolutionKind', {
  description: 'A kind of resolution that an organ can be asked for.',
  fields: {
    code: { type: 'String', description: 'Code in the rulebook, e.g. ORDINARY.' },
    name: { type: 'String', description: 'As the members call it, e.g. 通常の議決.' },
    clause: { type: 'String', description: 'Where it is written, e.g. 会則第15条.' },
  },
})

const Organ = value<OrganForMeetings>('OrganForMeetings', {
  description: 'An organ as far as its meetings are planned.',
  fields: {
    organ: { type: 'OrganKind' as never, description: 'Which organ.' },
    name: { type: 'String', description: 'As the members call it, e.g. 総会.' },
    inWriting: { type: 'Boolean', description: 'It may decide in writing (書面議決).' },
    byOmission: {
      type: 'Boolean',
      description: 'It may decide without a meeting by the consent of all (みなし決議).',
    },
    noticeDays: { type: 'Int', description: 'Full days between the notice and the meeting.' },
    noticeClause: { type: 'String', description: 'Where that is written, e.g. 会則第12条.' },
    resolutions: { type: [Kind], description: 'What it can be asked for.' },
  },
})

const Committee = value<CommitteeForMeetings>('CommitteeForMeetings', {
  description: 'A committee of a network that can meet.',
  fields: {
    committeeId: { type: 'ID', description: 'Relay id of the Committee.' },
    name: { type: 'String', description: 'As the members call it.' },
  },
})

const Rules = value<MeetingRules>('MeetingRules', {
  description: 'By what rules a network can meet on a day.',
  fields: {
    viewerRuns: { type: 'Boolean', description: 'The asker prepares and runs its meetings.' },
    rulebook: {
      type: 'String',
      nullable: true,
      description:
        'What the rulebook in force is called, e.g. 会則; null if none is: nothing can be called then.',
    },
    organs: { type: [Organ], description: 'The organs of the rulebook; empty if none is in force.' },
    committees: { type: [Committee], description: 'The committees there are on the day.' },
  },
})

query.custom('meetingRules', {
  access: 'signedIn',
  scope: 'meetings:read',
  description: 'By what rules a network can meet. Null for who does not see the network.',
  type: Rules,
  nullable: true,
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    on: arg({ type: 'Date', description: 'The day of the meeting; today if left out.' }),
  }),
  complexity: 10,
  resolve: ({ platformId, on }, { viewer, now, sql }) =>
    meetingRules(sql, viewer, keyOf('Platform', platformId), dayInJapan(on ?? now)),
})

const Preview = value<NoticePreview>('NoticePreview', {
  description: 'What sending the notice of a draft now would mean.',
  fields: {
    voters: { type: 'Int', description: 'How many have a vote on the record day and get the notice.' },
    recordOn: { type: 'Date', description: 'Day that decides who has a vote.' },
    lastDay: {
      type: 'Date',
      nullable: true,
      description: 'Last day on which the notice is in time; null in writing, where none is asked for.',
    },
    daysShort: { type: 'Int', description: 'Full days that are missing today; 0 = in time.' },
    needsConsent: { type: 'Boolean', description: 'It is late, and stands only if every voter consents.' },
    tooLate: { type: 'Boolean', description: 'It is late, and the rulebook knows no consent to that.' },
    clause: { type: 'String', description: 'Where it is written, e.g. 会則第12条.' },
  },
})

query.custom('noticePreview', {
  access: 'signedIn',
  scope: 'meetings:read',
  description:
    'Whether a notice sent now is in time and to how many it goes, for whoever prepares the meeting; null for others, and while no rulebook is in force.',
  type: Preview,
  nullable: true,
  args: (arg) => ({ meetingId: arg.id({ required: true, description: 'The meeting, still a draft.' }) }),
  complexity: 10,
  resolve: ({ meetingId }, { viewer, now, sql }) =>
    noticePreview(sql, viewer, keyOf('Meeting', meetingId), now),
})
