import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { globalId } from '../../../kernel/ids.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { allow, deny } from '../../../kernel/verdict.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { draftMinutes } from '../commands/draft-minutes.ts'
import { editMinutes } from '../commands/edit-minutes.ts'
import { putMinutesToSigners } from '../commands/put-minutes-to-signers.ts'
import { signMinutes } from '../commands/sign-minutes.ts'
import { takeMinutesBack } from '../commands/take-minutes-back.ts'
import { runMeeting, spokenForBy } from '../policy/meetings.ts'
import * as policy from '../policy/minutes.ts'
import type {
  Attendance,
  DecisionFact,
  ItemFact,
  MinutesFacts,
  Move,
  ThresholdFact,
} from '../rules/minutes-facts.ts'
import { DecisionOutcome } from './decisions.ts'
import { ThresholdBase, ThresholdReach, ThresholdUnit } from './enumerations.ts'

const seenBy =
  'Seen by whoever sees the meeting once all have signed; before that by the network’s officers and those who have to sign.'

enumeration('MinutesState', {
  description: 'How far minutes are.',
  values: {
    DRAFT: 'Being written; seen by the network’s officers alone.',
    SIGNING: 'Before those who sign them; nothing changes unless they are taken back.',
    LOCKED: 'Signed by all and unchangeable.',
  },
})

enumeration('SignerRole', {
  description: 'As what somebody signs minutes.',
  values: {
    CHAIR: '議長: who chaired the meeting.',
    SIGNER: '議事録署名人: who was there and vouches for them.',
  },
})

const AttendanceCount = value<Attendance>('MinutesAttendance', {
  description: 'How many voters were there at the opening, and in which way.',
  fields: {
    onSite: { type: 'Int', description: '会場: in the room.' },
    online: { type: 'Int', description: 'オンライン: online.' },
    proxy: { type: 'Int', description: '委任状: through somebody else.' },
    written: { type: 'Int', description: '書面: by a vote in writing.' },
    absent: { type: 'Int', description: '欠席: not there at all.' },
    total: { type: 'Int', description: 'All who had a vote.' },
  },
})

const Threshold = value<ThresholdFact>('MinutesThreshold', {
  description: 'What the rules asked for, and what there was.',
  fields: {
    unit: { type: ThresholdUnit, description: 'What is counted.' },
    base: { type: ThresholdBase, description: 'What the share is taken of.' },
    numerator: { type: 'Int', description: 'The share: the 2 of 2/3.' },
    denominator: { type: 'Int', description: 'The share: the 3 of 2/3.' },
    reach: { type: ThresholdReach, description: 'Whether the share itself is enough.' },
    clause: { type: 'String', description: 'Clause of the rulebook.' },
    needed: { type: 'Int', description: 'What was needed.' },
    have: { type: 'Int', description: 'What there was.' },
  },
})

const MoveType = value<Move>('MinutesMove', {
  description: 'Somebody came or left after the opening.',
  fields: {
    at: { type: 'DateTime', description: 'When it came or left.' },
    name: { type: 'String', description: 'Which voter.' },
    presence: { type: 'Presence' as never, description: 'How it was there from then on.' },
  },
})

const DecisionInMinutes = value<DecisionFact>('MinutesDecision', {
  description: 'A vote as the minutes tell it, in the unit of its majority.',
  fields: {
    label: { type: 'String', description: 'Number in the register, e.g. 令和8年-総会-07.' },
    outcome: { type: DecisionOutcome, description: 'What came of it.' },
    resolutionName: { type: 'String', description: 'What the rules call the kind of resolution.' },
    present: { type: 'Int', description: 'Those who counted towards the quorum.' },
    entitled: { type: 'Int', description: 'Those who could decide it.' },
    inFavour: { type: 'Int', description: '賛成: in favour.' },
    against: { type: 'Int', description: '反対: against.' },
    abstaining: { type: 'Int', description: '棄権: abstaining.' },
    silent: { type: 'Int', description: 'There, but without a ballot.' },
    quorum: { type: [Threshold], description: 'The quorum.' },
    majority: { type: [Threshold], description: 'The majority.' },
    conflictClause: { type: 'String', nullable: true, description: 'Clause by which somebody was excluded.' },
    chairDecision: {
      type: 'BallotChoice' as never,
      nullable: true,
      description: 'How the chair settled a tie.',
    },
    effectiveOn: { type: 'Date', description: 'First day on which it has effect.' },
  },
})

const Exclusion = value<ItemFact['exclusions'][number]>('MinutesExclusion', {
  description: 'Somebody took no part in an item.',
  fields: {
    name: { type: 'String', description: 'Which voter.' },
    reason: { type: 'String', description: 'What its interest was.' },
  },
})

const Question = value<ItemFact['questions'][number]>('MinutesQuestion', {
  description: 'A question asked about an item beforehand.',
  fields: {
    asker: { type: 'String', description: 'Who asked.' },
    text: { type: 'String', description: 'The question.' },
    answer: { type: 'String', nullable: true, description: 'The answer; null if there was none.' },
  },
})

const ItemInMinutes = value<ItemFact>('MinutesItem', {
  description: 'An item of the agenda, and what happened.',
  fields: {
    itemId: { type: 'ID', description: 'Relay id of the AgendaItem.' },
    kind: { type: 'AgendaKind' as never, description: 'A resolution or a report.' },
    number: { type: 'Int', description: 'The 3 of 議案第3号.' },
    title: { type: 'String', description: 'What it is about.' },
    presenter: { type: 'String', description: 'Who explained it; empty if nobody is named.' },
    state: { type: 'AgendaState' as never, description: 'How far it is.' },
    decision: { type: DecisionInMinutes, nullable: true, description: 'The vote; null if there was none.' },
    exclusions: { type: [Exclusion], description: 'Who took no part in it.' },
    questions: { type: [Question], description: 'What was asked beforehand.' },
    moves: { type: [MoveType], description: 'Who came or left since the item before.' },
  },
})

const RulebookInMinutes = value<NonNullable<MinutesFacts['rulebook']>>('MinutesRulebook', {
  description: 'The version of the rulebook that was applied.',
  fields: {
    name: { type: 'String', description: 'What the members call it, e.g. 会則.' },
    number: { type: 'Int', description: 'The 4 of 第4版.' },
    effectiveOn: { type: 'Date', nullable: true, description: 'Since when it is in force.' },
  },
})

const RollInMinutes = value<MinutesFacts['roll']>('MinutesRoll', {
  description: 'Who had a vote.',
  fields: {
    voters: { type: 'Int', description: 'Number of voters.' },
    votes: { type: 'Int', description: 'Number of votes they carry together.' },
  },
})

const Facts = value<MinutesFacts>('MinutesFacts', {
  description:
    'What happened, as the portal knows it: filled in with every saving of the draft and fixed when the minutes are put before their signers.',
  fields: {
    platform: { type: 'String', description: 'Name of the network.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    organ: { type: 'OrganKind' as never, description: 'Organ that met.' },
    organName: { type: 'String', description: 'What its rules call it.' },
    title: { type: 'String', description: 'What the meeting was called.' },
    label: { type: 'String', description: 'Number of the minutes, e.g. 令和8年-総会-第2回.' },
    form: { type: 'MeetingForm' as never, description: 'How the organ decided.' },
    openedAt: { type: 'DateTime', description: 'When it was opened.' },
    closedAt: { type: 'DateTime', nullable: true, description: 'When it was closed; null while it goes on.' },
    place: { type: 'String', description: 'Where it was; empty if online or in writing only.' },
    online: { type: 'Boolean', description: 'Whether one could take part online.' },
    chair: { type: 'String', description: 'Who chaired; empty if nobody.' },
    noticeSentAt: { type: 'DateTime', nullable: true, description: 'When the notice went out.' },
    lateNoticeReason: { type: 'String', nullable: true, description: 'Why a late notice stood.' },
    rulebook: { type: RulebookInMinutes, nullable: true, description: 'The rules that were applied.' },
    members: { type: 'Boolean', description: 'Whether voters are corporations; else holders of an office.' },
    roll: { type: RollInMinutes, description: 'Who had a vote.' },
    attendance: { type: AttendanceCount, description: 'Who was there at the opening.' },
    quorum: { type: [Threshold], description: 'The quorum at the opening.' },
    items: { type: [ItemInMinutes], description: 'The items, in the order of the agenda.' },
  },
})

/** Whether the minutes’ meeting is of the network the viewer acts for. */
const ofOwnNetwork = {
  name: 'ofOwnNetwork',
  through: 'meeting',
  relation: 'voters',
  where: (viewer: Viewer) =>
    viewer.acting?.platformId
      ? { meeting: { is: { platformId: viewer.acting.platformId } } }
      : { id: { in: [] } },
} as const

const runsIt = (viewer: Viewer, isOwn: boolean) =>
  runMeeting(viewer, { platformId: isOwn ? (viewer.acting?.platformId ?? '') : '' })

model('Minutes', {
  description: `The minutes (議事録) of a meeting: what the portal knows of it, what is written of each item, and who signs. ${seenBy}`,
  visibleTo: policy.minutesVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    meeting: t.one('meeting', { description: 'The meeting.' }),
    state: t.column('state', { description: 'How far they are.' }),
    opening: t.column('opening', { description: 'What is said of the opening.' }),
    closing: t.column('closing', { description: 'What is said at the end.' }),
    facts: t.computed({
      needs: ['facts'],
      type: Facts,
      description: 'What happened, as the portal knows it.',
      resolve: ({ facts }) => withGlobalIds(facts as unknown as MinutesFacts),
    }),
    entries: t.many('entries', {
      description: 'What is said of each item.',
      orderBy: [{ item: { position: 'asc' } }, { id: 'asc' }],
    }),
    signers: t.many('signers', {
      description:
        'Who has to sign: the chair, then the two signers; empty for a draft that was never put before any.',
      orderBy: [{ role: 'asc' }, { voter: { position: 'asc' } }, { id: 'asc' }],
    }),
    contentHash: t.computed({
      needs: ['contentHash'],
      type: 'String',
      nullable: true,
      description: 'SHA-256 of what is signed, in hexadecimal; null for a draft.',
      resolve: ({ contentHash }) => contentHash && Buffer.from(contentHash).toString('hex'),
    }),
    lockedAt: t.column('lockedAt', { description: 'When the last one signed; null before.' }),
    file: t.one('file', {
      description: 'Their paper on the network’s shelf; null until it is filed, shortly after the lock.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      edit: {
        description: 'Write them, put them before their signers, take them back.',
        needs: [],
        related: ofOwnNetwork,
        policy: (viewer, _minutes, isOwn) => runsIt(viewer, isOwn),
      },
    }),
  }),
})

model('MinutesFile', {
  description: `The paper of locked minutes, as it was filed: the bytes at /api/minutes/<id of the minutes>.pdf. ${seenBy}`,
  visibleTo: policy.filesVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    document: t.one('document', {
      description: 'Its place on the shelf; null for whoever does not see the shelf, or once it is deleted.',
    }),
    sha256: t.computed({
      needs: ['contentHash'],
      type: 'String',
      description: 'SHA-256 of its bytes, in hexadecimal digits.',
      resolve: ({ contentHash }) => Buffer.from(contentHash).toString('hex'),
    }),
    filedAt: t.column('filedAt', { description: 'When it was filed.' }),
  }),
})

model('MinutesEntry', {
  description: `What the minutes say of one item. ${seenBy}`,
  visibleTo: policy.entriesVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'The item of the agenda.' }),
    text: t.column('text', { description: 'A line per paragraph.' }),
  }),
})

model('MinutesSigner', {
  description: `Somebody who has to sign minutes, and the signature. ${seenBy}`,
  visibleTo: policy.signersVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    role: t.column('role', { description: 'Chair or signer.' }),
    voter: t.one('voter', { description: 'The voter that signs.' }),
    signedName: t.column('signedName', { description: 'Name that was signed; null while it is not.' }),
    signedAt: t.column('signedAt', { description: 'When it was signed; null while it is not.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      sign: {
        description: 'Sign as this one.',
        needs: [],
        related: {
          name: 'spokenForByViewer',
          through: 'voter',
          relation: 'signatures',
          where: (viewer) => ({ voter: { is: spokenForBy(viewer) } }),
        },
        policy: (_viewer, _signer, isOwn) => (isOwn ? allow : deny('NOT_YOURS_TO_SIGN')),
      },
    }),
  }),
})

/** Keys of the table, as the graph names records. */
const withGlobalIds = (facts: MinutesFacts): MinutesFacts => ({
  ...facts,
  items: facts.items.map((item) => ({ ...item, itemId: globalId('AgendaItem', item.itemId) })),
})

extend('Meeting', (t) => ({
  minutes: t.one('minutes', { description: `Its minutes; null if there are none. ${seenBy}` }),
  decisions: t.many('decisions', {
    description: 'What it decided, in the order of the register.',
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
  }),
}))

query.one('minutes', {
  model: 'Minutes',
  access: 'signedIn',
  description: `The minutes of a meeting. ${seenBy}`,
  args: (arg) => ({ meetingId: arg.id({ required: true, description: 'Relay id of the Meeting.' }) }),
  where: ({ meetingId }) => ({ meetingId: keyOf('Meeting', meetingId) }),
})

mutation(draftMinutes, { payload: { minutes: 'Minutes', meeting: 'Meeting' } })
mutation(editMinutes, { payload: { minutes: 'Minutes' } })
mutation(putMinutesToSigners, { payload: { minutes: 'Minutes' } })
mutation(signMinutes, {
  payload: {
    minutes: 'Minutes',
    locked: { type: 'Boolean', description: 'Whether it was the last signature, and they are locked now.' },
  },
})
mutation(takeMinutesBack, { payload: { minutes: 'Minutes' } })
