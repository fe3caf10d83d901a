import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  meetingRoom,
  type MeetingRoom,
  type RoomItem,
  type RoomThreshold,
  type RoomVoter,
} from '../queries/meeting-room.ts'
import {
  RoomOutcome,
  SettledOutcome,
  ThresholdBase,
  ThresholdReach,
  ThresholdUnit,
  VoterStanding,
} from './enumerations.ts'

const Threshold = value<RoomThreshold>('RoomThreshold', {
  description: 'A threshold of the rulebook held against the figures of this moment.',
  fields: {
    clause: { type: 'String', description: 'Where it is written, e.g. 会則第14条1項.' },
    unit: { type: ThresholdUnit, description: 'What is counted.' },
    base: { type: ThresholdBase, description: 'Of what the share is taken.' },
    reach: { type: ThresholdReach, description: 'Whether the share has to be passed or only met.' },
    numerator: { type: 'Int', description: 'Of the share.' },
    denominator: { type: 'Int', description: 'Of the share.' },
    total: { type: 'Int', description: 'What the share is taken of.' },
    needed: { type: 'Int', description: 'The smallest number that reaches it.' },
    have: { type: 'Int', description: 'What there is.' },
    met: { type: 'Boolean', description: 'Whether it is reached.' },
    spare: { type: 'Int', description: 'How many more than needed; negative: how many are missing.' },
  },
})

const Item = value<RoomItem>('RoomItem', {
  description: 'A resolution on the agenda as the room sees it.',
  fields: {
    itemId: { type: 'ID', description: 'Relay id of the AgendaItem.' },
    entitled: {
      type: 'Int',
      description: 'Voters entitled to decide this item, without those excluded from it.',
    },
    present: {
      type: 'Int',
      description: 'Voters that count towards the quorum; before the opening, those that have promised to.',
    },
    quorumMet: { type: 'Boolean', description: 'Whether there is a quorum for this item.' },
    quorum: { type: [Threshold], description: 'What the quorum takes, threshold by threshold.' },
    majority: {
      type: [Threshold],
      nullable: true,
      description: 'What the majority takes; null while the ballots are hidden.',
    },
    takingPart: { type: 'Int', description: 'Voters whose vote counts.' },
    voted: { type: 'Int', description: 'How many of them have voted.' },
    votedIds: { type: ['ID'], description: 'Relay ids of the voters that have voted.' },
    missingIds: { type: ['ID'], description: 'Relay ids of the voters that can still vote and have not.' },
    decisiveIds: {
      type: ['ID'],
      nullable: true,
      description: 'Those of them who could still change the outcome; null while the ballots are hidden.',
    },
    settled: {
      type: SettledOutcome,
      nullable: true,
      description:
        'What it will come to whatever is missing; null while that is open or the ballots are hidden.',
    },
    inFavour: {
      type: 'Int',
      nullable: true,
      description: 'Voters in favour; null while the ballots are hidden.',
    },
    against: {
      type: 'Int',
      nullable: true,
      description: 'Voters against; null while the ballots are hidden.',
    },
    abstaining: {
      type: 'Int',
      nullable: true,
      description: 'Voters that abstain; null while the ballots are hidden.',
    },
    tie: {
      type: 'Boolean',
      nullable: true,
      description: 'As many for as against, for the chair to settle; null while the ballots are hidden.',
    },
    rule: {
      type: 'String',
      description: 'The kind of resolution as the rulebook calls it, e.g. 通常の議決.',
    },
    clause: { type: 'String', description: 'Where that kind of resolution is written, e.g. 会則第15条.' },
    presentIds: { type: ['ID'], description: 'Relay ids of the voters that count towards the quorum.' },
    forIds: {
      type: ['ID'],
      nullable: true,
      description: 'Relay ids of the voters that voted in favour; null while the ballots are hidden.',
    },
    againstIds: {
      type: ['ID'],
      nullable: true,
      description: 'Relay ids of the voters that voted against; null while the ballots are hidden.',
    },
    abstainingIds: {
      type: ['ID'],
      nullable: true,
      description: 'Relay ids of the voters that abstained; null while the ballots are hidden.',
    },
    outcome: {
      type: RoomOutcome,
      nullable: true,
      description: 'What was decided, by the figures of that moment; null while it is not.',
    },
  },
})

const Voter = value<RoomVoter>('RoomVoter', {
  description: 'A line of the roll as the room sees it.',
  fields: {
    voterId: { type: 'ID', description: 'Relay id of the MeetingVoter.' },
    corporationId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the corporation; null for the holder of an office.',
    },
    position: { type: 'Int', description: 'Place on the roll.' },
    name: { type: 'String', description: 'Name on the record day.' },
    votes: { type: 'Int', description: 'Votes it carries; 0 = it takes part without a vote.' },
    suspended: { type: 'Boolean', description: 'Its membership rests; it has no vote.' },
    standing: { type: VoterStanding, description: 'How it takes part right now.' },
    answer: {
      type: 'AttendanceAnswer' as never,
      nullable: true,
      description: 'What it answered to the notice; null if nothing.',
    },
    proxyHolderId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the voter that holds its proxy; null = the chair.',
    },
    since: { type: 'DateTime', nullable: true, description: 'Since when it is there, or when it left.' },
    mine: { type: 'Boolean', description: 'The asker speaks for it.' },
    mineByProxy: { type: 'Boolean', description: 'The asker speaks for the holder of its proxy.' },
  },
})

const Room = value<MeetingRoom>('MeetingRoom', {
  description: 'A called meeting as the room sees it at one moment.',
  fields: {
    meetingId: { type: 'ID', description: 'Relay id of the Meeting.' },
    readAt: { type: 'DateTime', description: 'The moment of these figures.' },
    ballotsHidden: {
      type: 'Boolean',
      description: 'Who voted how is shown only after the close, by the rulebook.',
    },
    viewerRuns: { type: 'Boolean', description: 'The asker runs the meeting.' },
    chairVoterId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the voter that chairs; null before the opening or with a chair from outside.',
    },
    answers: {
      type: ['AttendanceAnswer'] as never,
      description: 'What can be answered to the notice by the rulebook.',
    },
    ballotsClause: {
      type: 'String',
      description: 'Where it is written whether ballots are hidden until the close, e.g. 会則第15条4項.',
    },
    conflictClause: {
      type: 'String',
      description: 'Where it is written what a special interest means, e.g. 会則第16条.',
    },
    excludesConflicts: {
      type: 'Boolean',
      description: 'Whoever has a special interest in an item takes no part in it.',
    },
    voters: { type: [Voter], description: 'The roll, in its order.' },
    items: { type: [Item], description: 'The resolutions, in the order of the agenda.' },
  },
})

query.custom('meetingRoom', {
  access: 'signedIn',
  scope: 'meetings:read',
  description:
    'The room of a called meeting: quorum, presence and votes of this moment, computed by the rulebook of its day. Null for who does not see the meeting, and for a draft.',
  type: Room,
  nullable: true,
  args: (arg) => ({ meetingId: arg.id({ required: true, description: 'The meeting.' }) }),
  complexity: 50,
  resolve: ({ meetingId }, { viewer, now, sql }) => {
    const key = keyOf('Meeting', meetingId)
    return meetingRoom(sql, viewer, key, now)
  },
})
